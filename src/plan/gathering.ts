import type { NodeType, Ref } from '../domain/index.js';
import type { Asked, Fields, RecordLoader, RecordLoaderName, Source } from '../domain/provider.js';
import type { Ledger } from './ledger.js';

/** Records that a place of the operation wants to have read. */
export interface Wanted {
  readonly source: Source;
  readonly loader: RecordLoaderName;
  /** What tells the records apart: the same ones wanted again cost nothing. */
  readonly id: string;
  readonly like: Ref;
  readonly count: number;
  /** Which ones, where that is known beforehand. */
  readonly refs?: readonly Ref<NodeType>[];
  readonly fields: Fields;
  /** The field's place in the operation. */
  readonly field: string;
  /** Waves until it is known which ones are wanted. */
  readonly wave: number;
  /** The place that wants them, where others may know of theirs in another wave than is reckoned. */
  readonly apart?: string;
}

/** What the loader brings, and in which wave. */
export interface Read {
  readonly like: object;
  readonly wave: number;
  /** Whether it takes just so many waves. */
  readonly isSure: boolean;
}

/**
 * Gathers what is wanted of the loaders of records, wave by wave: as when a query runs, all that one loader is asked for
 * in a wave is one batch, whichever places of the operation it is for.
 */
export interface Gathering {
  /** `then` is called once it is known what else is wanted in the same wave. */
  want(wanted: Wanted, then: (read: Read) => void): void;
  /** Reckons all that is wanted, and what comes of it. */
  settle(): void;
}

interface Entry {
  readonly wanted: Wanted;
  readonly then: (read: Read) => void;
}

export function createGathering(ledger: Ledger): Gathering {
  const waves = new Map<number, Entry[]>();
  const done = new Map<string, Read>();

  const settleWave = (entries: readonly Entry[]): void => {
    const batches = new Map<string, Entry[]>();
    for (const entry of entries) {
      const name = batchOf(entry.wanted);
      batches.set(name, [...(batches.get(name) ?? []), entry]);
    }
    for (const [name, batch] of batches) settleBatch(name, batch);
  };

  const settleBatch = (name: string, batch: readonly Entry[]): void => {
    const fresh = new Map<string, Wanted>();
    for (const { wanted } of batch) {
      if (done.has(nameOf(wanted))) continue;
      const known = fresh.get(wanted.id);
      // A place that follows the same link as another asks for other fields of the same records.
      fresh.set(wanted.id, { ...wanted, fields: new Set([...wanted.fields, ...(known?.fields ?? [])]) });
    }
    if (fresh.size > 0) reckon(name, [...fresh.values()]);
    for (const { wanted, then } of batch) {
      const read = done.get(nameOf(wanted));
      if (read !== undefined) then({ ...read, wave: Math.max(read.wave, wanted.wave) });
    }
  };

  const reckon = (name: string, batch: readonly Wanted[]): void => {
    const [first] = batch;
    const loader = first && loaderOf(first);
    if (first === undefined || loader === undefined) return;
    const fields = new Set(batch.flatMap((wanted) => [...wanted.fields]));
    const cost = loader.cost(askedOf(batch), fields);
    const wave = ledger.add({
      source: first.source,
      field: [...new Set(batch.map(({ field }) => field))].join(', '),
      cost,
      after: first.wave,
      once: `${name} ${batch.map(({ id }) => id).join()}`,
      parents: batch.map(({ id }) => id).join(),
    });
    for (const wanted of batch) {
      const like = loader.sample(wanted.like as Ref<NodeType>, fields);
      done.set(nameOf(wanted), { like, wave, isSure: wanted.apart === undefined && cost.waves <= 1 });
    }
  };

  return {
    want(wanted, then) {
      const entries = waves.get(wanted.wave) ?? [];
      waves.set(wanted.wave, [...entries, { wanted, then }]);
    },
    settle() {
      while (waves.size > 0) {
        const wave = Math.min(...waves.keys());
        const entries = waves.get(wave) ?? [];
        waves.delete(wave);
        settleWave(entries);
      }
    },
  };
}

function loaderOf({ source, loader }: Wanted): RecordLoader<NodeType> | undefined {
  return source.port[loader] as RecordLoader<NodeType> | undefined;
}

/** Records are gathered over all that ask for the same of the fields on which the way of access depends. */
function loaderNameOf(wanted: Wanted): string {
  const seen = (loaderOf(wanted)?.looksAt ?? []).filter((field) => wanted.fields.has(field));
  return [wanted.source.id, wanted.loader, ...seen].join(' ');
}

function nameOf(wanted: Wanted): string {
  return `${loaderNameOf(wanted)} ${wanted.id}`;
}

/** Of some types the key tells what has to be called: keys of different kinds are reckoned one kind at a time. */
function batchOf(wanted: Wanted): string {
  const kind = wanted.refs === undefined ? wanted.like.key.join(':') : 'known';
  return [loaderNameOf(wanted), wanted.like.type, kind, wanted.apart ?? ''].join(' ');
}

function askedOf(batch: readonly Wanted[]): Asked<NodeType> {
  const like = batch[0]?.like as Ref<NodeType>;
  if (batch.some(({ refs }) => refs === undefined)) {
    return { like, count: batch.reduce((sum, { count }) => sum + count, 0) };
  }
  const refs = batch.flatMap((wanted) => wanted.refs ?? []);
  const unique = [...new Map(refs.map((ref) => [ref.key.join(':'), ref])).values()];
  return { like, count: unique.length, refs: unique };
}
