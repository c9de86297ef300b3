import type { Context } from '../context.js';
import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord, Ref } from '../domain/index.js';
import type { Source } from '../domain/provider.js';
import type { Loaded } from '../loaders/loaders.js';
import type { Entity } from './resolve.js';
import type { Confidence, LinkableType } from './rules.js';
import { type Status, createStatuses } from './statuses.js';

/** A row of `EntityLink`. */
export interface LinkRow {
  readonly node: Ref<LinkableType>;
  readonly rule: string;
  readonly confidence: Confidence;
  /** Whether a source could not be asked now; known at the latest when the node was read. */
  stale: boolean;
  /** What is known of the record without reading it. */
  readonly known: Pick<Entity['members'][number], 'remoteId' | 'externalId' | 'readAt'>;
}

/** The rows of `sameAs`, with the failures of sources that could have more. */
export type LinkRows = LinkRow[] & { failures: Error[] };

export async function readLinks(
  record: NodeRecord,
  context: Context,
  wave: number,
): Promise<Loaded<LinkRows>> {
  const known = await context.identity.around(record, wave);
  const stale = new Set(known.statuses.filter(({ error }) => error !== null).map(({ source }) => source.id));
  const rows = known.resolution.sameAs(toGlobalId(record.ref)).map((same): LinkRow => ({
    node: same.record.ref,
    rule: same.rule,
    confidence: same.confidence,
    stale: stale.has(same.record.ref.source) || stale.has(record.ref.source),
    known: same.record,
  }));
  const failures = worstOf(known.statuses, context.sources).flatMap(({ error }) => error ?? []);
  return { value: Object.assign(rows, { failures: [...failures] }), wave: Math.max(wave, known.wave) };
}

function worstOf(statuses: readonly Status[], sources: readonly Source[]): readonly Status[] {
  const worst = createStatuses(sources);
  for (const status of statuses) worst.add(status);
  return worst.list();
}
