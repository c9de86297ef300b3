import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOMEQ_PATHS } from '../../resolvers/homeq/paths.js';
import {
  createHomeqSandbox,
  HOMEQ_SANDBOX_CREDENTIALS,
  homeqTruth,
  type HomeqSandboxOptions,
} from '../../resolvers/homeq/sandbox.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { listen } from '../../src/sandbox/listener.js';
import { createPortfolio } from '../../src/sandbox/portfolio.js';

type Json = Readonly<Record<string, unknown>>;
interface Estate extends Json {
  readonly id: number;
  readonly external_id: string | null;
  readonly office: { readonly id: number };
}
interface Apartment extends Json {
  readonly id: number;
  readonly external_id: string | null;
  readonly address: Readonly<Record<string, string | null>>;
  readonly amenities: Json;
  readonly location: { readonly lat: number; readonly lon: number } | null;
}
interface Entry extends Json {
  readonly type: string;
  readonly identifier: string;
  readonly indexed_at: string;
  readonly estate: Estate;
  readonly apartment: Apartment;
  readonly object_ad: Json & { readonly id: number; readonly status: string };
}
interface Agreement extends Json {
  readonly id: number;
  readonly apartment_id: number;
  readonly digital_contract: string | null;
  readonly profile_card: string | null;
  readonly sign_date: string | null;
  readonly user_profile_id: number;
}
interface Page<Row> {
  readonly results: readonly Row[];
  readonly total: string | number;
}

/** Members of the landlord's view, in the document's order. */
const APARTMENT =
  'accessibility_adapted,area,balcony,bathtub,cable_package_included,can_create_ad_listing,city,county,description,' +
  'dishwasher,dryer,electricity_included,elevator,estate,floor,floor_plan_reference,garage,handicap_adapted,' +
  'heating_included,id,internet_included,kitchen_fan,landlord_object_id,latitude,laundry_room,longitude,' +
  'municipality,national_id,pantry,parking,patio,promotion_file_reference,renovation_date,rent,rooms,' +
  'security_door,shower,street_name,street_number,washing_machine,water,zip_code';

let sandbox: Sandbox;
let token: string;
let truth: ReturnType<typeof homeqTruth>;
beforeAll(async () => {
  sandbox = await startSandbox();
  truth = homeqTruth(sandbox.portfolio);
  const answer = await login(sandbox.homeq.url);
  token = ((await answer.json()) as { token: string }).token;
});
afterAll(() => sandbox.close());

function login(url: string, body: unknown = HOMEQ_SANDBOX_CREDENTIALS): Promise<Response> {
  return fetch(url + HOMEQ_PATHS.login.path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function ask(target: string, authorization = `JWT ${token}`): Promise<Response> {
  return fetch(sandbox.homeq.url + target, { headers: { Authorization: authorization } });
}

async function read<T = Json>(target: string): Promise<T> {
  const answer = await ask(target);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

async function inventory(query: string): Promise<readonly Entry[]> {
  return (await read<Page<Entry>>(`${HOMEQ_PATHS.inventory.path}?amount=500&${query}`)).results;
}

async function allAgreements(query = ''): Promise<Agreement[]> {
  const rows: Agreement[] = [];
  for (let page = 1; ; page++) {
    const { results } = await read<Page<Agreement>>(`${HOMEQ_PATHS.agreements.path}?page=${page}${query}`);
    rows.push(...results);
    if (results.length < 20) return rows;
  }
}

async function refused(answer: Response): Promise<readonly [number, unknown]> {
  const body = (await answer.json()) as Json;
  expect(Object.keys(body).sort()).toEqual(['correlation_id', 'description', 'error']);
  return [answer.status, body['error']];
}

/** A stand-in of its own, for options and for what would disturb others. */
async function serve(options: HomeqSandboxOptions = {}) {
  const app = createHomeqSandbox(createPortfolio(), options);
  return { app, server: await listen(app) };
}

describe('logging in', () => {
  it('answers with a token in three parts, the company, the employee and the rights', async () => {
    const answer = await login(sandbox.homeq.url);
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Json;
    expect(Object.keys(body).sort()).toEqual(['company', 'employee', 'right_profile', 'token']);
    expect(body['token']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(Object.keys(body['employee'] as Json)).toEqual([
      'email',
      'first_name',
      'id',
      'intercom_hash',
      'last_name',
      'personal_number',
      'phone',
      'root_office',
      'selected_office',
      'username',
    ]);
    expect(body['employee']).toMatchObject({ username: HOMEQ_SANDBOX_CREDENTIALS.username });
  });

  it.each([
    ['no user name', { password: 'x' }, [412, 'UsernameMissing']],
    ['no password', { username: 'x' }, [412, 'PasswordMissing']],
    ['a wrong password', { ...HOMEQ_SANDBOX_CREDENTIALS, password: 'x' }, [403, 'PermissionDenied']],
    ['no JSON object', 'x', [412, 'UsernameMissing']],
  ])('refuses %s', async (_what, body, expected) => {
    expect(await refused(await login(sandbox.homeq.url, body))).toEqual(expected);
  });

  it('wants a two factor token and a known device where the account has them', async () => {
    const { server } = await serve({ twoFactorToken: '123456', deviceToken: 'device' });
    const attempt = (more: Json) => login(server.url, { ...HOMEQ_SANDBOX_CREDENTIALS, ...more });
    const totp = { two_factor_token: '123456' };
    expect(await refused(await attempt({}))).toEqual([412, 'MissingTotpToken']);
    expect(await refused(await attempt({ two_factor_token: '1' }))).toEqual([412, 'InvalidTotpToken']);
    expect(await refused(await attempt(totp))).toEqual([412, 'MissingDeviceToken']);
    expect(await refused(await attempt({ ...totp, device_token: 'x' }))).toEqual([
      412,
      'MissingCheckinToken',
    ]);
    expect((await attempt({ ...totp, device_token: 'device' })).status).toBe(200);
    await server.close();
  });

  it('verifies a token with the answer of the login', async () => {
    const verify = (body: unknown) =>
      fetch(sandbox.homeq.url + HOMEQ_PATHS.verify.path, { method: 'POST', body: JSON.stringify(body) });
    const answer = await verify({ token });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ token, company: { name: 'Nordhem Bostad AB' } });
    expect(await refused(await verify({}))).toEqual([401, 'Unauthorized']);
    expect(await refused(await verify({ token: 'a.b.c' }))).toEqual([401, 'Unauthorized']);
  });

  it.each(['', 'JWT', 'JWT a.b.c', 'Bearer TOKEN', 'TOKEN', 'jwt TOKEN'])('refuses "%s"', async (given) => {
    const answer = await ask(HOMEQ_PATHS.employees.path, given.replace('TOKEN', token));
    expect(await refused(answer)).toEqual([401, 'Unauthorized']);
  });

  it('lets tokens expire, by the clock and on demand', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z');
    const { app, server } = await serve({ tokenLifetimeSeconds: 60, now: () => now });
    const fresh = async () => ((await (await login(server.url)).json()) as { token: string }).token;
    const use = (given: string) =>
      fetch(server.url + HOMEQ_PATHS.company.path, { headers: { Authorization: `JWT ${given}` } });
    const first = await fresh();
    const second = await fresh();
    expect(second).not.toBe(first);
    expect((await use(first)).status).toBe(200);
    now += 61_000;
    const late = await use(first);
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({ description: 'Signature of the token is expired' });
    const third = await fresh();
    app.expireTokens();
    expect((await use(third)).status).toBe(401);
    expect((await use(await fresh())).status).toBe(200);
    await server.close();
  });

  it('records no credentials', async () => {
    await ask(HOMEQ_PATHS.company.path);
    expect(JSON.stringify(sandbox.homeq.requests)).not.toContain(token);
    expect(JSON.stringify(sandbox.homeq.requests)).not.toContain(HOMEQ_SANDBOX_CREDENTIALS.password);
  });
});

describe('paths', () => {
  it('are followed to the last slash', async () => {
    for (const { path } of Object.values(HOMEQ_PATHS)) {
      const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
      expect(await refused(await ask(other.replace(/\{\w+\}/, '1')))).toEqual([404, 'NotFound']);
    }
  });

  it('take no other method', async () => {
    const answer = await fetch(sandbox.homeq.url + HOMEQ_PATHS.employees.path, { method: 'POST' });
    expect(await refused(answer)).toEqual([405, 'MethodNotAllowed']);
  });

  it('can be limited in rate', async () => {
    const body = { error: 'RateLimited', description: 'Request was throttled.' };
    sandbox.homeq.fail(HOMEQ_PATHS.inventory.path, { status: 429, body, times: 1 });
    const answer = await ask(HOMEQ_PATHS.inventory.path);
    expect([answer.status, await answer.json()]).toEqual([429, body]);
    expect((await ask(HOMEQ_PATHS.inventory.path)).status).toBe(200);
  });
});

describe('the inventory', () => {
  it.each([7, 100, 500])('holds what the truth says, by %i', async (amount) => {
    const page = async (type: string): Promise<string[]> => {
      const ids: string[] = [];
      for (let offset = 0; ; offset += amount) {
        const query = `type=${type}&use_root_office=true&amount=${amount}&offset=${offset}`;
        const { results } = await read<Page<Entry>>(`${HOMEQ_PATHS.inventory.path}?${query}`);
        ids.push(...results.map((entry) => String(type === 'estate' ? entry.estate.id : entry.apartment.id)));
        if (results.length < amount) return ids;
      }
    };
    expect(await page('estate')).toEqual(truth.buildings.map(({ id }) => id));
    expect(await page('apartment')).toEqual(truth.units.map(({ id }) => id));
  });

  it('shows 10 at a time unless asked, and a total that is a text with a comma', async () => {
    const { results, total } = await read<Page<Entry>>(HOMEQ_PATHS.inventory.path);
    expect(results).toHaveLength(10);
    expect(total).toMatch(/^\d+,$/);
    const beyond = await read<Page<Entry>>(`${HOMEQ_PATHS.inventory.path}?offset=9999`);
    expect(beyond).toEqual({ results: [], total });
  });

  it('gives the total as a number where that is wanted', async () => {
    const { server } = await serve({ total: 'number' });
    const { token: own } = (await (await login(server.url)).json()) as { token: string };
    const answer = await fetch(server.url + HOMEQ_PATHS.inventory.path, {
      headers: { Authorization: `JWT ${own}` },
    });
    expect(typeof ((await answer.json()) as Page<Entry>).total).toBe('number');
    await server.close();
  });

  it('keeps what lies outside the selected office until the root office is asked for', async () => {
    const outside = truth.buildings.filter((building) => building.outsideSelectedOffice);
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.flatMap((building) => building.unitIds).length).toBeGreaterThan(0);
    const shown = (await inventory('type=estate')).map(({ estate }) => String(estate.id));
    expect(shown).toEqual(
      truth.buildings.filter((building) => !building.outsideSelectedOffice).map(({ id }) => id),
    );
    const [first] = outside;
    expect(await inventory(`estate.id=${first?.id}`)).toEqual([]);
    expect(await inventory(`estate.id=${first?.id}&use_root_office=true`)).not.toEqual([]);
  });

  it('shows exactly the documented members', async () => {
    const members = [
      'apartment',
      'estate',
      'identifier',
      'indexed_at',
      'object_ad',
      'project',
      'requirements',
      'reserved_application',
      'type',
    ];
    const entries = await inventory('use_root_office=true');
    for (const entry of entries) expect(Object.keys(entry).sort()).toEqual(members);
    const [estate] = entries.filter(({ type }) => type === 'estate');
    expect(estate).toMatchObject({ apartment: null, object_ad: null, project: null });
    expect(Object.keys(estate?.estate ?? {}).join()).toBe(
      'city,company,external_id,id,images,name,number_of_apartments,office',
    );
    const [apartment] = entries.filter(({ type }) => type === 'apartment');
    expect(apartment).toMatchObject({ object_ad: null, estate: { id: estate?.estate.id } });
    expect(Object.keys(apartment?.apartment ?? {}).join()).toBe(
      'address,amenities,area,external_id,floor,has_ad,has_draft,has_rentals,id,images,location,notes_count,rent,rooms',
    );
    expect(Object.keys(apartment?.apartment.amenities ?? {})).toHaveLength(18);
    expect(apartment?.apartment.address['zip_code']).toMatch(/^\d{5}$/);
  });

  it('agrees with the truth on names and amounts', async () => {
    const units = (await inventory('type=apartment&use_root_office=true')).map(({ apartment, estate }) => ({
      id: String(apartment.id),
      externalId: apartment.external_id === '' ? null : apartment.external_id,
      number: apartment.address['lgh'],
      city: apartment.address['city'],
      rent: apartment['rent'],
      buildingId: String(estate.id),
    }));
    for (const [index, unit] of units.entries()) expect(truth.units[index]).toMatchObject(unit);
    const estates = (await inventory('type=estate&use_root_office=true')).map(({ estate }) => ({
      id: String(estate.id),
      externalId: estate.external_id,
      name: estate['name'],
      city: estate['city'],
    }));
    for (const [index, estate] of estates.entries()) expect(truth.buildings[index]).toMatchObject(estate);
  });

  it('filters by numbers, references and listings', async () => {
    const all = await inventory('use_root_office=true');
    const [unit] = truth.units;
    const byUnit = await inventory(`apartment.id=${unit?.id}&type=apartment`);
    expect(byUnit.map(({ apartment }) => String(apartment.id))).toEqual([unit?.id]);
    expect(await inventory(`apartment.external_id=${unit?.externalId}&type=apartment`)).toEqual(byUnit);
    const [building] = truth.buildings;
    const units = await inventory(`estate.id=${building?.id}&type=apartment`);
    expect(units.map(({ apartment }) => String(apartment.id))).toEqual(building?.unitIds);
    expect(await inventory(`estate.external_id=${building?.externalId}&type=apartment`)).toEqual(units);
    expect(await inventory('estate.external_id=nothing')).toEqual([]);
    // Found as it was typed in, and only so.
    const typed = await inventory('estate.external_id=H%201002&type=estate');
    expect(typed.map(({ estate }) => estate.external_id)).toEqual(['H 1002']);
    expect(await inventory('estate.external_id=H-1002&type=estate')).toEqual([]);

    const listings = await inventory('type=object_ad&use_root_office=true');
    expect(listings.length).toBeGreaterThan(5);
    const drafts = await inventory('listing.status=draft&use_root_office=true');
    expect(drafts.map(({ object_ad }) => object_ad.status)).toEqual(['draft']);
    expect(drafts[0]).toMatchObject({ requirements: null });
    const ofProject = await inventory('project.id=12&use_root_office=true');
    expect(ofProject.length).toBeGreaterThan(0);
    const others = await inventory('exclude_projects=true&use_root_office=true');
    expect(others).toHaveLength(all.length - ofProject.length);
    const [assigned] = listings;
    const [agent] = assigned?.object_ad['assignments'] as { id: number }[];
    expect(await inventory(`listing.employee.id=${agent?.id}&use_root_office=true`)).toContainEqual(assigned);
  });

  it('is as flawed as the document says', async () => {
    const entries = await inventory('use_root_office=true');
    const apartments = entries.filter(({ type }) => type === 'apartment').map(({ apartment }) => apartment);
    const swapped = apartments.filter(({ location }) => location !== null && location.lat < location.lon);
    expect(swapped.length).toBeGreaterThan(0);
    expect(swapped.length).toBeLessThan(apartments.length / 10);
    expect(apartments.some(({ location }) => location === null)).toBe(true);
    expect(new Set(apartments.map((apartment) => typeof apartment['has_ad']))).toEqual(
      new Set(['boolean', 'number']),
    );
    expect(apartments.map(({ external_id }) => external_id)).toEqual(expect.arrayContaining([null, '']));
    expect(apartments.some(({ address }) => address['lgh'] === null)).toBe(true);
    expect(entries.some(({ estate }) => estate.external_id === null)).toBe(true);
    for (const entry of entries) expect(entry.indexed_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
    // Numbers of one digit do not fit the document's own pattern.
    const pattern = /^(estate|apartment|object_ad).[1-9][0-9]+$/;
    expect(entries.some(({ identifier }) => !pattern.test(identifier))).toBe(true);
  });

  it.each([
    'amount=501',
    'amount=0',
    'amount=many',
    'offset=-1',
    'type=building',
    'page=2',
    'apartment.id=1001,1002',
    'apartment.id=1001&apartment.id=1002',
    'estate.id=',
    'use_root_office=1',
    'listing.status=Active',
    'search=Solrosen',
  ])('refuses ?%s', async (query) => {
    const answer = await ask(`${HOMEQ_PATHS.inventory.path}?${query}`);
    expect(await refused(answer)).toEqual([412, 'InvalidParameter']);
  });
});

describe('single records', () => {
  const estatePath = (id: string | number | undefined) => HOMEQ_PATHS.estate.path.replace('{id}', String(id));
  const apartmentPath = (id: string | number | undefined) =>
    HOMEQ_PATHS.apartment.path.replace('{id}', String(id));

  it('show an estate to its landlord, and less of it to everybody', async () => {
    const [building] = truth.buildings;
    const estate = await read(estatePath(building?.id));
    expect(estate).toMatchObject({
      name: building?.name,
      landlord_object_id: building?.externalId,
      apartment_count: building?.unitIds.length,
    });
    const answer = await fetch(sandbox.homeq.url + estatePath(building?.id));
    const open = (await answer.json()) as Json;
    expect(Object.keys(estate).filter((member) => !(member in open))).toEqual([
      'apartment_count',
      'bankgiro',
      'display_image',
      'estate_owner',
      'landlord_object_id',
      'office',
      'org_number',
      'postgiro',
    ]);
    expect(Object.keys(open['common_attributes'] as Json)).toHaveLength(15);
    expect(await refused(await ask(estatePath(building?.id), 'JWT a.b.c'))).toEqual([401, 'Unauthorized']);
  });

  it('show an apartment with the grades that the inventory leaves out', async () => {
    const entries = await inventory('type=apartment&use_root_office=true');
    const details = await Promise.all(
      entries.slice(0, 40).map(({ apartment }) => read(apartmentPath(apartment.id))),
    );
    for (const [index, detail] of details.entries()) {
      expect(Object.keys(detail).join()).toBe(APARTMENT);
      const shown = entries[index]?.apartment;
      expect(detail).toMatchObject({
        id: shown?.id,
        estate: entries[index]?.estate.id,
        rent: shown?.['rent'],
      });
      expect(detail['national_id']).toBe(shown?.address['lgh']);
      expect(detail['dishwasher'] === 'PRESENT').toBe(shown?.amenities['has_dishwasher']);
    }
    expect(new Set(details.map((detail) => detail['dishwasher']))).toEqual(
      new Set(['NONE', 'PREPARED', 'PRESENT']),
    );
  });

  it.each([
    estatePath(999),
    estatePath('x'),
    apartmentPath(1),
    HOMEQ_PATHS.employee.path.replace('{employee_id}', '1'),
  ])('do not know %s', async (path) => {
    expect(await refused(await ask(path))).toEqual([404, 'NotFound']);
  });
});

describe('agreements', () => {
  it('come 20 to a page and are what the truth says', async () => {
    const first = await read<Page<Agreement>>(HOMEQ_PATHS.agreements.path);
    expect(first.results).toHaveLength(20);
    expect(first.total).toBe(truth.leases.length);
    const rows = await allAgreements();
    expect(rows.map((row) => `${row.id}:${row.apartment_id}`)).toEqual(truth.leases.map(({ id }) => id));
    for (const [index, row] of rows.entries()) {
      expect(truth.leases[index]).toMatchObject({
        unitId: String(row.apartment_id),
        signDate: row.sign_date,
        userProfileId: String(row.user_profile_id),
      });
    }
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'apartment_id',
      'digital_contract',
      'digital_contract_fields',
      'email',
      'first_name',
      'id',
      'kyc_verification_id',
      'last_name',
      'profile_card',
      'sign_date',
      'ssn',
      'user_profile_id',
    ]);
    expect((await read<Page<Agreement>>(`${HOMEQ_PATHS.agreements.path}?page=99`)).results).toEqual([]);
  });

  it('name one tenant each, some of them more than once', async () => {
    const rows = await allAgreements();
    const profiles = new Set(rows.map((row) => String(row.user_profile_id)));
    expect(profiles.size).toBeLessThan(rows.length);
    expect(new Set(truth.tenants.map(({ id }) => id))).toEqual(profiles);
    expect(truth.tenants.some((tenant) => tenant.leaseIds.length > 1)).toBe(true);
  });

  it('were signed in the past, but for a few that will be in 2030 or later, and some without a date', async () => {
    const ahead = truth.leases.filter(({ state }) => state === 'upcoming');
    expect(ahead.length).toBeGreaterThan(0);
    for (const { signDate } of ahead) expect(signDate?.slice(0, 4)).toMatch(/^203\d$/);
    expect(truth.leases.some(({ signDate }) => signDate === null)).toBe(true);
    const rest = truth.leases.flatMap(({ state, signDate }) =>
      state === null && signDate ? [signDate] : [],
    );
    for (const signDate of rest) expect(signDate < '2026-01-01').toBe(true);
  });

  it('filter by apartment, date of signature and rental', async () => {
    const rows = await allAgreements();
    const often = truth.units.find((unit) => unit.leaseIds.length > 1);
    const ofUnit = await allAgreements(`&apartment_id=${often?.id}`);
    expect(ofUnit.map((row) => `${row.id}:${row.apartment_id}`)).toEqual(often?.leaseIds);
    const date = rows.find((row) => row.sign_date !== null)?.sign_date ?? '';
    const after = await allAgreements(`&signed_after=${date}`);
    expect(after).toEqual(rows.filter((row) => row.sign_date !== null && row.sign_date > date));
    // No answer shows the number of a rental: the stand-in counts them from 7000, agreements from 5000.
    expect(await allAgreements(`&rental_id=${(rows[0]?.id ?? 0) + 2000}`)).toEqual([rows[0]]);
    expect(await allAgreements('&rental_id=1')).toEqual([]);
    for (const query of ['page=0', 'signed_after=today', 'user_profile_id=1', 'amount=100']) {
      const answer = await ask(`${HOMEQ_PATHS.agreements.path}?${query}`);
      expect(await refused(answer)).toEqual([412, 'InvalidParameter']);
    }
  });

  it('point to their files, which need no login, and to no others', async () => {
    const rows = await allAgreements();
    const links = rows.flatMap((row) =>
      [row.digital_contract, row.profile_card].filter((link) => link !== null),
    );
    expect(links).toHaveLength(truth.documents.length);
    expect(new Set(links).size).toBe(links.length);
    expect(truth.leases.some(({ documentIds }) => documentIds.length === 0)).toBe(true);
    expect(truth.leases.some(({ documentIds }) => documentIds.length === 2)).toBe(true);
    const contract = rows.find((row) => row.digital_contract !== null)?.digital_contract ?? '';
    const card = rows.find((row) => row.profile_card !== null)?.profile_card ?? '';
    expect((await fetch(contract)).headers.get('content-type')).toBe('application/pdf');
    expect((await fetch(card)).headers.get('content-type')).toBe('application/pdf');
    expect(await refused(await fetch(`${sandbox.homeq.url}/files/other.pdf`))).toEqual([404, 'NotFound']);
  });
});

describe('the organisation', () => {
  it('lists employees at once, and one employee in a list, with other members', async () => {
    const { employees } = await read<{ employees: (Json & { id: number })[] }>(HOMEQ_PATHS.employees.path);
    expect(employees.map(({ id }) => String(id))).toEqual(truth.persons.map(({ id }) => id));
    expect(employees.some((employee) => employee['api_user'])).toBe(true);
    const path = HOMEQ_PATHS.employee.path.replace('{employee_id}', String(employees[1]?.id));
    const alone = await read<{ employees: Json[] }>(path);
    expect(alone.employees).toHaveLength(1);
    expect(alone.employees[0]).toMatchObject({ id: employees[1]?.id, email: employees[1]?.['email'] });
    expect(alone.employees[0]).not.toHaveProperty('name');
    expect(alone.employees[0]).toHaveProperty('root_office.name', employees[1]?.['root_office_name']);
  });

  it('gives offices as a bare array, and only with a mode', async () => {
    const offices = await read<{ id: number; parent: number | null }[]>(
      `${HOMEQ_PATHS.offices.path}?mode=default`,
    );
    expect(offices.filter(({ parent }) => parent === null)).toHaveLength(1);
    const ids = offices.map(({ id }) => id);
    for (const { parent } of offices) if (parent !== null) expect(ids).toContain(parent);
    for (const { estate } of await inventory('type=estate&use_root_office=true')) {
      expect(ids).toContain(estate.office.id);
    }
    expect(await read(`${HOMEQ_PATHS.offices.path}?mode=manage&office_id=${ids[1]}`)).toHaveLength(1);
    expect(await refused(await ask(HOMEQ_PATHS.offices.path))).toEqual([412, 'InvalidParameter']);
    expect(await refused(await ask(`${HOMEQ_PATHS.offices.path}?mode=all`))).toEqual([
      412,
      'InvalidParameter',
    ]);
  });

  it('gives the company as an object', async () => {
    expect(await read(HOMEQ_PATHS.company.path)).toMatchObject({
      name: sandbox.portfolio.company.name,
      org_number: sandbox.portfolio.company.organisationNumber,
      tier: { enabled_features: ['analytics_tool'] },
    });
  });
});

describe('the truth', () => {
  it('has every record once, and edges that lead somewhere', () => {
    for (const records of [
      truth.buildings,
      truth.units,
      truth.persons,
      truth.tenants,
      truth.leases,
      truth.documents,
    ]) {
      expect(records.length).toBeGreaterThan(0);
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    }
    expect(truth.issues).toEqual([]);
    const leases = new Set(truth.leases.map(({ id }) => id));
    for (const { leaseIds } of [...truth.buildings, ...truth.units, ...truth.tenants])
      for (const id of leaseIds) expect(leases).toContain(id);
    expect(truth.buildings.flatMap(({ unitIds }) => unitIds)).toEqual(truth.units.map(({ id }) => id));
  });
});
