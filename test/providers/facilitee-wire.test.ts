import { describe, expect, it } from 'vitest';
import { settings } from '../../resolvers/facilitee/config.js';
import { createMap, toContractDay } from '../../resolvers/facilitee/map.js';
import type { Received } from '../../resolvers/facilitee/pages.js';
import { everySince, narrowed, toQuery } from '../../resolvers/facilitee/periods.js';
import * as wire from '../../resolvers/facilitee/wire.js';
import type { ListName, RecordName, Row, Single } from '../../resolvers/facilitee/wire.js';
import type { Address, Building, Person, Unit } from '../../src/domain/index.js';

/**
 * Fixtures have the members and the forms of value of the samples in docs/facilitee.txt, with invented values. Members
 * that are left out here and there are left out there, too.
 */
const at = new Date('2026-02-03T04:05:06Z');
const own = settings.parse({
  id: 'facilitee',
  provider: 'facilitee',
  baseUrl: 'https://facilitee.example',
  credentials: { clientId: 'client', clientSecret: 'secret' },
});
const map = createMap({ ...own, source: own.id });

function row<L extends ListName>(list: L, raw: object): Received<Row<L>> {
  return { row: wire.rows[list].parse(raw) as Row<L>, at, form: 'row' };
}

function single<R extends RecordName>(record: R, raw: object): Received<Single<R>> {
  return { row: wire.records[record].parse(raw) as Single<R>, at, form: 'detail' };
}

const address = {
  id: 31_007,
  street: 'Lindengracht',
  streetNumber: '12-B',
  postCode: '1015 KH',
  city: 'Amsterdam',
  country: 'Netherlands',
  googlePlaceId: 'ChIJAAAAAAAAAAARabcdefghijk',
};
const { id: _addressId, ...addressWithoutId } = address;
const meant: Address = {
  line1: 'Lindengracht 12-B',
  street: 'Lindengracht',
  houseNumber: '12-B',
  postalCode: '1015 KH',
  city: 'Amsterdam',
  municipality: null,
  county: null,
  country: 'NL',
  countryName: 'Netherlands',
  unitNumber: null,
  careOf: null,
  latitude: null,
  longitude: null,
  googlePlaceId: 'ChIJAAAAAAAAAAARabcdefghijk',
};

/** Members whose value is `undefined`: those that another call still tells. */
const open = (record: object): string[] =>
  Object.entries(record)
    .filter(([, value]) => value === undefined)
    .map(([member]) => member)
    .sort();

describe('a page', () => {
  it('is its items and its numbers, whatever these say', () => {
    const raw = { numberOfPages: 10, totalItems: 10, pageSize: 1, currentPage: 1, items: [{ id: 1 }] };
    expect(wire.page.parse(raw)).toEqual({
      numberOfPages: 10,
      totalItems: 10,
      pageSize: 1,
      items: [{ id: 1 }],
    });
    expect(wire.page.parse({ items: [], totalItems: '0' })).toMatchObject({ totalItems: 0, pageSize: null });
  });

  it.each([[[]], [{}], [null], ['<html>'], [{ items: null }], [{ Type: '/problems/error', Status: 500 }]])(
    'is not %j',
    (raw) => {
      expect(wire.page.safeParse(raw).success).toBe(false);
    },
  );
});

describe('a property', () => {
  const raw = {
    id: 14,
    name: 'De Linde',
    customPropertyId: '417',
    address,
    isActive: true,
    propertyType: { id: 5, name: 'Mixed use', isActive: true, canDelete: false, isUsed: true },
  };

  it('is a building', () => {
    expect(map.toBuilding(row('properties', raw))).toEqual({
      ref: { type: 'Building', source: 'facilitee', key: ['14'] },
      remoteId: '14',
      fetchedAt: at,
      raw: null,
      externalId: '417',
      createdAt: null,
      updatedAt: null,
      name: 'De Linde',
      kind: 'BUILDING',
      buildingType: 'Mixed use',
      number: '417',
      url: null,
      isActive: true,
      address: meant,
      addresses: [meant],
      description: null,
      unitCount: null,
      commonAmenities: null,
      images: null,
      ownerName: null,
      bankAccounts: null,
      office: null,
      company: null,
      responsibilities: null,
      meteringCompany: null,
      customFields: null,
      tags: null,
    } satisfies Building);
  });

  it('says the same as a single record', () => {
    expect(map.toBuilding(single('property', raw))).toEqual(map.toBuilding(row('properties', raw)));
  });

  it('may lack everything but its id', () => {
    const bare = map.toBuilding(row('properties', { id: '14', name: '', address: null, propertyType: null }));
    expect(bare).toMatchObject({
      remoteId: '14',
      name: null,
      externalId: null,
      address: null,
      addresses: null,
      isActive: null,
      buildingType: null,
    });
    expect(open(bare)).toEqual([]);
  });

  it.each([0, -3, 1.5, 'x', null, undefined])('without a usable id (%j) is none', (id) => {
    expect(wire.property.safeParse({ ...raw, id }).success).toBe(false);
  });
});

const unitType = { id: 23, name: 'Apartment', canDelete: true, isUsed: true };
const contact = {
  email: 'anna@mail.example',
  name: 'Anna Visser',
  companyName: 'Visser & Co.',
  countryCode: '31',
  phoneNumber: '612345678',
  additionalNote: null,
};

describe('a unit', () => {
  const common = {
    id: 1517,
    address,
    propertyUnitType: unitType,
    isCommonSpace: false,
    isActive: true,
    customUnitId: 'Linde-2-4',
    additionalNote: 'Second door on the left.',
    floor: 0,
  };
  const rowRaw = {
    ...common,
    mainContact: contact,
    mainContactContractEnd: '2031-10-31T10:41:51.018Z',
    defaultIssueManagerName: 'Bram Smit',
    defaultPropertyManagerName: 'Carla Mulder',
    propertyManagerId: 77,
    ownerName: 'Dirk Bos',
    ownerCompanyName: 'Bos Vastgoed',
  };
  const manager = (id: number, name: string) => ({
    id,
    email: `${id}@manager.example`,
    name,
    companyName: 'Beheer B.V.',
    countryCode: '31',
    phoneNumber: '201234567',
    additionalNote: 'PM',
    isActive: true,
    userStatus: 'Active',
  });
  const detailRaw = {
    ...common,
    contractStart: '2021-01-01T00:00:00.000Z',
    contractEnd: '2051-01-01T00:00:00.000Z',
    expired: false,
    manager: manager(77, 'Carla Mulder'),
    defaultIssueManager: manager(78, 'Bram Smit'),
    owner: {
      id: 502,
      // The document's own sample is no e-mail address either.
      email: 'owner.mail.example',
      name: 'Dirk Bos',
      companyName: 'Bos Vastgoed',
      countryCode: '31',
      phoneNumber: '687654321',
      authorizedAmount: 350.5,
      isActive: true,
      userStatus: 'Invited',
    },
    ownerCompany: {
      id: 31,
      name: 'Bos Vastgoed',
      invoiceEmail: 'invoices@bos.example',
      maxMandateAmount: 1000,
      attentionTo: 'Sales team',
      countryCode: '+31',
      phoneNumber: '23545467',
    },
    propertyUsers: [
      { id: 2601, ...contact, isContact: false, isActive: true },
      null,
      { id: 2602, ...contact, name: 'Eva Visser', isContact: true, isActive: true },
    ],
    attachments: [
      { id: 91, name: 'Energy label.pdf', url: 'https://files.example/91?signature=abc', size: 5 },
      { id: 92, name: 'Plan.pdf', url: 'url', size: null },
    ],
    property: {
      propertyType: { id: 5, name: 'Mixed use', isActive: true, canDelete: true, isUsed: false },
      name: 'De Linde',
      id: 14,
    },
    hasPropertyAddress: false,
  };
  const building = map.toBuilding(row('properties', { id: 14, name: 'De Linde' }));

  it('in a row names people, and leaves the rest to the single record', () => {
    const unit = map.toUnit(row('propertyUnits', rowRaw), building);
    expect(unit).toMatchObject({
      remoteId: '1517',
      externalId: 'Linde-2-4',
      number: 'Linde-2-4',
      name: null,
      kind: 'APARTMENT',
      unitType: 'Apartment',
      floor: 0,
      description: 'Second door on the left.',
      isCommonSpace: false,
      isActive: true,
      address: meant,
      building,
      ownerName: 'Dirk Bos',
      ownerCompanyName: 'Bos Vastgoed',
      managerName: 'Carla Mulder',
      defaultIssueManagerName: 'Bram Smit',
      manager: { type: 'Person', source: 'facilitee', key: ['manager', '77'] },
    });
    expect(open(unit)).toEqual(['defaultIssueManager', 'occupancy', 'owner']);
  });

  it('alone holds people, files and its property', () => {
    const unit = map.toUnitDetail(single('propertyUnit', detailRaw));
    expect(unit).toMatchObject({
      ...(({
        building: _,
        manager: __,
        owner: ___,
        occupancy: ____,
        defaultIssueManager: _____,
        ...rest
      }: Unit) => rest)(map.toUnit(row('propertyUnits', rowRaw), building)),
      occupancy: 'OCCUPIED',
      building: { remoteId: '14', name: 'De Linde', buildingType: 'Mixed use' },
      owner: { remoteId: 'owner:502', displayName: 'Dirk Bos', email: null, accountStatus: 'INVITED' },
      manager: { remoteId: 'manager:77', displayName: 'Carla Mulder', note: 'PM', accountStatus: 'ACTIVE' },
      defaultIssueManager: { remoteId: 'manager:78', roles: ['PROPERTY_MANAGER'] },
    });
    expect(open(unit)).toEqual([]);
    // What the property's own record says, and a unit does not.
    expect(open(unit.building as Building)).toEqual([
      'address',
      'addresses',
      'externalId',
      'isActive',
      'number',
    ]);
  });

  it('has files, with a link where there is one and no size, since its unit is not stated', () => {
    const { documents } = map.toUnitDetail(single('propertyUnit', detailRaw));
    expect(documents).toMatchObject([
      {
        ref: { type: 'Document', source: 'facilitee', key: ['unit', '1517', '91'] },
        remoteId: 'unit:1517:91',
        title: 'Energy label.pdf',
        fileName: 'Energy label.pdf',
        kind: 'UNIT_ATTACHMENT',
        derivation: 'DERIVED_FROM_UNIT',
        url: 'https://files.example/91?signature=abc',
        sizeBytes: null,
        // The unit itself: it is in hand wherever its files are.
        subject: { ref: { type: 'Unit', key: ['1517'] } },
      },
      { remoteId: 'unit:1517:92', url: null },
    ]);
    expect(map.toUnitDetail(single('propertyUnit', { ...detailRaw, attachments: null })).documents).toEqual(
      [],
    );
  });

  it('names everybody once, with what only their own records say still to be asked', () => {
    const same = { ...detailRaw, defaultIssueManager: detailRaw.manager };
    const { persons = [] } = map.toUnitDetail(single('propertyUnit', same));
    expect(persons.map(({ remoteId }) => remoteId)).toEqual([
      'owner:502',
      'manager:77',
      'property-user:2601',
      'property-user:2602',
    ]);
    expect(persons.map(open)).toEqual([
      ['address', 'externalId', 'invoiceDetails', 'note', 'unitCount'],
      ['address', 'externalId', 'rating', 'staffRole', 'unitCount'],
      ['accountStatus', 'address', 'externalId', 'leases', 'providerAccountStatus'],
      ['accountStatus', 'address', 'externalId', 'leases', 'providerAccountStatus'],
    ]);
    expect(persons[0]?.authorizedAmount).toEqual({ amount: '350.5', currency: 'EUR' });
  });

  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString();
  const ahead = new Date(Date.now() + 2 * 86_400_000).toISOString();
  it.each([
    ['OCCUPIED', {}],
    ['OCCUPIED', { contractStart: null, contractEnd: null }],
    ['VACANT', { propertyUsers: [] }],
    ['VACANT', { propertyUsers: null }],
    ['UNKNOWN', { expired: true }],
    ['UNKNOWN', { contractEnd: yesterday }],
    ['UNKNOWN', { isCommonSpace: true, propertyUsers: [] }],
    ['RESERVED', { contractStart: ahead }],
  ])('is %s with %j', (occupancy, members) => {
    expect(map.toUnitDetail(single('propertyUnit', { ...detailRaw, ...members })).occupancy).toBe(occupancy);
  });

  it.each([
    ['APARTMENT', { propertyUnitType: { name: 'apartment ' } }],
    ['PARKING', { propertyUnitType: { name: 'Parkeerplaats' } }],
    ['COMMERCIAL', { propertyUnitType: { name: 'Shop' } }],
    ['OTHER', { propertyUnitType: { name: 'Houseboat' } }],
    ['UNKNOWN', { propertyUnitType: null }],
    ['COMMON_AREA', { isCommonSpace: true }],
  ])('is of the kind %s with %j', (kind, members) => {
    expect(map.toUnit(row('propertyUnits', { ...rowRaw, ...members }), null).kind).toBe(kind);
  });
});

describe('an owner', () => {
  const common = {
    id: 2564,
    email: 'dirk@bos.example',
    name: 'Dirk Bos',
    companyName: 'Bos Vastgoed',
    countryCode: '31',
    phoneNumber: '687654321',
    additionalNote: 'Prefers letters.',
    authorizedAmount: 650.5,
    externalReferenceId: 'C-2564',
  };
  const rowRaw = { ...common, address, numberOfPropertyUnits: 2, userStatus: 'Active' };
  const detailRaw = {
    ...common,
    address: addressWithoutId,
    status: 'Active',
    invoiceAddress: { ...address, id: 22, streetNumber: '14' },
    invoiceCompany: 'Bos Beheer',
    invoiceEmail: 'invoices@bos.example',
    attentionTo: 'Dirk',
  };

  it('in a row lacks where invoices go', () => {
    const person = map.toPerson('owner', row('owners', rowRaw));
    expect(person).toEqual({
      ref: { type: 'Person', source: 'facilitee', key: ['owner', '2564'] },
      remoteId: 'owner:2564',
      fetchedAt: at,
      raw: null,
      externalId: 'C-2564',
      createdAt: null,
      updatedAt: null,
      kind: 'UNKNOWN',
      roles: ['OWNER'],
      derivation: 'NATIVE',
      displayName: 'Dirk Bos',
      firstName: null,
      lastName: null,
      title: null,
      salutation: null,
      companyName: 'Bos Vastgoed',
      companyRole: null,
      email: 'dirk@bos.example',
      phones: [{ kind: 'UNKNOWN', number: '687654321', countryCallingCode: '31' }],
      website: null,
      address: meant,
      url: null,
      isActive: null,
      note: 'Prefers letters.',
      nationalId: null,
      birthDate: null,
      accountStatus: 'ACTIVE',
      providerAccountStatus: 'Active',
      preferredContactChannel: 'UNKNOWN',
      providerPreferredContactChannel: null,
      rating: null,
      authorizedAmount: { amount: '650.5', currency: 'EUR' },
      invoiceDetails: undefined,
      unitCount: 2,
      activeIssueCount: null,
      staffRole: null,
      office: null,
      customFields: null,
      tags: null,
      leases: [],
      documents: [],
    } satisfies Person);
  });

  it('alone tells it, and no longer how many units there are', () => {
    const person = map.toPerson('owner', single('owner', detailRaw));
    expect(person).toEqual({
      ...map.toPerson('owner', row('owners', rowRaw)),
      unitCount: undefined,
      invoiceDetails: {
        company: 'Bos Beheer',
        attentionTo: 'Dirk',
        email: 'invoices@bos.example',
        address: { ...meant, line1: 'Lindengracht 14', houseNumber: '14' },
      },
    });
    const nowhere = {
      ...detailRaw,
      invoiceAddress: null,
      invoiceCompany: '',
      invoiceEmail: null,
      attentionTo: null,
    };
    expect(map.toPerson('owner', single('owner', nowhere)).invoiceDetails).toBeNull();
  });

  it.each([
    ['+31', '31'],
    ['31', '31'],
    [31, '31'],
    ['NL', null],
    [null, null],
  ])('with the country code %j has the calling code %j', (countryCode, countryCallingCode) => {
    const { phones } = map.toPerson('owner', row('owners', { ...rowRaw, countryCode }));
    expect(phones).toEqual([{ kind: 'UNKNOWN', number: '687654321', countryCallingCode }]);
  });

  it('without a number has no telephone; without a name goes by the company', () => {
    const person = map.toPerson('owner', row('owners', { ...rowRaw, phoneNumber: '', name: null }));
    expect(person).toMatchObject({ phones: [], displayName: 'Bos Vastgoed' });
  });

  it.each([
    ['Uninvited', 'UNINVITED'],
    ['Invited', 'INVITED'],
    ['Active', 'ACTIVE'],
    ['Blocked', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('with the status %j has the account %s', (userStatus, accountStatus) => {
    expect(map.toPerson('owner', row('owners', { ...rowRaw, userStatus }))).toMatchObject({
      accountStatus,
      providerAccountStatus: userStatus,
    });
  });
});

describe('a manager', () => {
  const common = {
    id: 110,
    email: 'carla@manager.example',
    name: 'Carla Mulder',
    companyName: 'Beheer B.V.',
    countryCode: '31',
    phoneNumber: '201234567',
    additionalNote: 'Note',
    userStatus: 'Uninvited',
    externalReferenceId: 'pm-17',
  };

  it('in a row lacks an address', () => {
    const person = map.toPerson(
      'manager',
      row('managers', {
        ...common,
        role: 'PropertyManager',
        numberOfPropertyUnits: 4,
        averageRating: 3.5,
        numberOfRatings: 2,
      }),
    );
    expect(person).toMatchObject({
      remoteId: 'manager:110',
      roles: ['PROPERTY_MANAGER'],
      externalId: 'pm-17',
      accountStatus: 'UNINVITED',
      staffRole: 'PropertyManager',
      unitCount: 4,
      rating: { average: 3.5, count: 2 },
    });
    expect(open(person)).toEqual(['address']);
  });

  it('alone has one', () => {
    const person = map.toPerson(
      'manager',
      single('manager', { ...common, address, averageRating: 4.0, numberOfRatings: 20 }),
    );
    expect(person).toMatchObject({
      address: meant,
      rating: { average: 4, count: 20 },
    });
    expect(open(person)).toEqual(['staffRole', 'unitCount']);
  });

  it('without ratings has no average: 0 stands for none', () => {
    const { rating } = map.toPerson(
      'manager',
      row('managers', { ...common, averageRating: 0, numberOfRatings: 0 }),
    );
    expect(rating).toEqual({ average: null, count: 0 });
  });
});

describe('a service provider', () => {
  const common = {
    id: 330,
    email: 'fix@servicer.example',
    name: 'Frits Klus',
    companyName: 'Klus & Zn.',
    countryCode: '32',
    phoneNumber: '2343454',
    additionalNote: 'Knows the boiler.',
    externalReferenceId: 'servicer-9',
    address: addressWithoutId,
    averageRating: 0,
    numberOfRatings: 0,
  };

  it('in a row has labels as texts, and no files', () => {
    const person = map.toPerson(
      'service-provider',
      row('serviceProviders', { ...common, userStatus: 'Active', activeIssues: 2, tags: ['Plumbing', null] }),
    );
    expect(person).toMatchObject({
      remoteId: 'service-provider:330',
      roles: ['SERVICE_PROVIDER'],
      tags: ['Plumbing'],
      activeIssueCount: 2,
      address: meant,
    });
    expect(person).not.toHaveProperty('documents');
  });

  it('alone has labels as objects, and files', () => {
    const person = map.toPerson(
      'service-provider',
      single('serviceProvider', {
        ...common,
        status: 'Active',
        tags: [{ id: 2, name: 'Plumbing' }],
        attachments: [{ id: 10, name: 'Rates', url: 'https://files.example/10', size: 5 }],
      }),
    );
    expect(person).toMatchObject({
      tags: ['Plumbing'],
      activeIssueCount: undefined,
      accountStatus: 'ACTIVE',
      documents: [
        {
          remoteId: 'service-provider:330:10',
          kind: 'PERSON_ATTACHMENT',
          derivation: 'DERIVED_FROM_PERSON',
          url: 'https://files.example/10',
          subject: { ref: { type: 'Person', key: ['service-provider', '330'] } },
        },
      ],
    });
  });
});

describe('a property user', () => {
  const place = (propertyUnitId: number, contractStart: string | null, contractEnd: string | null) => ({
    propertyUnitId,
    customUnitId: `Linde-${propertyUnitId}`,
    additionalNote: 'Note',
    floor: 2,
    isMainContact: true,
    contractStart,
    contractEnd,
    address: addressWithoutId,
  });
  const raw = {
    id: 110,
    ...contact,
    status: 'Active',
    externalReferenceId: 'user-4',
    address,
    propertyUnits: [
      place(35, '2021-12-16T11:49:14.365Z', '2022-12-16T11:49:14.365Z'),
      place(36, '2020-01-01T00:00:00.000Z', null),
      null,
      place(37, '2061-12-31T23:30:00.000Z', null),
      place(38, null, null),
      // A second place in a unit would be a second lease of the same key.
      place(35, '2023-01-01T00:00:00.000Z', null),
    ],
  };

  it('is a person, the same in a row and alone', () => {
    const person = map.toPerson('property-user', row('propertyUsers', raw));
    expect(person).toMatchObject({
      remoteId: 'property-user:110',
      roles: ['OCCUPANT'],
      displayName: 'Anna Visser',
      externalId: 'user-4',
      address: meant,
      accountStatus: 'ACTIVE',
    });
    expect(open(person)).toEqual([]);
    expect(map.toPerson('property-user', single('propertyUser', raw))).toEqual(person);
  });

  it('has a lease for each unit, with the status that its dates prove', () => {
    const { leases = [] } = map.toPerson('property-user', row('propertyUsers', raw));
    expect(leases).toMatchObject([
      { remoteId: '35:110', status: 'ENDED', startDate: '2021-12-16', endDate: '2022-12-16' },
      { remoteId: '36:110', status: 'ACTIVE', startDate: '2020-01-01', endDate: null },
      // Half past eleven in the evening in UTC is the next year in Amsterdam.
      { remoteId: '37:110', status: 'UPCOMING', startDate: '2062-01-01' },
      { remoteId: '38:110', status: 'UNKNOWN', startDate: null },
    ]);
    expect(leases[0]).toMatchObject({
      ref: { type: 'Lease', source: 'facilitee', key: ['35', '110'] },
      derivation: 'DERIVED_FROM_UNIT',
      kind: 'UNKNOWN',
      isMainContact: true,
      externalId: null,
      tenants: [{ remoteId: 'property-user:110', displayName: 'Anna Visser' }],
      unit: { remoteId: '35', number: 'Linde-35', floor: 2, description: 'Note', address: meant },
    });
    expect(open(leases[0] ?? {})).toEqual(['building']);
  });

  it('names units in part: the rest is still to be asked', () => {
    const [unit] = map.toPerson('property-user', row('propertyUsers', raw)).units ?? [];
    expect(open(unit ?? {})).toEqual([
      'building',
      'defaultIssueManager',
      'defaultIssueManagerName',
      'isActive',
      'isCommonSpace',
      'kind',
      'manager',
      'managerName',
      'occupancy',
      'owner',
      'ownerCompanyName',
      'ownerName',
      'unitType',
    ]);
  });

  it.each([
    ['2021-01-01T00:00:00.000Z', 'America/New_York', '2021-01-01'],
    ['2021-01-01T00:00:00Z', 'America/New_York', '2021-01-01'],
    ['2020-12-31T23:00:00.000Z', 'Europe/Amsterdam', '2021-01-01'],
    ['2021-01-01T03:00:00.000Z', 'America/New_York', '2020-12-31'],
    ['01.01.2021', 'Europe/Amsterdam', null],
    ['Invalid Date', 'Europe/Amsterdam', null],
    [null, 'Europe/Amsterdam', null],
  ])('contracts dated %j in %s: %j', (value, zone, day) => {
    expect(toContractDay(value, zone)).toBe(day);
  });
});

describe('an issue', () => {
  const raw = {
    id: 4711,
    name: 'Burst pipe',
    description: 'The pipe under the sink has burst.',
    category: 'Plumbing',
    reporterId: 33,
    reporterName: 'Anna Visser',
    issueManagerName: 'Bram Smit',
    urgent: true,
    propertyUsersInvolved: true,
    status: 'Closed',
    created: '2021-07-17T16:24:40.180Z',
    modified: '2021-07-18T17:20:20.181Z',
    responseTimeLeft: 0,
    userReferenceId: 'AP-232',
    rejectionComment: '',
    propertyUnit: {
      id: 66,
      address,
      floor: 0,
      propertyUnitType: unitType,
      property: {
        propertyType: { id: 0, name: 'Mixed use', isActive: true, canDelete: false, isUsed: true },
        name: 'De Linde',
        id: 55,
      },
    },
    overallRating: {
      rating: 5,
      comment: 'Perfect work',
      type: 2,
      user: 'Anna Visser',
      lastRatedDate: '2021-07-18T17:20:20.181Z',
    },
  };

  it('is one, with the moment of its creation in its key', () => {
    const issue = map.toIssue(row('issues', raw));
    expect(issue).toMatchObject({
      ref: { type: 'Issue', source: 'facilitee', key: ['4711', '20210717T162440180Z'] },
      remoteId: '4711',
      externalId: 'AP-232',
      number: '4711',
      title: 'Burst pipe',
      description: 'The pipe under the sink has burst.',
      category: 'Plumbing',
      status: 'CLOSED',
      providerStatus: 'Closed',
      priority: 'URGENT',
      createdAt: '2021-07-17T16:24:40.180Z',
      updatedAt: '2021-07-18T17:20:20.181Z',
      closedAt: null,
      reporterName: 'Anna Visser',
      assignee: null,
      assigneeName: 'Bram Smit',
      hasOccupantsInvolved: true,
      responseTimeLeft: 0,
      rejectionComment: null,
      rating: {
        value: 5,
        comment: 'Perfect work',
        providerType: '2',
        ratedBy: 'Anna Visser',
        ratedAt: '2021-07-18T17:20:20.181Z',
      },
      building: { remoteId: '55', name: 'De Linde', buildingType: 'Mixed use' },
      unit: { remoteId: '66', unitType: 'Apartment', floor: 0, address: meant, building: { remoteId: '55' } },
    });
    // Who reported it is looked for only when it is asked: an id and a name, and no role.
    expect(issue.reporter).toEqual({ type: 'Person', source: 'facilitee', key: ['', '33', 'Anna Visser'] });
    expect(open(issue)).toEqual([]);
  });

  it('without a unit, a reporter or a name of one has none', () => {
    const issue = map.toIssue(
      row('issues', { ...raw, propertyUnit: null, reporterName: '', overallRating: null, urgent: false }),
    );
    expect(issue).toMatchObject({
      unit: null,
      building: null,
      reporter: null,
      rating: null,
      priority: 'NORMAL',
    });
    expect(map.toIssue(row('issues', { ...raw, reporterId: 0 })).reporter).toBeNull();
    const homeless = map.toIssue(
      row('issues', { ...raw, propertyUnit: { ...raw.propertyUnit, property: null } }),
    );
    expect(open(homeless)).toEqual(['building']);
    expect(open(homeless.unit ?? {})).toContain('building');
    expect(map.toIssue(row('issues', { ...raw, propertyUnit: null })).building).toBeNull();
    expect(map.toIssue(row('issues', { ...raw, urgent: null })).priority).toBe('UNKNOWN');
  });

  it('of a status that is not listed is UNKNOWN, and of one in another case is not', () => {
    expect(map.toIssue(row('issues', { ...raw, status: 'Escalated' })).status).toBe('UNKNOWN');
    expect(map.toIssue(row('issues', { ...raw, status: 'closed' }))).toMatchObject({
      status: 'CLOSED',
      providerStatus: 'closed',
    });
  });
});

describe('a period of issues', () => {
  const now = new Date('2026-02-28T23:59:59.999Z');
  const all = everySince('2000-01-01T01:00:00+01:00', now);

  it('ends with tomorrow, and has the one form that is allowed', () => {
    expect(toQuery(all)).toEqual({
      fromDateTime: '2000-01-01T00:00:00.000Z',
      toDateTime: '2026-03-01T23:59:59.999Z',
    });
    const morning = everySince('2000-01-01T00:00:00.000Z', new Date('2026-02-28T00:00:00.000Z'));
    expect(toQuery(morning)).toEqual(toQuery(all));
  });

  it.each([
    [{ createdAfter: '2025-01-01T12:00:00+02:00' }, '2025-01-01T10:00:00.000Z', '2026-03-01T23:59:59.999Z'],
    [{ createdAfter: '2025-01-01T12:00:00.1234Z' }, '2025-01-01T12:00:00.124Z', '2026-03-01T23:59:59.999Z'],
    [{ createdAfter: '2025-01-01T12:00:00.1230Z' }, '2025-01-01T12:00:00.123Z', '2026-03-01T23:59:59.999Z'],
    [{ createdBefore: '2025-01-01T12:00:00.1239Z' }, '2000-01-01T00:00:00.000Z', '2025-01-01T12:00:00.123Z'],
    [{ createdBefore: '2999-01-01T00:00:00Z' }, '2000-01-01T00:00:00.000Z', '2026-03-01T23:59:59.999Z'],
  ])('narrowed by %j', (filter, fromDateTime, toDateTime) => {
    const period = narrowed(all, filter);
    expect(period && toQuery(period)).toEqual({ fromDateTime, toDateTime });
  });
});

describe('the settings', () => {
  const raw = {
    id: 'f',
    provider: 'facilitee',
    baseUrl: 'https://f.example',
    credentials: { clientId: 'a', clientSecret: 'b' },
  };

  it('need an address, and know a sensible rest', () => {
    expect(settings.parse(raw)).toMatchObject({
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      pageSize: 100,
      issuesSince: '2000-01-01T00:00:00.000Z',
      paths: {},
    });
    expect(settings.safeParse({ ...raw, baseUrl: undefined }).success).toBe(false);
  });

  it.each([
    [{ pageSize: 101 }],
    [{ issuesSince: '01.01.2020' }],
    [{ issuesSince: '2020-01-01' }],
    [{ issuesSince: '0999-01-01T00:00:00Z' }],
    [{ statusCodes: { New: 'NEW' } }],
    [{ unitTypes: { Flat: 'FLAT' } }],
    [{ paths: { nowhere: '/api' } }],
    [{ paths: { issues: 'api' } }],
  ])('refuse %j', (members) => {
    expect(settings.safeParse({ ...raw, ...members }).success).toBe(false);
  });
});
