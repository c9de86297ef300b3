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
  const found = new Map<string, V | Error | OnItsWay>();
  const loader = new DataLoader<Bundle<K, A>, readonly (V | Error)[]>(
    async (bundles) => {
      const [first, ...others] = bundles;
      if (first !== undefined && others.length === 0) return [await load(first.keys, [first.about])];
      const values = await load(
        bundles.flatMap(({ keys }) => keys),
        bundles.map(({ about }) => about),
      );
      let from = 0;
      return bundles.map(({ keys }) => values.slice(from, (from += keys.length)));
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
    const waiting = new Set<OnItsWay>();
    const own = new OnItsWay();
    names.forEach((name, index) => {
      const known = found.get(name);
      if (known instanceof OnItsWay) waiting.add(known);
      else if (known === undefined) {
        found.set(name, own);
        missing.push(keys[index] as K);
        missingNames.push(name);
      }
    });
    if (missing.length > 0) {
      own.fetched = fetch(missing, missingNames, about);
      waiting.add(own);
    }
    if (waiting.size > 0) await Promise.all([...waiting].map(({ fetched }) => fetched));
    return names.map((name) => found.get(name) as V | Error);
  };
}

interface Bundle<K, A> {
  readonly keys: readonly K[];
  readonly about: A;
}

/** Stands for the keys of a bundle until they are loaded. */
class OnItsWay {
  fetched: Promise<void> = Promise.resolve();
}
