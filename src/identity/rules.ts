import type { LinkableType } from '../domain/global-id.js';
import type { ListLoaderName } from '../domain/provider.js';
import type { Evidence } from './evidence.js';

export type { LinkableType } from '../domain/global-id.js';

/** The root list that a type's records stand in. */
export const listOf = { Building: 'buildings', Unit: 'units', Person: 'persons' } as const satisfies Readonly<
  Record<LinkableType, ListLoaderName>
>;

export type Confidence = 'MANUAL' | 'EXACT' | 'STRONG' | 'AMBIGUOUS';

/** How two records are found to be the same. */
export interface Rule {
  readonly name: string;
  readonly confidence: Confidence;
  /** Equal keys of two records of different sources make them candidates. */
  keys(record: Evidence): readonly string[];
  /** What speaks against it, although the keys are equal. */
  contradicts?(one: Evidence, other: Evidence): boolean;
  /** The records whose addresses have to be known before the keys can be told. Only these are looked up. */
  needsAddress?(records: readonly Evidence[], isOpen: (record: Evidence) => boolean): readonly Evidence[];
}

const some = (...keys: (string | null)[]): readonly string[] => (keys.includes(null) ? [] : [keys.join('|')]);

const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

const reference: Rule = {
  name: 'reference',
  confidence: 'EXACT',
  keys: (record) => some(record.scope, record.reference),
  // A unit's reference may have been made up by the system (Facilitee, "customUnitId ... will be auto-generated"): where
  // it meets another's by chance, the floors tell.
  // A household may share a customer's number: two national ids are two humans.
  contradicts: (one, other) =>
    (one.floor !== null && other.floor !== null && one.floor !== other.floor) ||
    differ(one.nationalId, other.nationalId),
};

/** For buildings without a reference: two that both have one are told apart by it. */
const address: Rule = {
  name: 'address',
  confidence: 'STRONG',
  keys: (record) => record.addresses ?? [],
  contradicts: (one, other) => differ(one.reference, other.reference),
  needsAddress: (records, isOpen) => {
    const nameless = records.filter((record) => record.reference === null && isOpen(record));
    // One that is known to be the same as another is found by the other's address.
    return nameless.length === 0
      ? []
      : records.filter((record) => record.reference === null || isOpen(record));
  },
};

/**
 * Lantmäteriet's four digits are unique within an entrance (address), not within a building of several. Where a building
 * has a number once in each system, the entrance need not be known.
 */
const nationalUnitNumber: Rule = {
  name: 'nationalUnitNumber',
  confidence: 'STRONG',
  keys: (record) => some(record.scope, record.nationalUnitNumber),
  contradicts: (one, other) =>
    one.addresses !== undefined &&
    other.addresses !== undefined &&
    one.addresses.length > 0 &&
    other.addresses.length > 0 &&
    !one.addresses.some((each) => other.addresses?.includes(each)),
  needsAddress: (records, isOpen) => {
    const count = new Map<string, number>();
    const nameOf = (record: Evidence): string =>
      `${record.slot}|${record.scope}|${record.nationalUnitNumber}`;
    for (const record of records) {
      if (record.nationalUnitNumber !== null) count.set(nameOf(record), (count.get(nameOf(record)) ?? 0) + 1);
    }
    const contested = new Set(
      records
        .filter((record) => isOpen(record) && (count.get(nameOf(record)) ?? 0) > 1)
        .map((record) => `${record.scope}|${record.nationalUnitNumber}`),
    );
    return records.filter((record) => contested.has(`${record.scope}|${record.nationalUnitNumber}`));
  },
};

const nationalId: Rule = {
  name: 'nationalId',
  confidence: 'EXACT',
  keys: (record) => some(record.nationalId),
};

/** One of the two systems must have verified that the address is the person's: anybody can type anybody's. */
const emailAndName: Rule = {
  name: 'emailAndName',
  confidence: 'STRONG',
  keys: (record) => some(record.emailAndName),
  contradicts: (one, other) =>
    !(one.isVerified || other.isVerified) || differ(one.nationalId, other.nationalId),
};

/** Every rule there is, by type, in the order in which they are tried where the configuration does not say. */
export const rules = {
  Building: { reference, address },
  Unit: { reference, nationalUnitNumber },
  Person: { reference, nationalId, emailAndName },
} as const satisfies Readonly<Record<LinkableType, Readonly<Record<string, Rule>>>>;
