import type { NodeType } from '../domain/index.js';
import type { RecordLoaderName } from '../domain/provider.js';

const loadersById: Readonly<Record<NodeType, RecordLoaderName>> = {
  Building: 'buildingById',
  Unit: 'unitById',
  Person: 'personById',
  Lease: 'leaseById',
  Issue: 'issueById',
  Document: 'documentById',
  Comment: 'commentById',
  Task: 'taskById',
};

/** The loader that reads records of a node type by id. */
export function byId(ref: { readonly type: string }): RecordLoaderName {
  const loader = loadersById[ref.type as NodeType];
  if (loader === undefined) throw new TypeError(`${ref.type} is not a node`);
  return loader;
}
