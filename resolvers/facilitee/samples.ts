import type { Document, Issue, Lease, Person, Unit } from '../../src/domain/index.js';
import type { FaciliteeMap } from './map.js';
import { withRow } from './persons.js';
import { lookUpRef, roleNames, roles, type Role } from './roles.js';
import * as wire from './wire.js';
import type { ListName, RecordName, Row, Single } from './wire.js';

/** No record has this id, so that nothing that is known of one is taken for the sample's. */
const id = 9_999_999_999;

/**
 * Records with every reference set: what the cost of a query is reckoned with before anything is read. They are made of
 * wire rows by the map that makes all records, so that what an answer leaves out is left out here, too.
 */
export function createSamples(map: FaciliteeMap) {
  const building = map.toBuilding(row('properties', { id }));
  const unit = map.toUnitDetail(
    single('propertyUnit', {
      id,
      manager: { id },
      defaultIssueManager: { id },
      owner: { id },
      propertyUsers: [{ id }],
      attachments: [{ id }],
      property: { id },
    }),
  );
  const userMembers = {
    id,
    name: 'A',
    propertyUnits: [{ propertyUnitId: id }],
    attachments: [{ id }],
    address: {},
  };
  const userRow = (role: Role): Person => {
    const isOnlyInSingles = (roles[role].inSingles as readonly string[]).includes('address');
    const members = isOnlyInSingles ? { ...userMembers, address: null } : userMembers;
    return map.toPerson(role, row(roles[role].list, members));
  };
  const user = (role: Role): Person =>
    withRow(map.toPerson(role, single(roles[role].record, userMembers)), userRow(role));
  const tenant = userRow('property-user');

  return {
    building,
    /** As the list of a property's units tells it. */
    unitRow: map.toUnit(row('propertyUnits', { id, propertyManagerId: id }), building) satisfies Unit,
    /** As its own record tells it. */
    unit,
    /** As a unit tells those whom it names. */
    personOfUnit: anyOf([...(unit.persons ?? [])].reverse()),
    /** As the list of a role tells it. */
    userRow,
    /** With all that the two answers tell. */
    user,
    /** As a list tells it in which all roles stand. */
    anybody: anyOf([tenant, ...roleNames.map(userRow)]),
    /** As the record of its user tells it. */
    unitPart: firstOf(tenant.units) satisfies Unit,
    lease: firstOf(tenant.leases) satisfies Lease,
    issue: map.toIssue(
      row('issues', { id, reporterId: id, reporterName: 'A', propertyUnit: { id, property: { id } } }),
    ) satisfies Issue,
    unitDocument: firstOf(unit.documents) satisfies Document,
    personDocument: firstOf(user('service-provider').documents) satisfies Document,
  };
}

export type FaciliteeSamples = ReturnType<typeof createSamples>;

const at = new Date(0);

/** Whichever of them it is: what one of them leaves to be asked is to be asked, and the role is not known. */
function anyOf(people: readonly Person[]): Person {
  const person = firstOf(people);
  const asked = new Set([...Object.keys(person), 'units', 'leases', 'documents'] as (keyof Person)[]);
  const untold = [...asked].filter((member) => people.some((each) => each[member] === undefined));
  return {
    ...person,
    ...Object.fromEntries(untold.map((member) => [member, undefined])),
    ref: lookUpRef(person.ref.source, String(id), 'A'),
  };
}

function row<L extends ListName>(list: L, members: object) {
  return { row: wire.rows[list].parse(members) as Row<L>, at, form: 'row' as const };
}

function single<R extends RecordName>(record: R, members: object) {
  return { row: wire.records[record].parse(members) as Single<R>, at, form: 'detail' as const };
}

function firstOf<T>(records: readonly T[] | undefined): T {
  const [first] = records ?? [];
  if (first === undefined) throw new TypeError('a sample without what is to be sampled');
  return first;
}
