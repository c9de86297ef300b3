import { addHours } from '../../../src/sandbox/calendar.js';
import {
  COUNTRY_NAMES,
  streetLine,
  type Building,
  type Country,
  type FileRecord,
  type IssueState,
  type Person,
  type Task,
  type Tenancy,
  type TenancyState,
  type Unit,
} from '../../../src/sandbox/portfolio.js';

/** The members of each row that need nothing but the record itself; `rows.ts` adds what joins records. */

/** Tenancies that casavi shows without `includeInactiveContracts`: told by their state, never by the clock. */
export const RUNNING: ReadonlySet<TenancyState> = new Set(['active', 'notice-given', 'undated']);

/** `ARCHIVED` is in no document: a status that came later. */
export const TICKET_STATUS: Readonly<Record<IssueState, string>> = {
  scheduled: 'POSTPONED',
  open: 'OPEN',
  waiting: 'PENDING',
  'on-hold': 'POSTPONED',
  quotation: 'INPROGRESS',
  assigned: 'INPROGRESS',
  'in-progress': 'INPROGRESS',
  resolved: 'CLOSED',
  closed: 'CLOSED',
  rejected: 'CLOSED',
  unlisted: 'ARCHIVED',
};

/** Who looks after a building, in the customer's words: the manager and the caretaker. */
export const ROLE_NAMES: Readonly<Record<Country, readonly [manager: string, caretaker: string]>> = {
  DE: ['Hausverwaltung', 'Hausmeister'],
  NL: ['Beheerder', 'Huismeester'],
  SE: ['Förvaltare', 'Fastighetsskötare'],
};

/** The documents lost what is in `addresses` and `responsibilities`; both shapes are assumed. */
export function propertyMembers(building: Building, units: readonly Unit[]) {
  const { postalCode } = building.address;
  const digits = postalCode.replaceAll(' ', '');
  return {
    id: building.reference,
    internalId: 41_000 + building.ordinal,
    name: building.name,
    note: building.note,
    country: COUNTRY_NAMES[building.country],
    city: building.address.city,
    // A number in 004, so that 01067 Dresden loses its zero; Dutch codes cannot be one.
    postalCode: /^\d+$/.test(digits) ? Number(digits) : postalCode,
    // A number, too. New buildings have none yet.
    number: units.length === 0 ? null : Number(/\d{4}/.exec(building.reference)?.[0] ?? building.ordinal),
    addresses: building.entrances.map((entrance) => ({
      street: `${entrance.street} ${entrance.houseNumber}`,
      units: units
        .filter((unit) => unit.address.houseNumber === entrance.houseNumber)
        .map((unit) => unit.reference),
    })),
    customFields: {
      Baujahr: building.builtYear,
      Denkmalschutz: building.builtYear < 1900,
      'E-Mail 2': null,
    },
  };
}

export function responsibilityMembers(person: Person, roleName: string, roleType: 'internal' | 'external') {
  const telephone = person.phone ?? person.mobile;
  return {
    contactId: person.reference,
    contactInternalId: internalIdOf(person),
    contactName: fullName(person),
    roleName,
    roleType,
    // Optional: absent rather than null.
    ...(person.email === null ? {} : { email: person.email }),
    ...(telephone === null ? {} : { telephone }),
  };
}

export function unitMembers(unit: Unit, building: Building | undefined) {
  const bare = unit.oddity === 'null-members';
  const none = unit.oddity === 'empty-text' ? '' : null;
  const lived = unit.kind === 'apartment' || unit.kind === 'commercial';
  return {
    id: unit.reference,
    internalId: 51_000 + unit.ordinal,
    area: bare || unit.area === null ? none : String(unit.area),
    floor: bare ? null : unit.floorLabel,
    rooms: bare || unit.rooms === null ? none : String(unit.rooms),
    mscNumber: lived && !bare ? String(unit.ordinal) : none,
    // Empty where the property's `addresses` say it all.
    address: bare ? null : lived ? streetLine(unit) : '',
    purpose: bare ? null : purposeOf(unit),
    votingShare: unit.votingShare,
    number: unit.number,
    propertyMscNumber: lived && !bare && building !== undefined ? String(7000 + building.ordinal) : none,
    name: unit.name ?? none,
    note: unit.note ?? none,
    customFields: bare
      ? null
      : { Kellerabteil: unit.legacyNumber, Balkon: unit.amenities.includes('balcony') },
  };
}

/** One customer says LIVING, another APARTMENT; CELLAR is in no table; common rooms have no purpose. */
function purposeOf(unit: Unit): string | null {
  if (unit.kind === 'apartment') return unit.address.country === 'DE' ? 'LIVING' : 'APARTMENT';
  return { commercial: 'COMMERCIAL', parking: 'PARKING', storage: 'CELLAR', common: null }[unit.kind];
}

/** The documents lost this shape, too: it is assumed. */
export function contractMembers(tenancy: Tenancy) {
  const endDate = tenancy.endDate ?? tenancy.fixedUntil;
  return {
    id: tenancy.reference,
    type: { rental: 'RENTER', ownership: 'OWNER', untyped: null }[tenancy.kind],
    startAt: midnight(tenancy.startDate),
    // Open-ended: null, and in a few absent.
    ...(endDate === null && tenancy.oddity === 'null-members' ? {} : { endAt: midnight(endDate) }),
  };
}

function midnight(date: string | null): string | null {
  return date === null ? null : `${date}T00:00:00.000Z`;
}

export function contactMembers(person: Person) {
  const bare = person.oddity === 'null-members';
  const none = person.oddity === 'empty-text' ? '' : null;
  const { address } = person;
  return {
    id: person.reference,
    internalId: internalIdOf(person),
    title: person.title ?? none,
    salutation: person.salutation ?? none,
    firstName: person.firstName,
    lastName: person.lastName,
    company: person.companyName ?? none,
    companyRole: person.companyRole ?? none,
    email: person.email,
    telephone: person.phone ?? none,
    mobile: person.mobile ?? none,
    fax: person.kind === 'company' ? person.phone : none,
    website: person.website ?? none,
    street: bare || address === null ? none : `${address.street} ${address.houseNumber}`,
    // A text here, unlike a property's.
    postalCode: bare || address === null ? none : address.postalCode,
    city: bare || address === null ? none : address.city,
    country: bare || address === null ? none : COUNTRY_NAMES[address.country],
    note: person.note ?? none,
    isRegistered: bare ? null : person.account === 'active',
    preferredWayOfContact: bare ? null : person.preferredContact.toUpperCase(),
    customFields: bare ? null : { 'Telefon 2': null, Mandatsreferenz: `MR-${person.ordinal}` },
  };
}

export function staffMembers(person: Person) {
  const rights = person.employment?.rights;
  return {
    id: person.reference,
    internalId: internalIdOf(person),
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    role: person.roles.includes('manager') ? 'MANAGER' : rights === 'Administrator' ? 'ADMIN' : 'EDITOR',
  };
}

export function taskMembers(task: Task) {
  // The samples of 004 read "2016-08-05T23:30:00Z,": without milliseconds, with a comma inside the text.
  const moment = (instant: string | null): string | null =>
    instant === null || task.oddity !== 'trailing-comma' ? instant : instant.replace('.000Z', 'Z,');
  return {
    id: task.reference,
    title: task.title,
    description: task.description,
    completed: task.state === 'completed',
    status: task.state.toUpperCase(),
    createdAt: moment(task.createdAt),
    acceptedAt: moment(task.acceptedAt),
    declinedAt: moment(task.declinedAt),
    completedAt: moment(task.completedAt),
  };
}

/** A document of the document interface. It has no link: v1 gives its bytes to nobody. */
export function documentMembers(file: FileRecord) {
  const bare = file.oddity === 'null-members';
  const downloads = file.ordinal % 5;
  return {
    id: `5512-${String(file.ordinal).padStart(4, '0')}`,
    internalId: 4_200_000 + file.ordinal,
    title: file.name.replace(/\.\w+$/, ''),
    publishedAt: file.createdAt,
    resource: file.ordinal % 4 === 0 ? 'nordhem-dms' : null,
    downloadCount: bare ? null : downloads,
    firstDownloadAt: bare || downloads === 0 ? null : addHours(file.createdAt, 70),
  };
}

/** "Miriam Manager"; a company where nobody is named. */
export function fullName(person: Person | undefined): string | null {
  const name = [person?.firstName, person?.lastName].filter((part) => part != null).join(' ');
  return name === '' ? (person?.companyName ?? null) : name;
}

function internalIdOf(person: Person): number {
  return 990_000 + person.ordinal;
}
