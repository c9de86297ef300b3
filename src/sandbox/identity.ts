import type { Portfolio, PostalAddress, SystemName } from './model.js';
import type { TrueBuilding, TruePerson, Truth, TrueUnit } from './truth.js';

/** A record of one system: `id` as its truth gives it; of a person whose truth has one, the `key`. */
export interface SystemRecord {
  readonly system: SystemName;
  readonly id: string;
}

/** One real building, unit or person with all its records. */
export interface RealThing {
  /** Its key in the portfolio. */
  readonly real: string;
  /** System by system; one only, if no other system knows it. */
  readonly records: readonly SystemRecord[];
  /** Those of `records` that nothing shown by the systems ties to the others. The rest are tied to one another. */
  readonly unprovable: readonly SystemRecord[];
}

/** Everything that has a record somewhere. */
export interface RealThings {
  readonly buildings: readonly RealThing[];
  readonly units: readonly RealThing[];
  readonly persons: readonly RealThing[];
}

/** A person of any system: HomeQ and casavi tell persons by a key, Facilitee keeps the whole name only. */
type AnyPerson = TruePerson & { readonly key?: string; readonly name?: string | null };

/** What all systems hold; HomeQ's tenants stand beside its list. */
export type Truths = Readonly<
  Record<
    SystemName,
    Omit<Truth, 'persons'> & {
      readonly persons: readonly AnyPerson[];
      readonly tenants?: readonly AnyPerson[];
    }
  >
>;

/** A record with what it shows of the real thing: two records with a text in common are the same thing. */
interface Candidate extends SystemRecord {
  readonly real: string;
  readonly reference: string | null;
  readonly evidence: readonly string[];
}

/** Says which records are the same building, unit or person, and which of them cannot be told to be. */
export function realThings(portfolio: Portfolio, truths: Truths): RealThings {
  const names = Object.keys(truths) as SystemName[];
  const all = <T>(candidates: (system: SystemName) => readonly T[]): T[] => names.flatMap(candidates);
  const unitAddresses = new Map(portfolio.units.map((unit) => [unit.key, unit.address]));
  const nationalIds = new Map(portfolio.persons.map((person) => [person.key, person.nationalId]));

  const addressesOf = (system: SystemName, { real, unitIds }: TrueBuilding): readonly PostalAddress[] => {
    const building = portfolio.buildings.find(({ key }) => key === real);
    if (building === undefined) return [];
    if (system === 'casavi') return building.entrances;
    if (system !== 'homeq') return [building.address];
    // An estate has no address: its apartments have.
    const own = new Set(unitIds);
    return truths.homeq.units.flatMap((unit) =>
      own.has(unit.id) ? (unitAddresses.get(unit.real) ?? []) : [],
    );
  };
  const buildings = all((system) =>
    truths[system].buildings.map((building) =>
      candidate(system, building.id, building, addressesOf(system, building).map(addressText)),
    ),
  );

  const units = all((system) => {
    const buildingOf = new Map(truths[system].buildings.map(({ id, real }) => [id, real]));
    return truths[system].units.map((unit) =>
      candidate(system, unit.id, unit, nationalNumber(system, unit, buildingOf.get(unit.buildingId ?? ''))),
    );
  });

  const persons = all((system) =>
    [...truths[system].persons, ...(truths[system].tenants ?? [])].map((person) =>
      candidate(system, person.key ?? person.id, person, [
        ...nationalId(system, nationalIds.get(person.real) ?? null),
        ...mailAndName(person),
      ]),
    ),
  );
  return { buildings: together(buildings), units: together(units), persons: together(persons) };
}

/** A reference without case, blanks and punctuation: what is left of it when it has been typed in anew. */
export function bareReference(reference: string): string {
  return reference.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function candidate(
  system: SystemName,
  id: string,
  { real, externalId }: TrueBuilding | TrueUnit | TruePerson,
  more: readonly string[],
): Candidate {
  // Where nobody gave a unit a number, Facilitee makes one up, which no other system knows.
  const reference =
    externalId === null || (system === 'facilitee' && /^PU-/.test(externalId))
      ? null
      : bareReference(externalId);
  return {
    system,
    id,
    real,
    reference,
    evidence: [...(reference === null ? [] : [`reference ${reference}`]), ...more],
  };
}

function addressText({ street, houseNumber, postalCode, city }: PostalAddress): string {
  return ['address', street, houseNumber, postalCode.replaceAll(' ', ''), city].join('|').toLowerCase();
}

/** Lantmäteriet's number tells a unit within its building only. Pigello and HomeQ show it. */
function nationalNumber(system: SystemName, { number }: TrueUnit, building: string | undefined): string[] {
  const shown = system === 'pigello' || system === 'homeq';
  return shown && number !== null && building !== undefined ? [`number ${number} in ${building}`] : [];
}

/** Pigello shows it of tenants, HomeQ of tenants (in agreements) and of employees. */
function nationalId(system: SystemName, id: string | null): string[] {
  return (system === 'pigello' || system === 'homeq') && id !== null ? [`national id ${id}`] : [];
}

/** Neither of the two is enough: a mailbox may be shared, and people have the same name. */
function mailAndName({ email, name, firstName, lastName, companyName }: AnyPerson): string[] {
  const whole = [firstName, lastName].filter((part) => part !== null).join(' ');
  const called = name ?? (whole === '' ? companyName : whole);
  return email === null || called === null ? [] : [`mail ${email} of ${called}`.toLowerCase()];
}

/** The real things in the order in which the systems first name them. */
function together(candidates: readonly Candidate[]): RealThing[] {
  const recordsOf = new Map<string, Candidate[]>();
  for (const record of candidates)
    recordsOf.set(record.real, [...(recordsOf.get(record.real) ?? []), record]);
  return [...recordsOf].map(([real, records]) => {
    const proven = largest(tied(records));
    return {
      real,
      records: records.map(named),
      unprovable: records.filter((record) => !proven.includes(record)).map(named),
    };
  });
}

/** Groups of records that are tied by what they show, if only through others of the group. */
function tied(records: readonly Candidate[]): Candidate[][] {
  let groups: Candidate[][] = [];
  for (const record of records) {
    const fits = (group: readonly Candidate[]): boolean =>
      group.some(({ evidence }) => evidence.some((text) => record.evidence.includes(text)));
    groups = [...groups.filter((group) => !fits(group)), [...groups.filter(fits).flat(), record]];
  }
  return groups;
}

/** Of groups of one size the one with a reference: it is the others that have nothing to show. */
function largest(groups: readonly Candidate[][]): readonly Candidate[] {
  const weight = (group: readonly Candidate[]): number =>
    group.length + (group.some(({ reference }) => reference !== null) ? 0.5 : 0);
  return groups.reduce<readonly Candidate[]>(
    (best, group) => (weight(group) > weight(best) ? group : best),
    [],
  );
}

function named({ system, id }: Candidate): SystemRecord {
  return { system, id };
}
