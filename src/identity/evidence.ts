import { toGlobalId } from '../domain/global-id.js';
import {
  isRef,
  type Address,
  type Building,
  type Link,
  type Maybe,
  type Person,
  type Ref,
  type Unit,
} from '../domain/index.js';
import { digestOf } from './digest.js';
import { toAddressKey, toEmailKey, toNameKey, toReferenceKey } from './normalise.js';
import type { LinkableType } from './rules.js';

/** What a record is recognised by. It outlives operations, so it holds no personal data: digests, and what names the record. */
export interface Evidence {
  readonly ref: Ref<LinkableType>;
  /** Global id. */
  readonly id: string;
  readonly remoteId: string;
  readonly externalId: string | null;
  readonly readAt: Date;
  /**
   * Where it stands: two records of one slot are never the same thing. A source is one slot; of persons each list of a
   * source, since a human with two roles stands in two of them.
   */
  readonly slot: string;
  /** Within what it is compared: for units the building that theirs belongs to. */
  readonly scope: string;
  /** The record of the building that a unit is in. */
  readonly building: string | null;
  readonly reference: string | null;
  readonly nationalUnitNumber: string | null;
  readonly floor: number | null;
  readonly nationalId: string | null;
  readonly emailAndName: string | null;
  readonly isVerified: boolean;
  /** `undefined` where they have not been looked up. */
  readonly addresses: readonly string[] | undefined;
  /** Where the address has to be looked up. */
  readonly addressAt: Ref<'Address'> | null;
}

type Linkable = Building | Unit | Person;

export interface EvidenceOptions {
  /** References that a system made up by itself, and which prove nothing. */
  readonly generated: readonly RegExp[];
}

export function toEvidence(record: Linkable, { generated }: EvidenceOptions): Evidence {
  const ref = record.ref as Ref<LinkableType>;
  const externalId = record.externalId ?? null;
  const isGenerated = ref.type === 'Unit' && generated.some((form) => form.test(externalId ?? ''));
  const base: Evidence = {
    ref,
    id: toGlobalId(ref),
    remoteId: record.remoteId,
    externalId,
    readAt: record.fetchedAt,
    slot: [ref.source, ...(ref.type === 'Person' ? ref.key.slice(0, -1) : [])].join(' '),
    scope: '',
    building: null,
    reference: isGenerated ? null : toReferenceKey(externalId),
    nationalUnitNumber: null,
    floor: null,
    nationalId: null,
    emailAndName: null,
    isVerified: false,
    addresses: [],
    addressAt: null,
  };
  if (ref.type === 'Person') return { ...base, ...ofPerson(record as Person) };
  if (ref.type === 'Unit') return { ...base, ...ofUnit(record as Unit) };
  return { ...base, ...ofBuilding(record as Building) };
}

function ofBuilding({ address, addresses }: Building): Partial<Evidence> {
  const values = addresses ?? (address && !isRef(address) ? [address] : []);
  return { ...placeOf(address), addresses: keysOf(values).length > 0 ? keysOf(values) : undefined };
}

function ofUnit({ building, nationalUnitNumber, floor, address }: Unit): Partial<Evidence> {
  return {
    ...placeOf(address),
    building:
      building === null || building === undefined
        ? null
        : toGlobalId(isRef(building) ? building : building.ref),
    nationalUnitNumber: toReferenceKey(nationalUnitNumber),
    floor: floor ?? null,
  };
}

function ofPerson(person: Person): Partial<Evidence> {
  const email = toEmailKey(person.email);
  const name = toNameKey(person.displayName);
  return {
    nationalId: person.identityNumber?.digest ?? null,
    emailAndName: email === null || name === null ? null : digestOf(`${email} ${name}`),
    isVerified:
      person.accountStatus === 'ACTIVE' ||
      person.accountStatus === 'REGISTERED' ||
      // Whoever signed in HomeQ did so with an account there; the landlord's own staff have addresses that it gave them.
      person.derivation === 'DERIVED_FROM_AGREEMENT' ||
      person.roles.includes('STAFF'),
  };
}

function placeOf(address: Maybe<Link<'Address'>>): Pick<Evidence, 'addresses' | 'addressAt'> {
  if (address === null || address === undefined) return { addresses: undefined, addressAt: null };
  if (isRef(address)) return { addresses: undefined, addressAt: address };
  const keys = keysOf([address]);
  return { addresses: keys.length > 0 ? keys : undefined, addressAt: null };
}

export function keysOf(addresses: readonly Address[]): readonly string[] {
  return [...new Set(addresses.flatMap((each) => toAddressKey(each) ?? []))];
}
