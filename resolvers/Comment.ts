import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Comment = declareType('Comment', {
  fields: {
    id: { leaf: (comment) => toGlobalId(comment.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    issue: { one: 'Issue', loader: 'issueById', key: (comment) => comment.issue },
    author: { one: 'Person', loader: 'personById', key: (comment) => comment.author },
  },
});
