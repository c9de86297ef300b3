import { isRef, type Address, type Ref, type Unit } from '../domain/index.js';
import type { Source } from '../domain/provider.js';
import type { Loaders } from '../loaders/loaders.js';
import { keysOf, type Evidence } from './evidence.js';
import { openUnits, type Snapshots } from './snapshots.js';

export interface LookedUp {
  readonly records: readonly Evidence[];
  /** Whether all could be read. */
  readonly isComplete: boolean;
  readonly wave: number;
}

const noFields: ReadonlySet<string> = new Set();

/**
 * Brings addresses that records only name (Pigello), or that stand in a building's units (HomeQ). One that cannot be read
 * proves nothing, and is looked up again another time.
 */
export async function lookUpAddresses(
  records: readonly Evidence[],
  wave: number,
  {
    loaders,
    sources,
    snapshots,
  }: { readonly loaders: Loaders; readonly sources: readonly Source[]; readonly snapshots: Snapshots },
): Promise<LookedUp> {
  let isComplete = true;
  let deepest = wave;
  const addressesOf = async ({ ref, addressAt }: Evidence): Promise<readonly string[]> => {
    if (addressAt !== null) {
      const found = await loaders.record('addressById', addressAt, noFields, wave);
      deepest = Math.max(deepest, found.wave);
      return found.value === null ? [] : keysOf([found.value as Address]);
    }
    const source = sources.find(({ id }) => id === ref.source);
    if (ref.type !== 'Building' || source === undefined) return [];
    const opened = await openUnits(loaders, ref as Ref<'Building'>, source, wave);
    if (opened === null) return [];
    const units = await snapshots.rowsOf(source, [opened]);
    deepest = Math.max(deepest, units.wave);
    return keysOf(
      units.rows.flatMap((row) => {
        const { address } = row as Unit;
        return address === null || address === undefined || isRef(address) ? [] : [address];
      }),
    );
  };
  const looked = await Promise.all(
    records.map(async (record): Promise<Evidence> => {
      try {
        return { ...record, addresses: await addressesOf(record) };
      } catch {
        isComplete = false;
        return record;
      }
    }),
  );
  return { records: looked, isComplete, wave: deepest };
}
