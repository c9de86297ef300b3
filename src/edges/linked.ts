import type { LinkableType } from '../domain/global-id.js';
import type { LinkedRecord } from '../identity/linked-record.js';
import { toSourceResult } from '../identity/statuses.js';
import type { AnyEdge, LinkedEdge, TypeDeclaration } from './declaration.js';

/** A type that joins the records of another: the fields of `merged` are those of the records. */
export function declareLinked(
  joins: LinkableType,
  merged: readonly string[],
  edges: Readonly<Record<string, LinkedEdge>>,
): TypeDeclaration {
  const own: Record<string, AnyEdge> = {
    id: { leaf: (row) => (row as LinkedRecord).id },
    members: { members: joins },
    sources: { leaf: (row) => (row as LinkedRecord).statuses.list().map(toSourceResult) },
    provenance: { provenance: true },
    conflicts: { conflicts: true },
    ...Object.fromEntries(merged.map((field) => [field, { merged: true }])),
    ...edges,
  };
  return { type: `Linked${joins}`, joins, edges: own };
}
