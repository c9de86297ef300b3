import type { Context } from '../context.js';
import type { NodeRecord } from '../domain/index.js';

/** Where a record was read: the `source` field of every node. */
export function recordSource(record: NodeRecord, context: Context): object {
  const source = context.sources.find((each) => each.id === record.ref.source);
  return {
    sourceId: record.ref.source,
    provider: source?.provider,
    remoteId: record.remoteId,
    fetchedAt: record.fetchedAt,
  };
}
