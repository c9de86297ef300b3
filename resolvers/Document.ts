import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Document = declareType('Document', {
  fields: {
    id: { leaf: (document) => toGlobalId(document.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    // Made without asking anybody: where the file lies is looked up when the link is followed.
    url: {
      leaf: ({ ref, url }, context) => (url === null || url === undefined ? null : context.toFileUrl(ref)),
    },
    sharedWith: { embed: true },
    subject: {
      node: ['Building', 'Unit', 'Person', 'Lease', 'Issue'],
      key: (document) => document.subject,
    },
  },
});
