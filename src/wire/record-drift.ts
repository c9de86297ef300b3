import type { DriftChange, DriftCount, DriftKind, DriftListener, RecordDrift, WordsOf } from './drift.js';
import { outlineOf, type Outline } from './outline.js';
import { walk, type Raw, type Tally } from './walk.js';

/** The drift of one record, and what it has come to. */
export interface Counted extends RecordDrift {
  counts(): readonly DriftCount[];
}

export interface RecordDriftOptions {
  readonly record: string;
  readonly words: WordsOf;
  now(): number;
  /** Whether there may be one more counter. */
  takesOneMore(): boolean;
  readonly tell: DriftListener;
}

/** What a field has come to over all answers, besides the tally of the one that is being read. */
interface Field extends Tally {
  readonly path: string;
  /** Whether an answer had it. */
  wasMet: boolean;
  readonly counters: Map<DriftKind, { count: number; at: number }>;
}

const tallied = [
  ['UNUSABLE', 'unusable'],
  ['MISTYPED', 'mistyped'],
  ['UNKNOWN_VALUE', 'unknown'],
  ['MISSING', 'missing'],
] as const satisfies readonly (readonly [DriftKind, keyof Tally])[];

/** What an `Int` of GraphQL holds; a gateway may run for years. */
const largest = 2 ** 31 - 1;

const nothing = { met: 0, missing: 0, mistyped: 0, unknown: 0, unusable: 0 };

export function createRecordDrift({ record, words, now, takesOneMore, tell }: RecordDriftOptions): Counted {
  const fields = new Map<string, Field>();
  const fieldsBy = new WeakMap<Outline, readonly Field[]>();
  let records = 0;

  const fieldAt = (path: string): Field => {
    let field = fields.get(path);
    if (field === undefined) {
      field = { ...nothing, path, isKnown: words[path], wasMet: false, counters: new Map() };
      fields.set(path, field);
    }
    return field;
  };

  /** The fields of an outline, in the order of its paths. */
  const fieldsOf = (outline: Outline): readonly Field[] => {
    let own = fieldsBy.get(outline);
    if (own === undefined) fieldsBy.set(outline, (own = outline.paths.map(fieldAt)));
    return own;
  };

  const add = ({ counters }: Field, kind: DriftKind, count: number, at: number): boolean => {
    const counter = counters.get(kind);
    if (counter !== undefined) {
      counter.count += count;
      counter.at = at;
      return true;
    }
    if (!takesOneMore()) return false;
    counters.set(kind, { count, at });
    return true;
  };

  /** Adds the tally of an answer with so many usable records, and empties it for the next one. */
  const settle = (field: Field, usable: number, changes: DriftChange[]): void => {
    const isGone = field.wasMet && field.met === 0 && field.missing > 1 && usable > 1;
    for (const [kind, name] of tallied) {
      const count = field[name];
      if (count > 0 && add(field, kind, count, now()) && (kind !== 'MISSING' || isGone))
        changes.push({ record, field: field.path, kind, count });
    }
    field.wasMet ||= field.met > 0;
    Object.assign(field, nothing);
  };

  const count: RecordDrift['count'] = (shape, raw, read) => {
    const outline = outlineOf(shape);
    const own = fieldsOf(outline);
    let usable = 0;
    raw.forEach((row, index) => {
      if (read[index] === null) return;
      usable += 1;
      walk(outline.members, row as Raw, own);
    });
    fieldAt('').unusable = raw.length - usable;
    records += raw.length;
    const changes: DriftChange[] = [];
    for (const field of own) settle(field, usable, changes);
    if (changes.length > 0) tell(changes);
  };

  return {
    count(shape, raw, read) {
      try {
        count(shape, raw, read);
      } catch {
        // What was read is right, whether it is counted or not: no record is lost to a mistake in here.
      }
    },
    counts: () =>
      [...fields.values()].flatMap(({ path, counters }) =>
        [...counters].map(([kind, { count: sum, at }]) => ({
          record,
          field: path,
          kind,
          count: Math.min(sum, largest),
          records: Math.min(records, largest),
          lastSeenAt: new Date(at),
        })),
      ),
  };
}
