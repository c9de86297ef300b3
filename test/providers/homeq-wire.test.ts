import { describe, expect, it } from 'vitest';
import { expiryOf } from '../../resolvers/homeq/auth.js';
import { acceptsKey } from '../../resolvers/homeq/keys.js';
import { createMap, inSweden } from '../../resolvers/homeq/map.js';
import {
  agreement,
  apartmentDetail,
  employee,
  employeeDetail,
  entries,
  estateDetail,
  login,
  readEmployees,
  readResults,
  readTotal,
} from '../../resolvers/homeq/wire.js';

/** Fixtures re-made from the samples of docs/homeq.txt: their members and the form of their values, other values. */

const map = createMap({ source: 'homeq', currency: 'SEK', timeZone: 'Europe/Stockholm' });
const at = new Date('2026-01-02T03:04:05.000Z');

const estateSample = {
  city: 'Uppsala',
  company: { id: 7, name: 'Fastighets AB Eken' },
  external_id: 'estate-2044-1',
  id: 9,
  images: [
    {
      caption: 'The yard',
      id: 2,
      position: 1,
      thumbnail_url: 'https://media.example/320/estate_images/a.jpeg',
      url: 'https://media.example/estate_images/a.png',
    },
  ],
  name: 'Eken 3',
  number_of_apartments: 31,
  office: { id: 5, name: 'Uppland' },
};

const apartmentSample = {
  address: {
    city: 'Uppsala',
    county: 'Uppsala Län',
    lgh: '1203',
    municipality: 'Uppsala',
    street_name: 'Skolgatan',
    street_number: '8B',
    zip_code: '75312',
  },
  amenities: { electricity_included: true, has_balcony: true, has_drier: false, water_included: true },
  area: 64,
  external_id: '77-1203',
  floor: 2,
  has_ad: 1,
  has_draft: false,
  has_rentals: false,
  id: 41,
  images: [{ caption: 'The hall', id: 3, position: '2' }],
  // As in the sample: latitude and longitude swapped.
  location: { lat: 17.64, lon: 59.86 },
  notes_count: 1,
  rent: 8120,
  rooms: 2.5,
};

const entry = {
  apartment: apartmentSample,
  estate: estateSample,
  identifier: 'apartment.41',
  indexed_at: '2024-03-15T09:56:48.761296',
  object_ad: null,
  project: null,
  requirements: null,
  reserved_application: null,
  type: 'apartment',
};

describe('an entry of the inventory', () => {
  it('of an apartment is a unit with its building', () => {
    const unit = map.toUnit({ row: entries.apartment.parse(entry), at });
    expect(unit).toMatchObject({
      ref: { type: 'Unit', source: 'homeq', key: ['41'] },
      remoteId: '41',
      fetchedAt: at,
      externalId: '77-1203',
      createdAt: null,
      updatedAt: null,
      name: null,
      number: '1203',
      nationalUnitNumber: '1203',
      kind: 'APARTMENT',
      floor: 2,
      rooms: 2.5,
      area: { value: 64, unit: 'SQUARE_METRE' },
      rent: { amount: '8120', currency: 'SEK' },
      occupancy: 'UNKNOWN',
      description: undefined,
      amenities: undefined,
      renovatedOn: undefined,
      canCreateListing: undefined,
      images: [{ url: null, caption: 'The hall', position: 2, thumbnailUrl: null }],
    });
    expect(unit.address).toEqual({
      line1: 'Skolgatan 8B',
      street: 'Skolgatan',
      houseNumber: '8B',
      postalCode: '75312',
      city: 'Uppsala',
      municipality: 'Uppsala',
      county: 'Uppsala Län',
      country: null,
      countryName: null,
      unitNumber: '1203',
      careOf: null,
      latitude: 59.86,
      longitude: 17.64,
      googlePlaceId: null,
    });
    const own = map.toBuilding({
      row: entries.estate.parse({ ...entry, type: 'estate', apartment: null }),
      at,
    });
    expect(unit.building).toEqual({ ...own, raw: entry.estate });
  });

  it('of an estate is a building', () => {
    const row = entries.estate.parse({
      estate: estateSample,
      identifier: 'estate.9',
      indexed_at: '2024-03-15T09:56:48.761296',
      type: 'estate',
    });
    expect(map.toBuilding({ row, at })).toMatchObject({
      ref: { type: 'Building', key: ['9'] },
      externalId: 'estate-2044-1',
      name: 'Eken 3',
      kind: 'ESTATE',
      isActive: null,
      unitCount: 31,
      address: { city: 'Uppsala', line1: null, postalCode: null },
      addresses: null,
      office: { remoteId: '5', name: 'Uppland' },
      company: { remoteId: '7', name: 'Fastighets AB Eken' },
      images: [{ url: 'https://media.example/estate_images/a.png', caption: 'The yard', position: 1 }],
      description: undefined,
      commonAmenities: undefined,
      ownerName: undefined,
      bankAccounts: undefined,
    });
  });

  it('of a listing is neither, though it holds both', () => {
    const listing = {
      ...entry,
      identifier: 'object_ad.7',
      type: 'object_ad',
      object_ad: { id: 7, status: 'active' },
    };
    expect(entries.apartment.safeParse(listing).success).toBe(false);
    expect(entries.estate.safeParse(listing).success).toBe(false);
  });

  it('may leave out everything but its key', () => {
    const bare = entries.apartment.parse({ type: 'apartment', apartment: { id: 41 } });
    expect(map.toUnit({ row: bare, at })).toMatchObject({
      remoteId: '41',
      externalId: null,
      number: null,
      address: null,
      building: null,
      area: null,
      rent: null,
      images: [],
    });
    const estate = entries.estate.parse({
      type: 'estate',
      estate: { id: '9', office: null, images: [null], city: '' },
    });
    expect(map.toBuilding({ row: estate, at })).toMatchObject({
      remoteId: '9',
      name: null,
      address: null,
      office: null,
      company: null,
      images: [],
    });
  });

  it.each([null, 0, -1, 1.5, '', 'x', '1/2', undefined, {}])('cannot be used with the key %j', (id) => {
    expect(
      entries.apartment.safeParse({ type: 'apartment', apartment: { ...apartmentSample, id } }).success,
    ).toBe(false);
  });
});

describe('an estate alone', () => {
  it('tells what the inventory leaves out', () => {
    const row = estateDetail.parse({
      area_caption: 'By the park',
      area_description: 'Five minutes to the station.',
      area_image_caption: null,
      area_images: [{ id: 0, url: 'string' }],
      city: 'Uppsala',
      common_attributes: {
        balcony: true,
        bathtub: false,
        dishwasher: true,
        drier: true,
        electricity_included: false,
        elevator: true,
        garage: false,
        handicap_friendly: true,
        heating_included: true,
        internet_included: false,
        kitchen_fan: false,
        parking: false,
        patio: false,
        tv_included: true,
        washing_machine: false,
      },
      cover_caption: 'Eken',
      cover_description: 'Built in 1964.',
      estate_images: [{ id: 0, url: 'string' }],
      id: null,
      name: 'Eken 3',
      apartment_count: 31,
      bankgiro: '123-4567',
      display_image: 'string',
      estate_owner: 'Fastighets AB Eken',
      landlord_object_id: 'estate-2044-1',
      office: 5,
      org_number: '556000-0000',
      postgiro: '12 34 56-7',
    });
    const building = map.toBuildingDetail('9', { row, at });
    expect(building).toMatchObject({
      ref: { key: ['9'] },
      externalId: 'estate-2044-1',
      unitCount: 31,
      description: 'Built in 1964.\n\nFive minutes to the station.',
      ownerName: 'Fastighets AB Eken',
      bankAccounts: [
        { kind: 'BANKGIRO', number: '123-4567' },
        { kind: 'POSTGIRO', number: '12 34 56-7' },
      ],
    });
    expect(building.commonAmenities).toEqual([
      { kind: 'BALCONY', state: 'PRESENT', providerName: 'balcony', providerState: 'true' },
      { kind: 'DISHWASHER', state: 'PRESENT', providerName: 'dishwasher', providerState: 'true' },
      { kind: 'DRYER', state: 'PRESENT', providerName: 'drier', providerState: 'true' },
      { kind: 'ELEVATOR', state: 'PRESENT', providerName: 'elevator', providerState: 'true' },
      {
        kind: 'HANDICAP_ADAPTED',
        state: 'PRESENT',
        providerName: 'handicap_friendly',
        providerState: 'true',
      },
      { kind: 'HEATING', state: 'INCLUDED', providerName: 'heating_included', providerState: 'true' },
      { kind: 'CABLE_TV', state: 'INCLUDED', providerName: 'tv_included', providerState: 'true' },
    ]);
  });

  it('may be the public part, or nothing', () => {
    expect(map.toBuildingDetail('9', { row: estateDetail.parse({}), at })).toMatchObject({
      description: null,
      commonAmenities: null,
      ownerName: null,
      bankAccounts: null,
    });
    const one = estateDetail.parse({ bankgiro: '123-4567', postgiro: '' });
    expect(map.toBuildingDetail('9', { row: one, at }).bankAccounts).toEqual([
      { kind: 'BANKGIRO', number: '123-4567' },
    ]);
  });
});

describe('an apartment alone', () => {
  const sample = {
    accessibility_adapted: true,
    area: 81.4,
    balcony: 'NORTHWEST',
    bathtub: 'NONE',
    cable_package_included: false,
    can_create_ad_listing: true,
    city: 'Uppsala',
    county: 'Uppsala Län',
    description: 'Two rooms by the yard.',
    dishwasher: 'PREPARED',
    dryer: 'PRESENT',
    electricity_included: true,
    elevator: false,
    estate: 9,
    floor: 2,
    floor_plan_reference: 'string',
    garage: 'AVAILABLE',
    handicap_adapted: false,
    heating_included: true,
    id: 41,
    internet_included: false,
    kitchen_fan: 'PRESENT',
    landlord_object_id: '77-1203',
    latitude: 59.86,
    laundry_room: true,
    longitude: 17.64,
    municipality: 'Uppsala',
    national_id: '1203',
    pantry: true,
    parking: 'INCLUDED',
    patio: false,
    promotion_file_reference: 'string',
    renovation_date: '2017-01-14',
    rent: 8120,
    rooms: 2.5,
    security_door: true,
    shower: true,
    street_name: 'Skolgatan',
    street_number: '8B',
    washing_machine: 'HEAVY_DUTY',
    water: 'COLD_INCLUDED',
    zip_code: '75312',
  };

  it('tells what the inventory leaves out, and the rest as the inventory does', () => {
    const detail = map.toUnitDetail('41', { row: apartmentDetail.parse(sample), at });
    expect(detail).toMatchObject({
      description: 'Two rooms by the yard.',
      renovatedOn: '2017-01-14',
      canCreateListing: true,
      building: { type: 'Building', key: ['9'] },
    });
    const unit = map.toUnit({ row: entries.apartment.parse(entry), at });
    for (const field of ['ref', 'externalId', 'number', 'floor', 'rooms', 'rent', 'address'] as const) {
      expect([field, detail[field]]).toEqual([field, unit[field]]);
    }
  });

  it('grades its amenities', () => {
    const { amenities } = map.toUnitDetail('41', { row: apartmentDetail.parse(sample), at });
    expect(
      amenities?.map(({ kind, state, providerState }) => `${kind} ${state} ${providerState ?? ''}`),
    ).toEqual([
      'ACCESSIBILITY_ADAPTED PRESENT true',
      'BALCONY PRESENT NORTHWEST',
      'BATHTUB NONE NONE',
      // Not in the rent: whether there is any it does not say.
      'CABLE_TV UNKNOWN false',
      'DISHWASHER PREPARED PREPARED',
      'DRYER PRESENT PRESENT',
      'ELECTRICITY INCLUDED true',
      'ELEVATOR NONE false',
      'GARAGE PRESENT AVAILABLE',
      'HANDICAP_ADAPTED NONE false',
      'HEATING INCLUDED true',
      'INTERNET UNKNOWN false',
      'KITCHEN_FAN PRESENT PRESENT',
      'LAUNDRY_ROOM PRESENT true',
      'PANTRY PRESENT true',
      'PARKING INCLUDED INCLUDED',
      'PATIO NONE false',
      'SECURITY_DOOR PRESENT true',
      'SHOWER PRESENT true',
      'WASHING_MACHINE UNKNOWN HEAVY_DUTY',
      'WATER INCLUDED COLD_INCLUDED',
    ]);
    expect(map.toUnitDetail('41', { row: apartmentDetail.parse({}), at }).amenities).toBeNull();
  });
});

describe('an agreement', () => {
  const sample = {
    apartment_id: 41,
    digital_contract: 'https://media.example/contracts/5.pdf',
    digital_contract_fields: { rent: 8120 },
    email: 'astrid@example.com',
    first_name: 'Astrid',
    id: 5,
    kyc_verification_id: 'f3b1',
    last_name: 'Berg',
    profile_card: 's3://homeq/cards/5.pdf',
    sign_date: '2019-08-24',
    ssn: '19850101-0007',
    user_profile_id: 66,
  };

  it('is a lease with its tenant and its documents', () => {
    const row = agreement.parse(sample);
    const lease = map.toLease({ row, at });
    expect(lease).toMatchObject({
      ref: { type: 'Lease', key: ['5', '41'] },
      remoteId: '5:41',
      kind: 'RESIDENTIAL',
      derivation: 'DERIVED_FROM_AGREEMENT',
      status: 'UNKNOWN',
      signedDate: '2019-08-24',
      startDate: null,
      endDate: null,
      unit: { type: 'Unit', key: ['41'] },
      building: undefined,
      tenants: [
        {
          ref: { type: 'Person', key: ['tenant', '66'] },
          remoteId: '66',
          kind: 'PERSON',
          roles: ['TENANT'],
          derivation: 'DERIVED_FROM_AGREEMENT',
          displayName: 'Astrid Berg',
          email: 'astrid@example.com',
          nationalId: '19850101-0007',
          birthDate: null,
        },
      ],
    });
    expect(lease.documents).toMatchObject([
      {
        ref: { type: 'Document', key: ['digital-contract', '41', '5'] },
        remoteId: 'digital-contract:41:5',
        kind: 'LEASE_CONTRACT',
        url: 'https://media.example/contracts/5.pdf',
      },
      // A URI that no browser opens is no link.
      { remoteId: 'profile-card:41:5', kind: 'PROFILE_CARD', url: null },
    ]);
    for (const document of lease.documents ?? []) expect(document.subject).toBe(lease);
  });

  it('is UPCOMING while its signature lies ahead', () => {
    const on = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const status = (date: string | null) =>
      map.toLease({ row: agreement.parse({ ...sample, sign_date: date }), at }).status;
    expect([status(on(2)), status(on(-2)), status(null), status('soon')]).toEqual([
      'UPCOMING',
      'UNKNOWN',
      'UNKNOWN',
      'UNKNOWN',
    ]);
  });

  it('may name nobody and hold no file', () => {
    const lease = map.toLease({ row: agreement.parse({ id: 5, apartment_id: 41 }), at });
    expect(lease).toMatchObject({ signedDate: null, tenants: [], documents: [] });
    const nameless = map.toTenant({
      row: agreement.parse({ id: 5, apartment_id: 41, user_profile_id: 66 }),
      at,
    });
    expect(nameless).toMatchObject({ kind: 'UNKNOWN', displayName: null });
  });

  it('without its apartment cannot be asked for again', () => {
    expect(agreement.safeParse({ ...sample, apartment_id: null }).success).toBe(false);
  });

  it('as a consumer sees it is of no use to a landlord', () => {
    const consumers = {
      apartment: { city: 'Uppsala', street: 'Skolgatan' },
      created: 'string',
      id: 0,
      landlord: { name: 'Eken' },
    };
    expect(agreement.safeParse(consumers).success).toBe(false);
  });
});

describe('an employee', () => {
  const row = {
    api_user: false,
    date_joined: '2021-05-03T10:20:30.123456',
    email: 'bo@example.com',
    first_name: 'Bo',
    id: 12,
    joined: true,
    last_name: 'Ek',
    name: 'Bo Ek',
    right_profile_name: 'manager',
    root_office_name: 'Uppland',
    username: 'bo',
  };
  const detail = {
    api_user: false,
    email: 'bo@example.com',
    first_name: 'Bo',
    id: 12,
    joined: true,
    last_name: 'Ek',
    personal_number: '19700101-0008',
    phone_number: '+46701234567',
    right_profile: { id: 3, name: 'manager' },
    root_office: { id: 5, name: 'Uppland' },
    selected_office: { id: 5, name: 'Uppland' },
  };

  it('in the list has no telephone and no personal number, alone no date; the rest is the same', () => {
    const inList = map.toEmployee({ row: employee.parse(row), at });
    const alone = map.toEmployeeDetail({ row: employeeDetail.parse(detail), at });
    expect(inList).toMatchObject({
      ref: { type: 'Person', key: ['employee', '12'] },
      remoteId: '12',
      kind: 'PERSON',
      roles: ['STAFF'],
      derivation: 'NATIVE',
      displayName: 'Bo Ek',
      // A time without an offset is Stockholm's.
      createdAt: '2021-05-03T08:20:30.123Z',
      accountStatus: 'REGISTERED',
      providerAccountStatus: 'true',
      staffRole: 'manager',
      phones: undefined,
      office: undefined,
      nationalId: undefined,
    });
    expect(alone).toEqual({
      ...inList,
      createdAt: undefined,
      phones: [{ kind: 'UNKNOWN', number: '+46701234567', countryCallingCode: null }],
      office: { remoteId: '5', name: 'Uppland' },
      nationalId: '19700101-0008',
    });
  });

  it('that is a program is nobody, and one that has not joined may or may not be invited', () => {
    const program = map.toEmployee({
      row: employee.parse({ id: 12, api_user: true, joined: false, name: 'Sync' }),
      at,
    });
    expect(program).toMatchObject({
      kind: 'UNKNOWN',
      displayName: 'Sync',
      accountStatus: 'UNKNOWN',
      providerAccountStatus: 'false',
    });
  });

  it('stands in `employees`, alone as well', () => {
    expect(readEmployees({ employees: [detail] })).toEqual([detail]);
    expect([readEmployees({}), readEmployees([detail]), readEmployees(null)]).toEqual([null, null, null]);
  });
});

it('reads results and totals as they come', () => {
  expect(readResults({ results: [{ id: 1 }], total: '1,' })).toEqual({ rows: [{ id: 1 }], total: 1 });
  expect(readResults({ results: [] })).toEqual({ rows: [], total: null });
  for (const body of [null, [], {}, { results: {} }, { total: 3 }, 'text'])
    expect(readResults(body)).toBeNull();
  const totals = [0, 12, '12', '12,', ' 12 , ', '1,234', '', ',', -1, 1.5, null, {}, 'many', '9'.repeat(16)];
  expect(totals.map(readTotal)).toEqual([0, 12, 12, 12, 12, ...Array<null>(9).fill(null)]);
});

it('reads nothing of a login but its token', () => {
  const answer = {
    company: { beta_program: true, enabled_features: ['analytics_tool'], id: 0, name: 'Eken' },
    employee: { email: 'bo@example.com', personal_number: '19700101-0008', username: 'bo' },
    right_profile: { id: 0, name: 'manager', rights: ['homeq.integration.capifast'] },
    token: 'aaa.bbb.ccc',
  };
  expect(login.parse(answer)).toEqual({ token: 'aaa.bbb.ccc' });
  for (const token of [undefined, null, '', 'a\nb', 'a b', 7])
    expect(login.safeParse({ token }).success).toBe(false);
});

it('takes the end of a token from the token, where it names one', () => {
  const token = (payload: unknown): string =>
    `x.${Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)).toString('base64url')}.y`;
  expect(expiryOf(token({ exp: 1_700_000_600 }))).toBe(1_700_000_600_000);
  expect(expiryOf(token({ exp: '1700000600' }))).toBe(1_700_000_600_000);
  const silent = [token({}), token({ exp: 'soon' }), token('no json'), 'opaque', ''];
  expect(silent.map((each) => expiryOf(each))).toEqual(silent.map(() => null));
});

it('puts swapped degrees right, and leaves all others alone', () => {
  expect(inSweden(13.998, 59.342)).toEqual({ latitude: 59.342, longitude: 13.998 });
  expect(inSweden(59.342, 13.998)).toEqual({ latitude: 59.342, longitude: 13.998 });
  expect(inSweden(52.1, 5.1)).toEqual({ latitude: 52.1, longitude: 5.1 });
  expect(inSweden(null, 59.3)).toEqual({ latitude: 59.3, longitude: null });
  expect(inSweden(null, null)).toEqual({ latitude: null, longitude: null });
});

it('takes keys of its own form only', () => {
  expect(acceptsKey('Building', ['9'])).toBe(true);
  expect(acceptsKey('Person', ['employee', '12'])).toBe(true);
  expect(acceptsKey('Person', ['tenant', '66'])).toBe(true);
  expect(acceptsKey('Lease', ['5', '41'])).toBe(true);
  expect(acceptsKey('Document', ['profile-card', '41', '5'])).toBe(true);
  expect(acceptsKey('Unit', ['41', ''])).toBe(false);
  expect(acceptsKey('Unit', [])).toBe(false);
  expect(acceptsKey('Issue', ['1'])).toBe(false);
});
