import type { IssueStatus, NodeType, Ref, RefType, UnitKind } from '../../../src/domain/index.js';
import { rawOf } from '../../../src/wire/raw.js';
import { toDateTime, toDay } from '../../../src/wire/time.js';

/** What of the source's settings the meaning of a record depends on. */
export interface Meaning {
  readonly source: string;
  readonly timeZone: string;
  readonly purposes: Readonly<Record<string, UnitKind>>;
  readonly statusCodes: Readonly<Record<string, IssueStatus>>;
}

/** What all kinds of records are made with. */
export type MapContext = ReturnType<typeof createMapContext>;

export function createMapContext(meaning: Meaning) {
  const { source, timeZone } = meaning;
  const ref = <T extends RefType>(type: T, ...key: readonly string[]): Ref<T> => ({ type, source, key });
  return {
    ...meaning,
    ref,
    refTo: <T extends RefType>(type: T, id: string | null): Ref<T> | null =>
      id === null ? null : ref(type, id),
    moment: (value: string | null): string | null => toDateTime(value, timeZone),
    day: (value: string | null): string | null => toDay(value, timeZone),

    /** `id` is the customer's reference, hence the externalId as well (docs/casavi.txt, "IDs"). */
    common: <T extends NodeType>(
      own: Ref<T>,
      { row, at }: { readonly row: { readonly id: string }; readonly at: Date },
    ) => ({
      ref: own,
      remoteId: row.id,
      fetchedAt: at,
      raw: rawOf(row),
      externalId: row.id,
    }),
  };
}

/** A member of a table, never one that every object has: a status may well be called `constructor`. */
export function ownMember<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
