import type { Source } from '../domain/provider.js';
import { toError } from '../errors.js';

/**
 * Splits the keys of a wave by source, asks all sources at once, and lines the answers up again. A source that fails
 * puts its error into the slots of its own keys only; a source that is not visible has no records.
 */
export async function bySource<K, V>(
  sources: readonly Source[],
  keys: readonly K[],
  sourceOf: (key: K) => string,
  load: (source: Source, keys: readonly K[]) => Promise<readonly (V | Error)[]>,
): Promise<(V | null | Error)[]> {
  const answers: (V | null | Error)[] = keys.map(() => null);
  const groups = new Map<string, number[]>();
  keys.forEach((key, slot) => {
    const group = groups.get(sourceOf(key));
    if (group === undefined) groups.set(sourceOf(key), [slot]);
    else group.push(slot);
  });
  await Promise.all(
    sources.map(async (source) => {
      const slots = groups.get(source.id);
      if (slots === undefined) return;
      const group = slots.map((slot) => keys[slot] as K);
      const values = await (async () => load(source, group))().catch((error: unknown) => {
        const failure = toError(error);
        return group.map(() => failure);
      });
      slots.forEach((slot, index) => (answers[slot] = values[index] ?? null));
    }),
  );
  return answers;
}
