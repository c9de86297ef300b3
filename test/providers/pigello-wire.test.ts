import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMap, toRooms } from '../../resolvers/pigello/map.js';
import type { Received } from '../../resolvers/pigello/pages.js';
import type { Entity } from '../../resolvers/pigello/paths.js';
import { readEnvelope, shapes, type Rows } from '../../resolvers/pigello/wire.js';
import { createDrift } from '../../src/wire/drift.js';
import { readRows } from '../../src/wire/read.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/**
 * Fixtures have the form of the object in docs/pigello-accounts.txt (relations as `{id}`, `[ null ]`, `tags: null`,
 * `customer_columns`, moments without milliseconds) with invented values. No document lists the members of the entities
 * below; what the gateway assumes of them stands here once more, so that a change of mind shows.
 */
const ids = {
  own: '5b0d6f7e-3c2a-4a51-9f0e-0d1c2b3a4f5e',
  building: '1c9e8d7f-6a5b-4c3d-8e2f-1a0b9c8d7e6f',
  apartment: '2d8f7e6a-5b4c-4d3e-9f1a-0b9c8d7e6f5a',
  address: '3e7a6f5b-4c3d-4e2f-8a0b-9c8d7e6f5a4b',
  tenant: '4f6b5a4c-3d2e-4f1a-9b9c-8d7e6f5a4b3c',
  other: '6a5c4b3d-2e1f-4a0b-8c8d-7e6f5a4b3c2d',
  organisation: '7b4d3c2e-1f0a-4b9c-9d7e-6f5a4b3c2d1e',
} as const;

const at = new Date('2026-02-03T04:05:06Z');
const map = createMap({
  source: 'pigello',
  timeZone: 'Europe/Stockholm',
  statusCodes: { '0': 'OPEN', '3': 'RESOLVED' },
});

function read<E extends Entity>(entity: E, raw: object): Rows[E] {
  const [row] = readRows(shapes[entity], [raw], createDrift().of(entity)) as (Rows[E] | null)[];
  if (row === null || row === undefined) throw new Error(`the ${entity} could not be read`);
  return row;
}

function received<E extends Entity>(entity: E, raw: object): Received<E> {
  return { row: read(entity, raw), at };
}

/** What every object of the accounts document has beside its own members. */
const common = {
  id: ids.own,
  custom_id: 'A-17',
  created_at: '2019-08-24T14:15:22Z',
  organization: { id: ids.organisation },
  tags: null,
  customer_columns: null,
};

describe('a building', () => {
  const raw = {
    ...common,
    name: 'Kvarteret Eken',
    popular_name: 'Eken',
    realestate: { id: ids.other },
    address: { id: ids.address },
    archived: false,
    tags: ['K-märkt', null],
    customer_columns: { Byggår: 1911, Hiss: true, Nycklar: { skåp: 4 }, Anteckning: null },
  };

  it('is read', () => {
    expect(map.toBuilding(received('building', raw))).toMatchObject({
      ref: { type: 'Building', source: 'pigello', key: [ids.own] },
      remoteId: ids.own,
      fetchedAt: at,
      externalId: 'A-17',
      createdAt: '2019-08-24T14:15:22.000Z',
      name: 'Kvarteret Eken',
      kind: 'BUILDING',
      isActive: true,
      address: { type: 'Address', source: 'pigello', key: [ids.address] },
      company: { remoteId: ids.organisation, name: null },
      tags: ['K-märkt'],
      customFields: [
        { name: 'Byggår', value: '1911', type: 'NUMBER' },
        { name: 'Hiss', value: 'true', type: 'BOOLEAN' },
        { name: 'Nycklar', value: '{"skåp":4}', type: 'OTHER' },
        { name: 'Anteckning', value: null, type: 'UNKNOWN' },
      ],
    });
  });

  it('is named by its popular name where it has no other', () => {
    expect(map.toBuilding(received('building', { ...raw, name: '' })).name).toBe('Eken');
  });

  it('may hold nothing but its id, or the wrong thing everywhere', () => {
    const bare = map.toBuilding(received('building', { id: ids.own }));
    const odd = map.toBuilding(
      received('building', {
        id: ids.own,
        custom_id: {},
        name: [],
        popular_name: null,
        address: {},
        organization: 'none',
        archived: 'maybe',
        created_at: 'Invalid Date',
        tags: 'none',
        customer_columns: [],
      }),
    );
    expect({ ...odd, raw: null }).toEqual({ ...bare, raw: null });
    expect(bare).toMatchObject({
      externalId: null,
      createdAt: null,
      name: null,
      isActive: null,
      address: null,
      company: null,
      tags: [],
      customFields: [],
    });
    // Nothing is left to ask a detail call for: there is none.
    expect(Object.values(bare)).not.toContain(undefined);
  });

  it('may embed what it is related to', () => {
    const embedded = { ...raw, address: { id: ids.address, street: 'Storgatan', city: null } };
    expect(read('building', embedded).address).toEqual({ id: ids.address });
  });

  it.each([[{}], [{ id: null }], [{ id: '' }], [{ id: '  ' }], [{ id: {} }], [null], ['text'], [[]]])(
    'without an id is none: %j',
    (raw) => {
      expect(readRows(shapes.building, [raw, { id: ids.own }], createDrift().of('building'))).toMatchObject([
        null,
        { id: ids.own },
      ]);
    },
  );

  it('may have a number for an id', () => {
    expect(read('building', { id: 17 }).id).toBe('17');
  });
});

describe('an address', () => {
  it('is read', () => {
    const raw = {
      id: ids.address,
      street: 'Storgatan',
      street_number: '4 B',
      postal_code: 11122,
      city: 'Stockholm',
      country: 'SE',
      care_of: '',
      latitude: '59,3327',
      longitude: 18.0656,
    };
    expect(map.toAddress(received('address', raw))).toEqual({
      line1: 'Storgatan 4 B',
      street: 'Storgatan',
      houseNumber: '4 B',
      postalCode: '11122',
      city: 'Stockholm',
      municipality: null,
      county: null,
      country: 'SE',
      countryName: 'Sweden',
      unitNumber: null,
      careOf: null,
      latitude: 59.3327,
      longitude: 18.0656,
      googlePlaceId: null,
    });
  });

  it('may name its country in words', () => {
    const raw = { id: ids.address, country: 'Sverige' };
    expect(map.toAddress(received('address', raw))).toMatchObject({ country: 'SE', countryName: 'Sverige' });
    expect(map.toAddress(received('address', { ...raw, country: 'Atlantis' }))).toMatchObject({
      country: null,
      countryName: 'Atlantis',
    });
  });
});

describe('an apartment', () => {
  const raw = {
    ...common,
    landlord_custom_id: 'L-4',
    popular_name: 'Vindsvåningen',
    apartment_id: '1401',
    building: { id: ids.building },
    address: { id: ids.address },
    floors: [5, 4],
    usable_area: 81.5,
    category: 'PX_3_ROK',
    archived: true,
  };

  it('is read', () => {
    expect(map.toUnit(received('apartment', raw))).toMatchObject({
      ref: { type: 'Unit', source: 'pigello', key: [ids.own] },
      externalId: 'A-17',
      name: 'Vindsvåningen',
      number: '1401',
      nationalUnitNumber: '1401',
      kind: 'APARTMENT',
      unitType: 'PX_3_ROK',
      isActive: false,
      building: { type: 'Building', source: 'pigello', key: [ids.building] },
      address: { type: 'Address', source: 'pigello', key: [ids.address] },
      floor: 4,
      rooms: 3,
      area: { value: 81.5, unit: 'SQUARE_METRE' },
      rent: null,
      occupancy: 'UNKNOWN',
    });
  });

  it("is known by the landlord's own reference where there is no other", () => {
    expect(map.toUnit(received('apartment', { ...raw, custom_id: null })).externalId).toBe('L-4');
  });

  it('on the ground floor is on floor 0', () => {
    expect(map.toUnit(received('apartment', { ...raw, floors: [0] })).floor).toBe(0);
    expect(map.toUnit(received('apartment', { ...raw, floors: [null] })).floor).toBeNull();
    expect(map.toUnit(received('apartment', { ...raw, floors: null })).floor).toBeNull();
    expect(map.toUnit(received('apartment', { ...raw, floors: [-1, 0] })).floor).toBe(-1);
  });

  it.each([
    ['PX_2_ROK', 2],
    ['PX_1_5_RO', 1.5],
    ['PX_1_RK', 1],
    ['PX_10_ROK', 10],
    ['PX', null],
    ['LOKAL', null],
    [null, null],
  ])('of the category %s has %s rooms', (category, rooms) => {
    expect(toRooms(category)).toBe(rooms);
  });

  it('may hold nothing but its id', () => {
    const bare = map.toUnit(received('apartment', { id: ids.own }));
    expect(bare).toMatchObject({ building: null, address: null, area: null, rooms: null, floor: null });
    expect(Object.values(bare)).not.toContain(undefined);
  });
});

describe('an apartment contract', () => {
  const raw = {
    ...common,
    id_number: 10_017,
    apartment: { id: ids.apartment },
    tenants: [{ id: ids.tenant }, null, {}, { id: ids.other, first_name: 'Inga' }],
    landlord: {},
    start_date: '2019-04-01',
    initial_end_date: '2020-03-31',
    end_date: null,
    signed_time: '2019-03-01T23:30:00Z',
    cancellation_time: null,
    archived: false,
  };

  it('is read', () => {
    expect(map.toLease(received('apartmentcontract', raw))).toMatchObject({
      ref: { type: 'Lease', source: 'pigello', key: ['contracts.apartmentcontract', ids.own] },
      remoteId: ids.own,
      number: '10017',
      kind: 'RESIDENTIAL',
      derivation: 'NATIVE',
      status: 'ENDED',
      isArchived: false,
      startDate: '2019-04-01',
      endDate: '2020-03-31',
      // Half past eleven in the evening in UTC is tomorrow in Stockholm.
      signedDate: '2019-03-02',
      cancelledDate: null,
      unit: { type: 'Unit', source: 'pigello', key: [ids.apartment] },
      tenants: [
        { type: 'Person', source: 'pigello', key: [ids.tenant] },
        { type: 'Person', source: 'pigello', key: [ids.other] },
      ],
    });
  });

  it('knows its building only through its apartment', () => {
    expect(map.toLease(received('apartmentcontract', raw)).building).toBeUndefined();
  });

  it.each([
    ['ends as agreed later', { end_date: '9999-12-31' }, 'ACTIVE', '9999-12-31'],
    ['has no end', { initial_end_date: null }, 'ACTIVE', null],
    [
      'was cancelled',
      { end_date: '9999-12-31', cancellation_time: '2025-01-02T08:00:00Z' },
      'NOTICE_GIVEN',
      '9999-12-31',
    ],
    ['is yet to begin', { start_date: '9999-01-01', end_date: '9999-12-31' }, 'UPCOMING', '9999-12-31'],
    [
      'is yet to begin and not signed',
      { start_date: '9999-01-01', end_date: null, initial_end_date: null, signed_time: null },
      'UNKNOWN',
      null,
    ],
    ['has no dates', { start_date: null, initial_end_date: '' }, 'UNKNOWN', null],
    ['has dates that are none', { start_date: 'soon', initial_end_date: '2020-02-31' }, 'UNKNOWN', null],
  ])('that %s', (_, members, status, endDate) => {
    const lease = map.toLease(received('apartmentcontract', { ...raw, ...members }));
    expect(lease).toMatchObject({ status, endDate });
  });
});

describe('a tenant', () => {
  const raw = {
    ...common,
    first_name: 'Inga',
    last_name: 'Öberg',
    corporate_name: null,
    email: 'inga@example.se',
    phone_number: '+46701740605',
    invoice_email: 'faktura@example.se',
    ssn: '19850101-0007',
    birth_date: '1985-01-01',
    current_registered_address: { id: ids.address },
    anonymized: false,
    active_to: null,
  };

  it('is read', () => {
    expect(map.toPerson(received('tenant', raw))).toMatchObject({
      ref: { type: 'Person', source: 'pigello', key: [ids.own] },
      kind: 'PERSON',
      roles: ['TENANT'],
      displayName: 'Inga Öberg',
      firstName: 'Inga',
      lastName: 'Öberg',
      companyName: null,
      email: 'inga@example.se',
      phones: [{ kind: 'UNKNOWN', number: '+46701740605', countryCallingCode: null }],
      address: { type: 'Address', source: 'pigello', key: [ids.address] },
      invoiceDetails: { email: 'faktura@example.se' },
      isActive: null,
    });
  });

  it('has its personal number and date of birth in one field each, and a digest that does not show the number', () => {
    const {
      nationalId,
      birthDate,
      identityNumber,
      raw: sent,
      ...rest
    } = map.toPerson(received('tenant', raw));
    expect([nationalId, birthDate]).toEqual(['19850101-0007', '1985-01-01']);
    expect(identityNumber?.digest).toMatch(/^[\w-]{43}$/);
    expect(sent).toBe(raw);
    expect(JSON.stringify({ ...rest, identityNumber })).not.toMatch(/1985|0007/);
    const unfit = map.toPerson(received('tenant', { ...raw, ssn: { number: 1 }, birth_date: 'in spring' }));
    expect(unfit).toMatchObject({ nationalId: null, birthDate: null, identityNumber: null });
  });

  it('may be a company, or nobody any more', () => {
    const company = { ...raw, first_name: null, last_name: '', corporate_name: 'Ekens Bageri AB' };
    expect(map.toPerson(received('tenant', company))).toMatchObject({
      kind: 'COMPANY',
      displayName: 'Ekens Bageri AB',
      companyName: 'Ekens Bageri AB',
    });
    expect(map.toPerson(received('tenant', { id: ids.own, email: 'tenant.mail.example' }))).toMatchObject({
      kind: 'UNKNOWN',
      displayName: null,
      email: null,
      phones: [],
    });
  });

  it('is active until the day named', () => {
    const active = (active_to: string): boolean | null =>
      map.toPerson(received('tenant', { ...raw, active_to })).isActive ?? null;
    expect([active('2020-06-30'), active('9999-06-30'), active('later')]).toEqual([false, true, null]);
  });
});

describe('an errand', () => {
  const raw = {
    ...common,
    id_number: '4711',
    title: 'Droppande kran',
    description: 'I köket.',
    status: 3,
    errand_type: { id: ids.other, name: 'VVS' },
    apartment: { id: ids.apartment },
    building: { id: ids.building },
    reporter_tenant: {},
    creator_tenant: { id: ids.tenant },
    tenant_reviewers: [null, { id: ids.other }],
    closed_at: '2019-09-01T06:00:00Z',
  };

  it('is read', () => {
    expect(map.toIssue(received('generalerrand', raw))).toMatchObject({
      ref: { type: 'Issue', source: 'pigello', key: [ids.own] },
      number: '4711',
      title: 'Droppande kran',
      description: 'I köket.',
      category: 'VVS',
      status: 'RESOLVED',
      providerStatus: '3',
      priority: 'UNKNOWN',
      building: { type: 'Building', source: 'pigello', key: [ids.building] },
      unit: { type: 'Unit', source: 'pigello', key: [ids.apartment] },
      // Whoever entered it stands in where nobody is named as the reporter.
      reporter: { type: 'Person', source: 'pigello', key: [ids.tenant] },
      assignee: null,
      followers: [{ type: 'Person', source: 'pigello', key: [ids.other] }],
      closedAt: '2019-09-01T06:00:00.000Z',
    });
  });

  it('with a code that is not in the table has an unknown status, and shows the code', () => {
    expect(map.toIssue(received('generalerrand', { ...raw, status: 9 }))).toMatchObject({
      status: 'UNKNOWN',
      providerStatus: '9',
    });
    expect(map.toIssue(received('generalerrand', { ...raw, status: 0 })).status).toBe('OPEN');
    expect(map.toIssue(received('generalerrand', { ...raw, status: null }))).toMatchObject({
      status: 'UNKNOWN',
      providerStatus: null,
    });
    // A word of JavaScript's is no code.
    expect(map.toIssue(received('generalerrand', { ...raw, status: 'constructor' })).status).toBe('UNKNOWN');
  });

  it('that names no building is in the one of its apartment', () => {
    const issue = map.toIssue(received('generalerrand', { ...raw, building: null }));
    expect(issue.building).toBeUndefined();
  });
});

describe('documents', () => {
  const file = { name: 'avtal.pdf', md5_hash: 'q1w2e3==', get: 'https://files.example.se/avtal.pdf?x=1' };

  it('signed outside Pigello', () => {
    const raw = {
      ...common,
      content_type: 'contracts.apartmentcontract',
      object_id: ids.other,
      document_file: file,
      category: 0,
    };
    expect(map.toSignedDocument(received('signedcontractdocument', raw))).toMatchObject({
      ref: { type: 'Document', key: ['signedcontractdocument', ids.other, ids.own] },
      remoteId: `signedcontractdocument:${ids.other}:${ids.own}`,
      externalId: 'A-17',
      title: 'avtal.pdf',
      fileName: 'avtal.pdf',
      kind: 'LEASE_CONTRACT',
      providerKind: '0',
      url: 'https://files.example.se/avtal.pdf?x=1',
      publishedAt: '2019-08-24T14:15:22.000Z',
      subject: { type: 'Lease', key: ['contracts.apartmentcontract', ids.other] },
    });
  });

  it('signed in Pigello', () => {
    const raw = {
      ...common,
      name: 'Hyresavtal 17',
      object_id: ids.other,
      document_file: { ...file, get: '/relative' },
      category: 6,
      signing_started_time: '2019-08-24T14:15:22Z',
      signed_time: '2019-08-25T14:15:22Z',
    };
    expect(map.toSignableDocument(received('signabledocument', raw))).toMatchObject({
      title: 'Hyresavtal 17',
      fileName: 'avtal.pdf',
      kind: 'SIGNED_CONTRACT_BUNDLE',
      providerKind: '6',
      // No address to load it from: a path alone says not where.
      url: null,
      publishedAt: '2019-08-25T14:15:22.000Z',
    });
    expect(map.toSignableDocument(received('signabledocument', { ...raw, name: null })).title).toBe(
      'avtal.pdf',
    );
  });

  it('of an errand', () => {
    const raw = { id: ids.own, errand: { id: ids.other }, file, created_at: null };
    expect(map.toErrandFile(received('generalerrandfile', raw))).toMatchObject({
      ref: { type: 'Document', key: ['generalerrandfile', ids.other, ids.own] },
      kind: 'ISSUE_ATTACHMENT',
      publishedAt: null,
      subject: { type: 'Issue', key: [ids.other] },
    });
  });

  it('without a file or a parent are records all the same', () => {
    const orphan = { id: ids.own, document_file: null, file: 'none' };
    const expected = { title: null, fileName: null, url: null, subject: null };
    expect(map.toSignedDocument(received('signedcontractdocument', orphan))).toMatchObject({
      ...expected,
      ref: { key: ['signedcontractdocument', '-', ids.own] },
    });
    expect(map.toSignableDocument(received('signabledocument', orphan))).toMatchObject(expected);
    expect(map.toErrandFile(received('generalerrandfile', orphan))).toMatchObject(expected);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not a url', ''])(
    'give no link that is none: %s',
    (get) => {
      const raw = { id: ids.own, file: { name: 'x', get } };
      expect(map.toErrandFile(received('generalerrandfile', raw)).url).toBeNull();
    },
  );
});

describe('the envelope of a list', () => {
  const rows = [{ id: ids.own }];

  it.each([
    ['a bare array', rows, { rows, total: null }],
    ['data', { data: rows }, { rows, total: null }],
    ['data with meta.total', { data: rows, meta: { total: 7 } }, { rows, total: 7 }],
    ['results with count', { count: 7, next: null, previous: null, results: rows }, { rows, total: 7 }],
    ['items with meta.count', { items: rows, meta: { count: 7 } }, { rows, total: 7 }],
    ['a total as text', { data: rows, meta: { total: '7' } }, { rows, total: 7 }],
    ['a total that is none', { data: rows, meta: { total: 'many' }, count: {} }, { rows, total: null }],
    ['meta that is none', { data: rows, meta: [] }, { rows, total: null }],
    ['no rows', { data: [], meta: { total: 0 } }, { rows: [], total: 0 }],
    ['further members', { data: rows, links: {}, meta: null }, { rows, total: null }],
  ])('may be %s', (_, body, expected) => {
    expect(readEnvelope(body)).toEqual(expected);
  });

  it.each([
    [{}],
    [null],
    ['text'],
    [7],
    [undefined],
    [{ data: {} }],
    [{ data: null }],
    [{ rows }],
    [{ id: ids.own }],
  ])('is not %j', (body) => {
    expect(readEnvelope(body)).toBeNull();
  });
});

describe('an odd list, as a client sees it', () => {
  let gateway: TestGateway;
  const query = `{ buildings(first: 5) {
    nodes { name } totalCount sources { status error { code message } } pageInfo { hasNextPage } } }`;
  const answerWith = (body: unknown): void =>
    void gateway.sandbox.pigello.fail('/objects/structural/building/list/', { status: 200, body });

  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['pigello'] });
  });
  afterEach(() => gateway.sandbox.reset());
  afterAll(() => gateway.close());

  it('with a record that has no id: the others are given, and the source says so', async () => {
    answerWith({
      data: [{ id: ids.own, name: 'Eken' }, { name: 'secret name' }, { id: ids.other, name: 'Almen' }],
    });
    const { data, errors } = await gateway.query(query);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      buildings: {
        nodes: [{ name: 'Eken' }, { name: 'Almen' }],
        sources: [{ status: 'PARTIAL', error: { code: 'UPSTREAM_BAD_RESPONSE' } }],
        pageInfo: { hasNextPage: false },
      },
    });
    expect(JSON.stringify(data)).not.toContain('secret name');
  });

  it('where no record has an id: it has failed', async () => {
    answerWith([{ name: 'Eken' }, { name: 'Almen' }]);
    const { data, errors } = await gateway.query(query);
    expect(data).toMatchObject({
      buildings: { nodes: [], totalCount: null, sources: [{ status: 'FAILED' }] },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
  });

  it('that is empty: nothing is wrong', async () => {
    answerWith({ data: [] });
    const { data, errors } = await gateway.query(query);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      buildings: { nodes: [], totalCount: 0, sources: [{ status: 'OK', error: null }] },
    });
  });

  it('that repeats a record: it is given once, and the source says so', async () => {
    answerWith({
      data: [
        { id: ids.own, name: 'Eken' },
        { id: ids.own, name: 'Eken' },
      ],
    });
    const { data } = await gateway.query(query);
    expect(data).toMatchObject({
      buildings: { nodes: [{ name: 'Eken' }], sources: [{ status: 'PARTIAL' }] },
    });
  });
});
