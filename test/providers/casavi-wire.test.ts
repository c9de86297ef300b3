import { describe, expect, it } from 'vitest';
import { createMap, toAddress } from '../../resolvers/casavi/map.js';
import type { Received } from '../../resolvers/casavi/pages.js';
import {
  readEnvelope,
  recordShapes,
  rowShapes,
  type ListName,
  type RecordName,
  type RowOf,
} from '../../resolvers/casavi/wire.js';
import { createDrift } from '../../src/wire/drift.js';
import { readRows } from '../../src/wire/read.js';

/**
 * Fixtures are the samples of docs/casavi.txt made anew: same members, same forms of values (numbers for `postalCode` and
 * `number` of a property, texts for `area` and `rooms`, a comma inside a date), invented values. Where the document lost
 * what a list holds, the shape that the gateway assumes stands here once more, so that a change of mind shows.
 */
const at = new Date('2026-02-03T04:05:06Z');
const map = createMap({
  source: 'casavi',
  timeZone: 'Europe/Berlin',
  purposes: { LIVING: 'APARTMENT', SHOP: 'COMMERCIAL', PARKING: 'PARKING', CELLAR: 'STORAGE' },
  statusCodes: { OPEN: 'OPEN', PENDING: 'WAITING', INPROGRESS: 'IN_PROGRESS' },
});

function received<N extends ListName | RecordName>(name: N, raw: unknown): Received<N> {
  const shape = name in rowShapes ? rowShapes[name as ListName] : recordShapes[name as RecordName];
  const [row] = readRows(shape, [raw], createDrift().of(name)) as (RowOf<N> | null)[];
  if (row === null || row === undefined) throw new Error(`${name} could not be read`);
  return { row, at };
}

const ref = (type: string, ...key: readonly string[]) => ({ type, source: 'casavi', key });
const building = map.propertyRef('W-118');

describe('a property ("Get property by Id")', () => {
  const raw = {
    id: 'W-118',
    internalId: 8812,
    name: 'Wohnpark am Wehr',
    note: 'Schlüssel beim Hausmeister',
    country: 'Germany',
    city: 'Dresden',
    postalCode: 1067,
    number: 20118,
    addresses: [
      { street: 'Am Wehr 4', units: ['W-118-0001', 'W-118-0002'] },
      { street: 'Uferweg 11a', units: ['W-118-0003'] },
    ],
    responsibilities: [
      {
        contactId: 'M-7',
        contactInternalId: 31,
        contactName: 'Jana Kühn',
        roleName: 'Hausverwaltung',
        roleType: 'internal',
        email: 'jana.kuehn@verwaltung.example',
        telephone: '+49 351 000001',
      },
      {
        contactId: 'C-9',
        contactInternalId: 32,
        contactName: 'Rohr & Sohn',
        roleName: 'Notdienst',
        roleType: 'external',
      },
    ],
    customFields: { Baujahr: 1998, 'E-Mail 2': null, Aufzug: true, Zähler: { Strom: 2 } },
    appLink: 'https://app.casavi.example/properties/8812',
  };

  it('is read', () => {
    const address = {
      line1: 'Am Wehr 4',
      street: 'Am Wehr',
      houseNumber: '4',
      // The number has lost the zero that German codes of the east begin with.
      postalCode: '01067',
      city: 'Dresden',
      country: 'DE',
      countryName: 'Germany',
    };
    expect(map.toBuilding(received('property', raw))).toMatchObject({
      ref: ref('Building', 'W-118'),
      remoteId: 'W-118',
      fetchedAt: at,
      externalId: 'W-118',
      createdAt: null,
      updatedAt: null,
      name: 'Wohnpark am Wehr',
      kind: 'COMMUNITY',
      number: '20118',
      description: 'Schlüssel beim Hausmeister',
      url: 'https://app.casavi.example/properties/8812',
      isActive: null,
      address,
      addresses: [address, { ...address, line1: 'Uferweg 11a', street: 'Uferweg', houseNumber: '11a' }],
      unitCount: null,
      meteringCompany: null,
      responsibilities: [
        {
          contactName: 'Jana Kühn',
          roleName: 'Hausverwaltung',
          roleType: 'INTERNAL',
          providerRoleType: 'internal',
          email: 'jana.kuehn@verwaltung.example',
          telephone: '+49 351 000001',
          contact: ref('Person', '', 'staff', 'M-7'),
        },
        {
          contactName: 'Rohr & Sohn',
          roleType: 'EXTERNAL',
          email: null,
          telephone: null,
          contact: ref('Person', '', 'contact', 'C-9'),
        },
      ],
      customFields: [
        { name: 'Baujahr', value: '1998', type: 'NUMBER' },
        { name: 'E-Mail 2', value: null, type: 'UNKNOWN' },
        { name: 'Aufzug', value: 'true', type: 'BOOLEAN' },
        { name: 'Zähler', value: '{"Strom":2}', type: 'OTHER' },
      ],
    });
  });

  it('names the house of a unit', () => {
    const { row } = received('property', raw);
    expect(map.toHouse(row, 'W-118-0003')?.line1).toBe('Uferweg 11a');
    expect(map.toHouse(row, 'W-118-0009')).toBeNull();
  });

  it('may say who meters it', () => {
    const metered = { ...raw, mscNumber: 815, mscProviderName: 'Ablese GmbH' };
    expect(map.toBuilding(received('property', metered)).meteringCompany).toEqual({
      propertyNumber: '815',
      unitNumber: null,
      providerName: 'Ablese GmbH',
    });
  });

  it('may hold nothing but its id, or the wrong thing everywhere', () => {
    const bare = map.toBuilding(received('properties', { id: 'W-1' }));
    const odd = map.toBuilding(
      received('properties', {
        id: 'W-1',
        name: [],
        note: {},
        country: null,
        city: '',
        postalCode: false,
        number: null,
        addresses: { street: 'none' },
        responsibilities: 'none',
        customFields: null,
        appLink: 'no link',
      }),
    );
    expect({ ...odd, raw: null }).toEqual({ ...bare, raw: null });
    expect(bare).toMatchObject({
      name: null,
      number: null,
      address: null,
      addresses: [],
      responsibilities: [],
      customFields: [],
      url: null,
    });
    // Nothing is left to ask a detail call for: there is none.
    expect(Object.values(bare)).not.toContain(undefined);
  });

  it.each([[{}], [{ id: null }], [{ id: '  ' }], [{ id: {} }], [null], ['text'], [[]]])(
    'without an id is none: %j',
    (wrong) => {
      expect(
        readRows(rowShapes.properties, [wrong, { id: 7 }], createDrift().of('properties')),
      ).toMatchObject([null, { id: '7' }]);
    },
  );
});

describe('a unit ("Get unit by id")', () => {
  const raw = {
    internalId: 9917,
    area: '71,5',
    floor: '2. OG',
    rooms: '2.5',
    mscNumber: '12',
    address: 'Am Wehr 4',
    purpose: 'LIVING',
    votingShare: 3.25,
    id: 'W-118-0001',
    number: '0001',
    propertyMscNumber: '815',
    name: 'Whg 1',
    note: 'Gartenanteil',
    contracts: [
      {
        id: 'V-1',
        type: 'RENTER',
        contactIds: ['C-1', 'C-2'],
        startAt: '2019-05-01T00:00:00.000Z',
        endAt: '2020-04-30T00:00:00.000Z',
      },
      { id: 'V-2', type: 'RENTER', contactIds: ['C-3'], startAt: '2020-05-01T00:00:00.000Z', endAt: null },
    ],
    customFields: { Keller: 'K4' },
    appLink: 'https://app.casavi.example/units/9917',
  };

  it('is read', () => {
    expect(map.toUnit(received('unit', raw), building, false)).toMatchObject({
      ref: ref('Unit', 'W-118', 'W-118-0001'),
      remoteId: 'W-118-0001',
      externalId: 'W-118-0001',
      name: 'Whg 1',
      number: '0001',
      kind: 'APARTMENT',
      unitType: 'LIVING',
      building: ref('Building', 'W-118'),
      address: { line1: 'Am Wehr 4', street: 'Am Wehr', houseNumber: '4', city: null },
      floor: null,
      floorLabel: '2. OG',
      rooms: 2.5,
      area: { value: 71.5, unit: 'SQUARE_METRE' },
      votingShare: 3.25,
      description: 'Gartenanteil',
      occupancy: 'OCCUPIED',
      meteringCompany: { propertyNumber: '815', unitNumber: '12', providerName: null },
      customFields: [{ name: 'Keller', value: 'K4', type: 'TEXT' }],
      url: 'https://app.casavi.example/units/9917',
      // Only running contracts stand in this answer: the list of the property has all.
      leases: undefined,
    });
  });

  it('holds all its contracts in the list of its property', () => {
    const unit = map.toUnit(received('units', raw), building, true);
    expect(unit.leases).toHaveLength(2);
    expect(unit.leases?.[0]).toMatchObject({
      ref: ref('Lease', 'W-118', 'W-118-0001', 'V-1'),
      remoteId: 'W-118:W-118-0001:V-1',
      externalId: 'V-1',
      number: 'V-1',
      kind: 'RESIDENTIAL',
      providerKind: 'RENTER',
      derivation: 'EMBEDDED',
      status: 'ENDED',
      startDate: '2019-05-01',
      endDate: '2020-04-30',
      building: ref('Building', 'W-118'),
      tenants: [ref('Person', 'contact', 'C-1'), ref('Person', 'contact', 'C-2')],
    });
    expect(unit.leases?.[1]).toMatchObject({ status: 'ACTIVE', endDate: null });
    expect(unit.leases?.[0]?.unit).toBe(unit);
  });

  it.each([
    [{ contractId: 'V-1', contacts: [{ id: 'C-1' }, {}], startDate: '2019-05-01', endDate: '2020-04-30' }],
    [
      {
        id: 'V-1',
        contactIds: ['C-1', 'C-1'],
        startAt: '2019-04-30T22:00:00Z',
        endAt: '2020-04-29T22:00:00.000Z',
      },
    ],
  ])('knows a contract in another spelling: %j', (contract) => {
    const unit = map.toUnit(
      received('units', { id: 'W-118-0001', contracts: [contract, {}, null] }),
      building,
      true,
    );
    expect(unit.leases).toMatchObject([
      {
        externalId: 'V-1',
        // Midnight in Germany, sent in UTC, is the evening before there.
        startDate: '2019-05-01',
        endDate: '2020-04-30',
        tenants: [ref('Person', 'contact', 'C-1')],
        kind: 'OTHER',
        providerKind: null,
      },
    ]);
  });

  it.each([
    ['RENTER', 'LIVING', 'RESIDENTIAL'],
    ['RENTER', 'SHOP', 'COMMERCIAL'],
    ['RENTER', 'PARKING', 'PARKING'],
    ['RENTER', 'CELLAR', 'OTHER'],
    ['RENTER', 'constructor', 'OTHER'],
    ['RENTER', null, 'UNKNOWN'],
    ['OWNER', 'LIVING', 'OWNERSHIP'],
    ['OWNERSHIP', null, 'OWNERSHIP'],
    [null, 'LIVING', 'OTHER'],
    ['USUFRUCT', 'LIVING', 'OTHER'],
  ])('a contract %s about %s is %s', (type, purpose, kind) => {
    const unit = map.toUnit(
      received('units', { id: 'U', purpose, contracts: [{ id: 'V', type }] }),
      building,
      true,
    );
    expect(unit.leases?.[0]?.kind).toBe(kind);
  });

  it.each([
    ['LIVING', 'APARTMENT'],
    ['CELLAR', 'STORAGE'],
    ['Living', 'OTHER'],
    ['constructor', 'OTHER'],
    [null, 'UNKNOWN'],
    ['', 'UNKNOWN'],
  ])('a purpose %s is %s', (purpose, kind) => {
    expect(map.toUnit(received('unit', { id: 'U', purpose }), building, false).kind).toBe(kind);
  });

  it.each([
    ['RENTER', '2020-01-01T00:00:00.000Z', null, 'OCCUPIED'],
    [null, '2020-01-01T00:00:00.000Z', null, 'OCCUPIED'],
    ['OWNER', '2020-01-01T00:00:00.000Z', null, 'UNKNOWN'],
    ['RENTER', '2020-01-01T00:00:00.000Z', '2020-12-31T00:00:00.000Z', 'UNKNOWN'],
    ['RENTER', '2999-01-01T00:00:00.000Z', null, 'UNKNOWN'],
    ['RENTER', null, null, 'UNKNOWN'],
  ])('let to a %s from %s to %s is %s', (type, startAt, endAt, occupancy) => {
    const unit = { id: 'U', contracts: [{ id: 'V', type, startAt, endAt }] };
    expect(map.toUnit(received('unit', unit), building, false).occupancy).toBe(occupancy);
  });

  it('leaves its address to the house of its property, at hand or to be asked for', () => {
    const unit = received('units', { ...raw, address: '' });
    const property = received('properties', {
      id: 'W-118',
      city: 'Dresden',
      addresses: [{ street: 'Am Wehr 4', units: ['W-118-0001'] }],
    });
    expect(map.toUnit(unit, map.toBuilding(property), true).address).toMatchObject({
      line1: 'Am Wehr 4',
      city: 'Dresden',
    });
    expect(map.toUnit(unit, building, true).address).toEqual(ref('Address', 'W-118', 'W-118-0001'));
  });

  it('may hold nothing but its id, or the wrong thing everywhere', () => {
    const bare = map.toUnit(received('units', { id: 'U' }), building, true);
    const odd = map.toUnit(
      received('units', {
        id: 'U',
        area: 'large',
        rooms: 'two',
        floor: null,
        votingShare: null,
        contracts: null,
        customFields: null,
        appLink: null,
      }),
      building,
      true,
    );
    expect({ ...odd, raw: null }).toEqual({ ...bare, raw: null });
    expect(bare).toMatchObject({ area: null, rooms: null, floorLabel: null, leases: [], customFields: [] });
    const { leases, documents, ...told } = bare;
    expect([leases, documents]).toEqual([[], undefined]);
    expect(Object.values(told)).not.toContain(undefined);
  });
});

describe('a contact ("Get contact by Id")', () => {
  const raw = {
    id: 'C-11',
    internalId: 551,
    title: 'Professor',
    salutation: 'Frau',
    firstName: 'Ute',
    lastName: 'Brandt',
    company: 'Brandt Optik',
    companyRole: 'Inhaberin',
    email: 'ute.brandt@optik.example',
    telephone: '+49 (0) 351 22',
    mobile: '+49 (0) 170 33',
    fax: '+49 (0) 351 44',
    website: 'https://optik.example',
    street: 'Uferweg 3',
    postalCode: '01067',
    city: 'Dresden',
    country: 'Germany',
    note: 'Only in the morning.',
    isRegistered: true,
    preferredWayOfContact: 'LETTER',
    customFields: { Mandat: 'MR-1' },
    appLink: 'https://app.casavi.example/contacts/551',
  };

  it('is read', () => {
    expect(map.toContact(received('contact', raw))).toMatchObject({
      ref: ref('Person', 'contact', 'C-11'),
      remoteId: 'C-11',
      externalId: 'C-11',
      kind: 'PERSON',
      roles: ['CONTACT'],
      derivation: 'NATIVE',
      displayName: 'Ute Brandt',
      firstName: 'Ute',
      lastName: 'Brandt',
      title: 'Professor',
      salutation: 'Frau',
      companyName: 'Brandt Optik',
      companyRole: 'Inhaberin',
      email: 'ute.brandt@optik.example',
      phones: [
        { kind: 'LANDLINE', number: '+49 (0) 351 22' },
        { kind: 'MOBILE', number: '+49 (0) 170 33' },
        { kind: 'FAX', number: '+49 (0) 351 44' },
      ],
      website: 'https://optik.example',
      address: { line1: 'Uferweg 3', postalCode: '01067', city: 'Dresden', country: 'DE' },
      note: 'Only in the morning.',
      accountStatus: 'REGISTERED',
      providerAccountStatus: 'true',
      preferredContactChannel: 'LETTER',
      providerPreferredContactChannel: 'LETTER',
      customFields: [{ name: 'Mandat', value: 'MR-1', type: 'TEXT' }],
      url: 'https://app.casavi.example/contacts/551',
    });
  });

  it.each([
    [{ firstName: null }, 'PERSON', 'Brandt'],
    [{ firstName: null, lastName: '' }, 'COMPANY', 'Brandt Optik'],
    [{ firstName: null, lastName: null, company: null }, 'UNKNOWN', null],
  ])('with %j is a %s', (members, kind, displayName) => {
    expect(map.toContact(received('contacts', { ...raw, ...members }))).toMatchObject({ kind, displayName });
  });

  it('may be all null but its id, as live answers are', () => {
    const nulls = Object.fromEntries(Object.keys(raw).map((name) => [name, null]));
    const bare = map.toContact(received('contacts', { ...nulls, id: 'C-11' }));
    expect(bare).toMatchObject({
      email: null,
      phones: [],
      address: null,
      accountStatus: 'UNKNOWN',
      providerAccountStatus: null,
      preferredContactChannel: 'UNKNOWN',
    });
    const { documents, ...told } = bare;
    expect(documents).toBeUndefined();
    expect(Object.values(told)).not.toContain(undefined);
    const odd = {
      email: 'at the desk',
      website: 'casavi',
      preferredWayOfContact: 'PIGEON',
      isRegistered: false,
    };
    expect(map.toContact(received('contacts', { ...raw, ...odd }))).toMatchObject({
      email: null,
      website: null,
      preferredContactChannel: 'UNKNOWN',
      providerPreferredContactChannel: 'PIGEON',
      accountStatus: 'UNKNOWN',
      providerAccountStatus: 'false',
    });
  });
});

describe('a member of the staff ("Get staff members by ID")', () => {
  it('is read', () => {
    const raw = {
      id: 'M-7',
      internalId: 31,
      firstName: 'Jana',
      lastName: 'Kühn',
      email: 'jana.kuehn@verwaltung.example',
      role: 'EDITOR',
    };
    expect(map.toStaff(received('staffMember', raw))).toMatchObject({
      ref: ref('Person', 'staff', 'M-7'),
      remoteId: 'M-7',
      externalId: 'M-7',
      kind: 'PERSON',
      roles: ['STAFF'],
      displayName: 'Jana Kühn',
      email: 'jana.kuehn@verwaltung.example',
      staffRole: 'EDITOR',
    });
  });
});

const task = {
  id: 'A-000311',
  title: 'Ventil tauschen',
  description: 'Hello,\n\nplease replace the valve.',
  completed: false,
  status: 'ACCEPTED',
  createdAt: '2021-03-05T23:30:00Z,',
  acceptedAt: '2021-03-06T08:00:00Z,',
  declinedAt: null,
  completedAt: '2021-03-05T23:30:00Z',
  assignedToId: 'C-9',
  createdById: 'M-7',
  attachments: [],
  attachmentDetails: [],
  comments: [],
};

const comment = {
  id: 'K-1',
  internalId: 771,
  text: 'We will come **tomorrow**.',
  isInternal: false,
  authorId: 'M-7',
  authorName: 'Jana Kühn',
  createdAt: '2021-03-06T07:00:00.000Z',
  attachments: [],
  attachmentDetails: [],
};

describe('a ticket ("Get a ticket by ID")', () => {
  const raw = {
    id: '30112',
    internalId: 6612,
    number: '118',
    title: 'Heizung kalt',
    description: 'Seit gestern',
    type: 'Heizung',
    typeGroup: 'Technik',
    propertyId: 'W-118',
    unitId: 'W-118-0001',
    status: 'PENDING',
    statusText: 'Wartet auf Teil',
    contactId: 'C-11',
    contactName: 'Ute Brandt',
    contactTelephone: '+4935122',
    contactEmail: 'ute.brandt@optik.example',
    sharedWithContacts: ['C-2', 'C-3'],
    sharedWithProperty: false,
    assignedToId: 'M-7',
    assignedToName: 'Jana Kühn',
    createdAt: '2021-03-05T14:54:57.000Z',
    lastModified: '2021-03-06T12:43:30.000Z',
    closedAt: null,
    reportedAt: 'Invalid Date',
    attachments: [345, 346],
    attachmentLinks: ['https://files.casavi.example/old'],
    attachmentDetails: [
      {
        id: 345,
        filename: 'heizung.jpg',
        contentType: 'image/jpeg',
        size: 20412,
        url: 'https://files.casavi.example/a',
      },
      { id: 347, name: 'plan.pdf', url: null },
    ],
    comments: [comment],
    tasks: [task],
    customFields: { Dringend: true },
    appLink: 'https://app.casavi.example/tickets/6612',
  };

  const listed = {
    ref: ref('Issue', '30112'),
    remoteId: '30112',
    externalId: '30112',
    number: '118',
    title: 'Heizung kalt',
    description: 'Seit gestern',
    category: 'Heizung',
    categoryGroup: 'Technik',
    status: 'WAITING',
    providerStatus: 'PENDING',
    statusText: 'Wartet auf Teil',
    building: ref('Building', 'W-118'),
    unit: ref('Unit', 'W-118', 'W-118-0001'),
    reporter: ref('Person', 'contact', 'C-11'),
    reporterName: 'Ute Brandt',
    reporterEmail: 'ute.brandt@optik.example',
    reporterTelephone: '+4935122',
    followers: [ref('Person', 'contact', 'C-2'), ref('Person', 'contact', 'C-3')],
    isSharedWithBuilding: false,
    assignee: ref('Person', 'staff', 'M-7'),
    assigneeName: 'Jana Kühn',
    createdAt: '2021-03-05T14:54:57.000Z',
    updatedAt: '2021-03-06T12:43:30.000Z',
    closedAt: null,
    reportedAt: null,
    url: 'https://app.casavi.example/tickets/6612',
  };

  it('is read, with what the single answer alone has', () => {
    const issue = map.toIssueDetail(received('ticket', raw));
    expect(issue).toMatchObject({
      ...listed,
      customFields: [{ name: 'Dringend', value: 'true', type: 'BOOLEAN' }],
    });
    expect(issue.comments).toHaveLength(1);
    expect(issue.tasks).toHaveLength(1);
    for (const hanging of [
      issue.comments?.[0]?.issue,
      issue.tasks?.[0]?.issue,
      issue.documents?.[0]?.subject,
    ]) {
      expect(hanging).toBe(issue);
    }
  });

  it('leaves its fields, comments and tasks to that answer in a list', () => {
    const issue = map.toIssue(received('tickets', raw));
    expect(issue).toMatchObject(listed);
    const left = Object.entries(issue).flatMap(([name, value]) => (value === undefined ? name : []));
    expect(left).toEqual(['customFields']);
    expect([issue.comments, issue.tasks]).toEqual([undefined, undefined]);
  });

  it('has files, by their details or by their ids', () => {
    const { documents } = map.toIssue(received('tickets', raw));
    const common = {
      kind: 'ISSUE_ATTACHMENT',
      derivation: 'DERIVED_FROM_ISSUE',
      externalId: null,
      createdAt: null,
    };
    expect(documents).toMatchObject([
      {
        ...common,
        ref: ref('Document', 'ticket', '30112', '345'),
        remoteId: 'ticket:30112:345',
        title: 'heizung.jpg',
        fileName: 'heizung.jpg',
        mimeType: 'image/jpeg',
        sizeBytes: 20412,
        url: 'https://files.casavi.example/a',
      },
      { ...common, remoteId: 'ticket:30112:346', title: null, url: null },
      { ...common, remoteId: 'ticket:30112:347', title: 'plan.pdf', url: null },
    ]);
    expect(map.toIssue(received('tickets', { id: '1', attachments: [] })).documents).toEqual([]);
    // An answer without either member does not say: the single one does.
    expect(map.toIssue(received('tickets', { id: '1' })).documents).toBeUndefined();
  });

  it.each([
    ['OPEN', 'OPEN'],
    ['INPROGRESS', 'IN_PROGRESS'],
    ['ARCHIVED', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('of status %s is %s', (status, mapped) => {
    expect(map.toIssue(received('tickets', { id: '1', status }))).toMatchObject({
      status: mapped,
      providerStatus: status,
    });
  });

  it('takes just a page of comments for the first of several', () => {
    const many = (count: number) => ({
      ...raw,
      comments: Array.from({ length: count }, (_, index) => ({ ...comment, id: `K-${index}` })),
    });
    expect(map.toIssueDetail(received('ticket', many(24))).comments).toHaveLength(24);
    expect(map.toIssueDetail(received('ticket', many(25))).comments).toBeUndefined();
    expect(map.toIssueDetail(received('ticket', many(26))).comments).toHaveLength(26);
    expect(map.toIssueDetail(received('ticket', { ...raw, comments: null })).comments).toBeUndefined();
  });
});

describe('a comment (samples of the document are `{}`)', () => {
  it('is read', () => {
    expect(map.toComment(received('comments', comment), map.ticketRef('30112'))).toEqual({
      ref: ref('Comment', '30112', 'K-1'),
      remoteId: '30112:K-1',
      fetchedAt: at,
      raw: comment,
      issue: ref('Issue', '30112'),
      text: 'We will come **tomorrow**.',
      isInternal: false,
      authorName: 'Jana Kühn',
      author: ref('Person', 'staff', 'M-7'),
      createdAt: '2021-03-06T07:00:00.000Z',
    });
  });

  it('may be by a contact, of whom it gives the name only', () => {
    const raw = { ...comment, authorId: null, authorName: 'Ute Brandt' };
    expect(map.toComment(received('comments', raw), map.ticketRef('30112'))).toMatchObject({
      author: null,
      authorName: 'Ute Brandt',
    });
  });
});

describe('a task ("Get a task by ID")', () => {
  it('is read, with commas inside its dates', () => {
    expect(map.toTask(received('task', task), map.ticketRef('30112'))).toEqual({
      ref: ref('Task', '30112', 'A-000311'),
      remoteId: '30112:A-000311',
      fetchedAt: at,
      raw: task,
      issue: ref('Issue', '30112'),
      number: 'A-000311',
      title: 'Ventil tauschen',
      description: 'Hello,\n\nplease replace the valve.',
      status: 'ACCEPTED',
      providerStatus: 'ACCEPTED',
      // Contacts by name, yet either may be one of the staff: the likelier list is tried first.
      assignee: ref('Person', '', 'contact', 'C-9'),
      createdBy: ref('Person', '', 'staff', 'M-7'),
      createdAt: '2021-03-05T23:30:00.000Z',
      acceptedAt: '2021-03-06T08:00:00.000Z',
      declinedAt: null,
      completedAt: '2021-03-05T23:30:00.000Z',
    });
  });

  it.each([['DONE'], ['toString'], [null]])('of status %s is UNKNOWN', (status) => {
    const raw = { ...task, status };
    expect(map.toTask(received('task', raw), map.ticketRef('1'))).toMatchObject({
      status: 'UNKNOWN',
      providerStatus: status,
    });
  });
});

describe('a document ("Get information about a document")', () => {
  const raw = {
    id: '7711-0042',
    internalId: 99817,
    title: 'Abrechnung 2023',
    publishedAt: '2024-04-11T09:53:42.891Z',
    resource: 'someDMS',
    sharedWith: [
      { propertyId: 'W-118', roles: ['owner', 'custom:Beirat'] },
      { unitId: 'W-118-0001' },
      { contactId: 'C-11' },
      { contractId: 'V-2' },
      { groupId: 'x' },
    ],
    downloadCount: 17,
    firstDownloadAt: '2024-04-15T00:00:00.000Z',
  };

  it('is read', () => {
    expect(map.toDocument(received('document', raw))).toMatchObject({
      ref: ref('Document', 'document', '7711-0042'),
      remoteId: 'document:7711-0042',
      externalId: '7711-0042',
      title: 'Abrechnung 2023',
      kind: 'UNKNOWN',
      derivation: 'NATIVE',
      url: null,
      publishedAt: '2024-04-11T09:53:42.891Z',
      downloadCount: 17,
      firstDownloadedAt: '2024-04-15T00:00:00.000Z',
      storageProvider: 'someDMS',
      sharedWith: [
        { type: 'BUILDING', remoteId: 'W-118', roles: ['owner', 'custom:Beirat'] },
        { type: 'UNIT', remoteId: 'W-118-0001', roles: null },
        { type: 'PERSON', remoteId: 'C-11', roles: null },
        { type: 'LEASE', remoteId: 'V-2', roles: null },
        { type: 'UNKNOWN', remoteId: null, roles: null },
      ],
      subject: null,
    });
  });

  it('may hold nothing but its id', () => {
    const bare = map.toDocument(received('document', { id: 'D' }));
    expect(bare).toMatchObject({ title: null, downloadCount: null, sharedWith: null });
    expect(Object.values(bare)).not.toContain(undefined);
  });
});

describe('an address', () => {
  const place = { postalCode: null, city: null, country: null };

  it.each([
    ['Main street 5', 'Main street', '5'],
    ['Musterstraße 33a', 'Musterstraße', '33a'],
    ['Uferweg 12 B', 'Uferweg', '12 B'],
    ['Hoofdstraat 4-6', 'Hoofdstraat', '4-6'],
    ["'s-Gravenweg 7", null, null],
    ['Straße des 17. Juni 135', null, null],
    ['Q 7, 24', null, null],
    ['Plein 1944 3', null, null],
    ['Am Markt', null, null],
    ['5', null, null],
    ['Kerkstraat 12/3', null, null],
    ['Kerkstraat 12-H', null, null],
  ])('%s is split only without doubt', (line1, street, houseNumber) => {
    expect(toAddress(line1, place)).toMatchObject({ line1, street, houseNumber });
  });

  it.each([
    ['1067', 'Germany', '01067'],
    ['1067', 'Deutschland', '01067'],
    ['80331', 'Germany', '80331'],
    ['41303', 'Sweden', '41303'],
    ['2011 GX', 'Netherlands', '2011 GX'],
    ['1010', 'Austria', '1010'],
    ['1067', null, '1067'],
  ])('code %s in %s is %s', (postalCode, country, shown) => {
    expect(toAddress(null, { ...place, postalCode, country })?.postalCode).toBe(shown);
  });

  it('of which nothing is known is none', () => {
    expect(toAddress(null, place)).toBeNull();
  });
});

describe('an envelope', () => {
  const rows = [{ id: 'a' }, { id: 'b' }];

  it.each([
    ['properties', { count: 2, page: 1, pageCount: 1, rows }, { total: 2, pageCount: 1, page: 1 }],
    ['units', { rows, pageCount: 1, page: 0 }, { total: null, pageCount: 1, page: 0 }],
    ['a bare array', rows, { total: null, pageCount: null, page: null }],
    ['content', { count: 2, page: 0, pageCount: 1, content: rows }, { total: 2, pageCount: 1, page: 0 }],
    ['list', { list: rows, _links: { next: null } }, { total: null, pageCount: null, page: null }],
    // 100 rows on one page of 25 cannot be: the number of pages decides.
    ['a count that is none', { count: 100, pageCount: 1, rows }, { total: null, pageCount: 1, page: null }],
    ['a count alone', { count: 2, rows }, { total: null, pageCount: null, page: null }],
  ])('is read: %s', (_, body, told) => {
    expect(readEnvelope(body, 25)).toEqual({ rows, ...told });
  });

  it.each([[null], ['text'], [17], [{}], [{ rows: null }], [{ rows: {} }], [{ message: 'Not found.' }]])(
    'is none: %j',
    (body) => {
      expect(readEnvelope(body, 25)).toBeNull();
    },
  );
});
