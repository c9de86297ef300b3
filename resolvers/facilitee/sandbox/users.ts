import type { Person, Trade } from '../../../src/sandbox/portfolio.js';
import { TRADE_NAMES } from '../../../src/sandbox/texts.js';
import { address, ADDRESS_IDS, attachments, dateTime, nameOf, phone, text } from './parts.js';
import { referenceOf, type Assignment, type User } from './records.js';

// Members stand in the order of the samples of 002. Rows of a list and the single record differ on purpose.

/** Row of `GET Owners`: no invoice members, `userStatus`. */
export function ownerRow(user: User) {
  const { person } = user;
  return {
    ...who(user),
    address: ownAddress(person, true),
    additionalNote: text(person.note, person.oddity),
    authorizedAmount: person.owner?.authorizedAmount ?? null,
    numberOfPropertyUnits: user.units.length,
    userStatus: status(person),
    externalReferenceId: referenceOf(person),
  };
}

/** `GET Owners/{id}`: `status`, an address without id, and where invoices go, if elsewhere. */
export function ownerDetail(user: User) {
  const { person } = user;
  const invoiceEmail = person.owner?.invoiceEmail ?? null;
  const elsewhere = invoiceEmail !== null;
  return {
    ...who(user),
    address: ownAddress(person, false),
    additionalNote: text(person.note, person.oddity),
    authorizedAmount: person.owner?.authorizedAmount ?? null,
    status: status(person),
    externalReferenceId: referenceOf(person),
    invoiceAddress:
      elsewhere && person.address !== null
        ? address(person.address, ADDRESS_IDS.invoice + person.ordinal)
        : null,
    invoiceCompany: elsewhere ? (person.owner?.companies[0]?.name ?? person.companyName) : null,
    invoiceEmail,
    attentionTo: elsewhere ? nameOf(person) : null,
  };
}

/** An owner's companies, as `GET Owners/{id}/companies` lists them: `countryCode` with `+`. */
export function companiesOf(user: User) {
  const { person } = user;
  return (person.owner?.companies ?? []).map((company) => ({
    id: company.ordinal,
    name: company.name,
    invoiceEmail: company.invoiceEmail,
    maxMandateAmount: company.maxMandateAmount,
    attentionTo: company.attentionTo,
    ...phone(person, '+'),
    externalReferenceId: null,
    invoiceAddress:
      person.address === null ? null : address(person.address, ADDRESS_IDS.company + company.ordinal),
  }));
}

/** Row of `GET managers`: a role, but no address. */
export function managerRow(user: User) {
  const { person } = user;
  return {
    ...who(user),
    additionalNote: text(person.note, person.oddity),
    userStatus: status(person),
    externalReferenceId: referenceOf(person),
    role: 'PropertyManager',
    numberOfPropertyUnits: user.units.length,
    ...rating(person),
  };
}

/** `GET managers/{id}`: an address, but no role. */
export function managerDetail(user: User) {
  const { person } = user;
  return {
    ...who(user),
    additionalNote: text(person.note, person.oddity),
    userStatus: status(person),
    externalReferenceId: referenceOf(person),
    address: ownAddress(person, true),
    ...rating(person),
  };
}

/** Row of `GET service-providers`: tags are texts, and there are no attachments. */
export function serviceProviderRow(user: User) {
  const { person } = user;
  return {
    ...who(user),
    additionalNote: text(person.note, person.oddity),
    userStatus: status(person),
    activeIssues: user.activeIssues,
    externalReferenceId: referenceOf(person),
    tags: person.trades.map(tradeName),
    address: ownAddress(person, true),
    ...rating(person),
  };
}

/** `GET service-providers/{id}`: tags are objects, and there are attachments. */
export function serviceProviderDetail(user: User, origin: string) {
  const { person } = user;
  return {
    ...who(user),
    additionalNote: text(person.note, person.oddity),
    status: status(person),
    externalReferenceId: referenceOf(person),
    tags: person.trades.map((trade) => ({ id: TRADES.indexOf(trade) + 1, name: tradeName(trade) })),
    attachments: attachments(user.files, user.id, origin),
    address: ownAddress(person, false),
    ...rating(person),
  };
}

/** A property user, the same in `GET property-users` and `GET property-users/{id}`. */
export function propertyUser(user: User) {
  const { person } = user;
  const damaged = person.oddity === 'null-members';
  return {
    ...who(user),
    additionalNote: text(person.note, person.oddity),
    status: status(person),
    externalReferenceId: referenceOf(person),
    address: damaged ? null : ownAddress(person, true),
    propertyUnits: [...user.assignments.map(placeIn), ...(damaged ? [null] : [])],
  };
}

/** A manager within a unit. */
export function nestedManager(user: User) {
  const { person } = user;
  return {
    ...who(user),
    additionalNote: text(person.note, person.oddity),
    isActive: true,
    userStatus: status(person),
  };
}

/** An owner within a unit. */
export function nestedOwner(user: User) {
  const { person } = user;
  return {
    ...who(user),
    authorizedAmount: person.owner?.authorizedAmount ?? null,
    isActive: true,
    userStatus: status(person),
  };
}

/** A property user within a unit; one who has moved out of the last unit is no longer active. */
export function nestedPropertyUser({ user, isMainContact }: Assignment) {
  return {
    ...who(user),
    additionalNote: text(user.person.note, user.person.oddity),
    isContact: isMainContact,
    isActive: user.assignments.some(({ tenancy }) => tenancy.state !== 'ended'),
  };
}

/** The main contact within a row of units: no id tells who it is. */
export function mainContact({ user }: Assignment) {
  const { id: _id, ...known } = who(user);
  return { ...known, additionalNote: text(user.person.note, user.person.oddity) };
}

/** An owner's company within a unit: fewer members than in the list. */
export function nestedCompany(owner: User, companyId: number) {
  const company = companiesOf(owner).find((candidate) => candidate.id === companyId);
  if (company === undefined) return null;
  const { externalReferenceId: _reference, invoiceAddress: _address, ...known } = company;
  return known;
}

/** Facilitee's name of a trade: `Plumbing`. */
export function tradeName(trade: Trade): string {
  return trade.charAt(0).toUpperCase() + trade.slice(1);
}

const TRADES = Object.keys(TRADE_NAMES) as Trade[];

function who({ id, person }: User) {
  return {
    id,
    email: person.email,
    name: nameOf(person),
    companyName: text(person.companyName, person.oddity),
    ...phone(person),
  };
}

function placeIn({ unit, isMainContact, contractStart, contractEnd }: Assignment) {
  return {
    propertyUnitId: unit.id,
    customUnitId: unit.customUnitId,
    additionalNote: text(unit.unit.note, unit.unit.oddity),
    floor: unit.unit.floor,
    isMainContact,
    contractStart: dateTime(contractStart),
    contractEnd: dateTime(contractEnd),
    address: address(unit.unit.address),
  };
}

function ownAddress(person: Person, withId: boolean) {
  if (person.address === null) return null;
  return withId ? address(person.address, ADDRESS_IDS.user + person.ordinal) : address(person.address);
}

function status(person: Person): string {
  return { uninvited: 'Uninvited', invited: 'Invited', active: 'Active' }[person.account];
}

function rating(person: Person) {
  return { averageRating: person.rating?.average ?? 0, numberOfRatings: person.rating?.count ?? 0 };
}
