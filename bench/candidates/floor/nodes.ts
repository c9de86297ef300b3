import { nodeReads } from '../common/node-reads.js';
import type { NodeFields } from '../common/node-records.js';
import type { Providers } from '../common/providers.js';
import { groupBy } from '../common/reads.js';
import { parseId } from '../common/values.js';
import type { Variables } from './server.js';

export function createNodes(providers: Providers): (variables: Variables) => Promise<unknown> {
  return async ({ ids }) => {
    const asked = ids.map((id, place) => ({ place, ref: parseId(id) }));
    const answer: unknown[] = [];
    const groups = groupBy(asked, ({ ref }) => `${ref.type} ${ref.source}`);
    await Promise.all(
      [...groups].map(async ([kind, members]) => {
        const refs = members.map(({ ref }) => ref);
        const found = (await nodeReads[kind]?.(providers, refs)) ?? [];
        for (const [index, { place, ref }] of members.entries())
          answer[place] = show(ids[place] ?? '', ref.source, found[index] ?? null);
      }),
    );
    return answer;
  };
}

function show(id: string, sourceId: string, found: NodeFields | null): unknown {
  if (found === null) return null;
  const { __typename, externalId, remoteId, field, value } = found;
  return { __typename, id, externalId, source: { sourceId, remoteId }, [field]: value };
}
