import DataLoader from 'dataloader';
import { toError } from '../errors.js';

/** Loads keys by the bundle, lined up with them; whatever was loaded before is not asked for again. */
export type LoadBundle<K, V, A> = (keys: readonly K[], about: A) => Promise<readonly (V | Error)[]>;

/**
 * Keys that are asked for in one tick go to one batch function, as DataLoader gathers them. Whoever has a thousand keys
 * hands them over as one bundle, and waits for one promise, where DataLoader alone would make one for each.
 *
 * @param load takes the keys of all bundles, none of them twice, and what each bundle said about its own
 */
export function createBundles<K, V, A>(
  nameOf: (key: K) => string,
  load: (keys: readonly K[], about: readonly A[]) => Promise<readonly (V | Error)[]>,
): LoadBundle<K, V, A> {
  /** What was loaded, and what is on its way. */
  const found = new Map<string, V | Error | Promise<void>>();
  const loader = new DataLoader<Bundle<K, A>, readonly (V | Error)[]>(
    async (bundles) => {
      const [first, ...others] = bundles;
      const keys = others.length === 0 ? (first?.keys ?? []) : bundles.flatMap((bundle) => bundle.keys);
      const values = await load(
        keys,
        bundles.map(({ about }) => about),
      );
      let from = 0;
      return bundles.map((bundle) => values.slice(from, (from += bundle.keys.length)));
    },
    { cache: false },
  );

  const fetch = async (keys: readonly K[], names: readonly string[], about: A): Promise<void> => {
    const values = await loader.load({ keys, about }).catch(toError);
    names.forEach((name, index) =>
      found.set(name, values instanceof Error ? values : (values[index] as V | Error)),
    );
  };

  return async (keys, about) => {
    const names = keys.map(nameOf);
    const missing: K[] = [];
    const missingNames: string[] = [];
    const waiting = new Set<Promise<void>>();
    const own = new Set<string>();
    names.forEach((name, index) => {
      const known = found.get(name);
      if (known instanceof Promise) waiting.add(known);
      else if (known === undefined && !own.has(name)) {
        own.add(name);
        missing.push(keys[index] as K);
        missingNames.push(name);
      }
    });
    if (missing.length > 0) {
      const fetched = fetch(missing, missingNames, about);
      for (const name of missingNames) found.set(name, fetched);
      waiting.add(fetched);
    }
    if (waiting.size > 0) await Promise.all(waiting);
    return names.map((name) => found.get(name) as V | Error);
  };
}

interface Bundle<K, A> {
  readonly keys: readonly K[];
  readonly about: A;
}
