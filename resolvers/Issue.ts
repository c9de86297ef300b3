import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Issue = declareType('Issue', {
  detail: 'issueDetail',
  fields: {
    id: { leaf: (issue) => toGlobalId(issue.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    building: {
      one: 'Building',
      loader: 'buildingById',
      key: (issue) => issue.building,
      through: 'unit',
    },
    unit: { one: 'Unit', loader: 'unitById', key: (issue) => issue.unit },
    reporter: { one: 'Person', loader: 'personById', key: (issue) => issue.reporter },
    assignee: { one: 'Person', loader: 'personById', key: (issue) => issue.assignee },
    followers: { each: 'Person', loader: 'personById', keys: (issue) => issue.followers },
    rating: { embed: true },
    customFields: { embed: true },
    comments: {
      page: 'Comment',
      loader: 'commentsOfIssue',
      embedded: (issue) => issue.comments,
      inverse: 'issue',
    },
    tasks: {
      page: 'Task',
      loader: 'tasksOfIssue',
      embedded: (issue) => issue.tasks,
      inverse: 'issue',
    },
    documents: {
      page: 'Document',
      loader: 'documentsOfIssue',
      embedded: (issue) => issue.documents,
      inverse: 'subject',
    },
  },
});
