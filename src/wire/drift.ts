import type { z } from 'zod';
import { createRecordDrift, type Counted } from './record-drift.js';

/**
 * Where a source's answers are not as documented: counted by field, since the gateway started. Values are never kept, nor
 * are words that mean nothing to us: either may hold anything, and tenants live in there.
 */

/**
 * UNUSABLE: a record, or an entry of a list, that was left out. MISTYPED: a value that says nothing to its reader.
 * UNKNOWN_VALUE: a word whose meaning no table tells. MISSING: a member is absent. The gravest is first.
 */
export const driftKinds = ['UNUSABLE', 'MISTYPED', 'UNKNOWN_VALUE', 'MISSING'] as const;
export type DriftKind = (typeof driftKinds)[number];

/** What an answer added. */
export interface DriftChange {
  /** Name of the list or of the single record, e.g. `tickets`. */
  readonly record: string;
  /** Path in the vendor's names, e.g. `contracts[].status`; of a record itself it is empty. */
  readonly field: string;
  readonly kind: DriftKind;
  readonly count: number;
}

/** One kind of drift of one field, over all answers. */
export interface DriftCount extends DriftChange {
  /** Records of that name that were read. */
  readonly records: number;
  readonly lastSeenAt: Date;
}

/** The drift of one list or single record. */
export interface RecordDrift {
  /** Compares the records of an answer with what was read of them; `null` is one that could not be used. Never throws. */
  count(shape: z.ZodType, raw: readonly unknown[], read: readonly unknown[]): void;
}

export type DriftListener = (changes: readonly DriftChange[]) => void;

/** The drift of one source. */
export interface Drift {
  of(record: string): RecordDrift;
  /** All of it, the gravest first. */
  counts(): readonly DriftCount[];
  /**
   * Tells what answers add; the function it returns ends that. Vendors leave members out all the time: a missing one is
   * told only where no record of an answer has it, of at least two, and earlier answers had it.
   */
  subscribe(listener: DriftListener): () => void;
}

/** Which words of a member have a meaning, by record and path: `{ tickets: { status: (word) => ... } }`. */
export type Words = Readonly<Record<string, WordsOf>>;
export type WordsOf = Readonly<Record<string, (word: string) => boolean>>;

export interface DriftOptions {
  readonly words?: Words;
  /** Milliseconds since 1970. @default the system's clock */
  readonly now?: () => number;
  /** How many counters there can be at most: one for each field and kind. @default 1,000 */
  readonly most?: number;
}

export function createDrift({ words = {}, now = Date.now, most = 1_000 }: DriftOptions = {}): Drift {
  const records = new Map<string, Counted>();
  const listeners = new Set<DriftListener>();
  let left = most;
  const tell: DriftListener = (changes) => {
    for (const listener of listeners) listener(changes);
  };
  const takesOneMore = (): boolean => left > 0 && (left -= 1) >= 0;

  return {
    of(record) {
      let counted = records.get(record);
      if (counted === undefined) {
        counted = createRecordDrift({ record, words: words[record] ?? {}, now, takesOneMore, tell });
        records.set(record, counted);
      }
      return counted;
    },
    counts: () => [...records.values()].flatMap((each) => each.counts()).sort(byGravity),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Orders by kind, then by count; alike, by name, so that the order is always the same. */
export function byGravity(a: DriftChange, b: DriftChange): number {
  return (
    driftKinds.indexOf(a.kind) - driftKinds.indexOf(b.kind) ||
    b.count - a.count ||
    a.record.localeCompare(b.record, 'en') ||
    a.field.localeCompare(b.field, 'en')
  );
}
