import type { Context } from '../context.js';
import type { NodeRecord } from '../domain/index.js';
import type { Json } from '../scalars.js';
import { toShown } from '../wire/redact.js';

/** A record as its provider's answer had it, as far as it may be shown: the `raw` field of every node. */
export function rawRecord({ ref, raw }: NodeRecord, context: Context): Json | null {
  const source = context.sources.find((each) => each.id === ref.source);
  return raw === null || source === undefined ? null : { json: toShown(raw, source.nationalIdMembers) };
}
