import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Task = declareType('Task', {
  fields: {
    id: { leaf: (task) => toGlobalId(task.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    issue: { one: 'Issue', loader: 'issueById', key: (task) => task.issue },
    assignee: { one: 'Person', loader: 'personById', key: (task) => task.assignee },
    createdBy: { one: 'Person', loader: 'personById', key: (task) => task.createdBy },
  },
});
