import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createFaciliteeSandbox,
  FACILITEE_SANDBOX_CREDENTIALS,
  faciliteeTruth,
  type FaciliteeSandbox,
} from '../../resolvers/facilitee/sandbox.js';
import { listen, type SandboxServer } from '../../src/sandbox/listener.js';
import { createPortfolio, portfolioOf } from '../../src/sandbox/portfolio.js';

type Row = Readonly<Record<string, unknown>>;
interface Page {
  readonly numberOfPages: number;
  readonly totalItems: number;
  readonly pageSize: number;
  readonly currentPage: number;
  readonly items: readonly Row[];
}

const portfolio = createPortfolio();
const truth = faciliteeTruth(portfolio);
/** A property with units of most kinds. */
const JAVAHOF = truth.buildings.find(({ externalId }) => externalId === 'H-1017')?.id ?? '';
const EVER = 'fromDateTime=2000-01-01T00:00:00.000Z&toDateTime=2030-01-01T00:00:00.000Z';

let clock = Date.parse('2026-11-22T09:00:00Z');
let app: FaciliteeSandbox;
let server: SandboxServer;
let token: string;

beforeAll(async () => {
  app = createFaciliteeSandbox(portfolio, { now: () => clock });
  server = await listen(app);
  token = await logIn();
});
afterAll(() => server.close());

/** A reference as the truth has it: some have blanks around them. */
function bare(reference: unknown): unknown {
  return typeof reference === 'string' ? reference.trim() : reference;
}

function connect(form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${server.url}/api/connect/token`, { method: 'POST', body: new URLSearchParams(form) });
}

const LOGIN = {
  client_id: FACILITEE_SANDBOX_CREDENTIALS.clientId,
  client_secret: FACILITEE_SANDBOX_CREDENTIALS.clientSecret,
  scope: 'openid api',
  grant_type: 'client_credentials',
};

async function logIn(): Promise<string> {
  const { access_token } = (await (await connect(LOGIN)).json()) as { access_token: string };
  return access_token;
}

function call(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${server.url}/api/public/${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  });
}

async function get<T = Row>(path: string): Promise<T> {
  const response = await call(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

/** Reads a list page by page until its own `numberOfPages`. */
async function readAll(path: string, pageSize: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let pageNo = 1, last = 1; pageNo <= last; pageNo++) {
    const page = await get<Page>(
      `${path}${path.includes('?') ? '&' : '?'}pageNo=${pageNo}&pageSize=${pageSize}`,
    );
    expect(page.currentPage).toBe(pageNo);
    last = page.numberOfPages;
    rows.push(...page.items);
    if (pageNo === last) expect(rows).toHaveLength(page.totalItems);
  }
  return rows;
}

async function expectProblem(response: Response, status: number, type: string): Promise<void> {
  expect(response.status).toBe(status);
  const body = (await response.json()) as Row;
  expect(Object.keys(body)).toEqual(['Type', 'Title', 'Status', 'Detail', 'Instance', 'Extensions']);
  expect(body).toMatchObject({ Type: `/problems/${type}`, Status: status, Extensions: {} });
}

/** Every unit by its own call, in the order of the truth. */
function readUnits(): Promise<Row[]> {
  return Promise.all(truth.units.map(({ id }) => get(`PropertyUnit/${id}`)));
}

const ids = (rows: readonly Row[]): string[] => rows.map((row) => String(row['id']));
const some = (rows: readonly Row[], fits: (row: Row) => boolean): Row => {
  const row = rows.find(fits);
  if (row === undefined) throw new Error('No row fits.');
  return row;
};

describe('login', () => {
  test('takes a form and gives a bearer token of 1,800 seconds', async () => {
    const response = await connect(LOGIN);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as unknown,
      token_type: 'Bearer',
      expires_in: 1800,
      scope: 'openid',
      id_token: expect.any(String) as unknown,
    });
  });

  test('refuses JSON, missing fields and another grant or scope', async () => {
    const asJson = await fetch(`${server.url}/api/connect/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(LOGIN),
    });
    await expectProblem(asJson, 400, 'invalid-format');
    for (const field of Object.keys(LOGIN))
      await expectProblem(await connect({ ...LOGIN, [field]: '' }), 400, 'bad-request');
    await expectProblem(await connect({ ...LOGIN, grant_type: 'password' }), 400, 'bad-request');
    await expectProblem(await connect({ ...LOGIN, scope: 'openid' }), 400, 'bad-request');
  });

  test('refuses a wrong client with 401', async () => {
    await expectProblem(await connect({ ...LOGIN, client_secret: 'guess' }), 401, 'invalid-credentials');
  });

  test('every other call needs the token and a JSON content type, GETs too', async () => {
    await expectProblem(await call('managers', { authorization: '' }), 401, 'authorization-error');
    await expectProblem(
      await call('managers', { authorization: 'Bearer guess' }),
      401,
      'authorization-error',
    );
    await expectProblem(await call('managers', { authorization: token }), 401, 'authorization-error');
    await expectProblem(await call('managers', { 'content-type': 'text/plain' }), 400, 'invalid-format');
    const bare = await fetch(`${server.url}/api/public/managers`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await expectProblem(bare, 400, 'invalid-format');
    expect((await call('managers', { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  test('tokens end by the clock, and all at once on demand', async () => {
    clock += 1_799_000;
    expect((await call('country-codes')).status).toBe(200);
    clock += 1_000;
    await expectProblem(await call('country-codes'), 401, 'authorization-error');
    token = await logIn();
    expect((await call('country-codes')).status).toBe(200);
    app.expireTokens();
    await expectProblem(await call('country-codes'), 401, 'authorization-error');
    token = await logIn();
  });

  test('the lifetime of tokens can be set', async () => {
    const shortLived = await listen(createFaciliteeSandbox(portfolio, { tokenLifetime: 5 }));
    const response = await fetch(`${shortLived.url}/api/connect/token`, {
      method: 'POST',
      body: new URLSearchParams(LOGIN),
    });
    expect(await response.json()).toMatchObject({ expires_in: 5 });
    await shortLived.close();
  });
});

describe.each([7, 100])('every list to its end, %i a page', (size) => {
  test('properties', async () => {
    const rows = await readAll('Properties', size);
    expect(ids(rows)).toEqual(truth.buildings.map(({ id }) => id));
    expect(rows.map((row) => [row['name'], bare(row['customPropertyId']), row['isActive']])).toEqual(
      truth.buildings.map(({ name, externalId, active }) => [name, externalId, active]),
    );
  });

  test('units of each property', async () => {
    const rows: Row[] = [];
    for (const building of truth.buildings) {
      const units = await readAll(`PropertyUnit?propertyId=${building.id}`, size);
      expect(ids(units)).toEqual(building.unitIds);
      rows.push(...units);
    }
    expect(ids(rows)).toEqual(truth.units.map(({ id }) => id));
    expect(rows.map((row) => bare(row['customUnitId']))).toEqual(
      truth.units.map(({ externalId }) => externalId),
    );
  });

  test('users of the four roles', async () => {
    const rows: [string, unknown, unknown, unknown][] = [];
    for (const [path, role] of [
      ['Owners', 'owner'],
      ['managers', 'manager'],
      ['service-providers', 'service-provider'],
      ['property-users', 'property-user'],
    ] as const) {
      for (const row of await readAll(path, size))
        rows.push([
          `${role}:${String(row['id'])}`,
          row['name'],
          row['email'],
          bare(row['externalReferenceId']),
        ]);
    }
    expect(rows).toEqual(truth.persons.map((one) => [one.id, one.name, one.email, one.externalId]));
  });

  test('leases, from the property users', async () => {
    const day = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 10) : value);
    const leases = (await readAll('property-users', size)).flatMap((user) =>
      (user['propertyUnits'] as (Row | null)[])
        .filter((unit) => unit !== null)
        .map((unit) => [
          `${String(unit['propertyUnitId'])}:${String(user['id'])}`,
          day(unit['contractStart']),
          day(unit['contractEnd']),
          unit['isMainContact'],
        ]),
    );
    expect(leases).toEqual(
      truth.leases.map(({ id, startDate, endDate, isMainContact }) => [
        id,
        startDate,
        endDate,
        isMainContact,
      ]),
    );
    expect(new Set(truth.leases.map(({ id }) => id)).size).toBe(truth.leases.length);
  });

  test('issues', async () => {
    const rows = await readAll(`Issues?${EVER}`, size);
    expect(
      rows.map((row) => [
        String(row['id']),
        row['name'],
        row['status'],
        row['created'],
        row['userReferenceId'],
        row['reporterName'],
      ]),
    ).toEqual(
      truth.issues.map((one) => [
        one.id,
        one.title,
        one.providerStatus,
        one.createdAt,
        one.externalId,
        one.reporterName,
      ]),
    );
  });
});

test('documents are the attachments of units, then of service providers', async () => {
  const found: Row[] = [];
  for (const unit of await readUnits()) found.push(...((unit['attachments'] as readonly Row[] | null) ?? []));
  for (const { id } of await readAll('service-providers', 100)) {
    const provider = await get(`service-providers/${String(id)}`);
    found.push(...((provider['attachments'] as readonly Row[] | null) ?? []));
  }
  expect(found.map((file) => [String(file['id']), file['name']])).toEqual(
    truth.documents.map(({ id, title }) => [id, title]),
  );
  expect(new Set(truth.documents.map(({ subject }) => subject))).toEqual(new Set(['unit', 'person']));
});

test('the truth is what the portfolio holds', () => {
  const here = portfolioOf(portfolio, 'facilitee');
  expect(truth.buildings.map(({ real }) => real)).toEqual(here.buildings.map(({ key }) => key));
  expect(truth.units).toHaveLength(here.units.length);
  expect(new Set(truth.units.map(({ real }) => real))).toEqual(new Set(here.units.map(({ key }) => key)));
  expect(new Set(truth.persons.map(({ real }) => real))).toEqual(new Set(here.persons.map(({ key }) => key)));
  const pairs = here.tenancies.flatMap(({ unitKey, personKeys }) =>
    personKeys.map((personKey) => `${unitKey} ${personKey}`),
  );
  expect(truth.leases).toHaveLength(new Set(pairs).size);
  expect(truth.leases.some(({ state }) => state === 'ended')).toBe(true);
  expect(truth.issues).toHaveLength(here.issues.length);
});

describe('paging', () => {
  test('begins with page 1 of 10 rows', async () => {
    const page = await get<Page>('property-users');
    expect(page).toMatchObject({ currentPage: 1, pageSize: 10, totalItems: page.totalItems });
    expect(page.items).toHaveLength(10);
    expect(page.numberOfPages).toBe(Math.ceil(page.totalItems / 10));
    expect(Object.keys(page)).toEqual(['numberOfPages', 'totalItems', 'pageSize', 'currentPage', 'items']);
  });

  test('gives no more than 100 rows a page', async () => {
    const page = await get<Page>('property-users?pageSize=500');
    expect(page.pageSize).toBe(100);
    expect(page.items).toHaveLength(100);
  });

  test('is empty beyond the end and for a property without units', async () => {
    expect((await get<Page>('managers?pageNo=99')).items).toEqual([]);
    const empty = truth.buildings.find(({ unitIds }) => unitIds.length === 0);
    expect(await get<Page>(`PropertyUnit?propertyId=${empty?.id ?? ''}`)).toEqual({
      numberOfPages: 0,
      totalItems: 0,
      pageSize: 10,
      currentPage: 1,
      items: [],
    });
  });

  test.each(['pageNo=0', 'pageSize=-1', 'pageNo=one', 'pageSize=1.5'])('refuses %s', async (query) => {
    await expectProblem(await call(`Owners?${query}`), 400, 'bad-request');
  });
});

describe('search', () => {
  test.each([
    ['Properties', 'KATENDRECHT', 'name', 'Katendrecht'],
    ['Properties', 'h-1017', 'customPropertyId', 'H-1017'],
    // Found as it was typed in.
    ['Properties', 'H_1019', 'customPropertyId', 'H_1019'],
    ['Properties', ' H-1003 ', 'customPropertyId', ' H-1003 '],
    ['property-users', '.EXAMPLE', 'email', '.example'],
  ])('%s holding %s', async (path, wanted, member, part) => {
    const rows = await readAll(`${path}?searchParameter=${encodeURIComponent(wanted)}`, 100);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row[member]).toContain(part);
  });

  test('users by their reference as it was typed in', async () => {
    const user = truth.persons.find(({ id, externalId }) =>
      /^property-user:.* c-/.test(`${id} ${externalId}`),
    );
    const rows = await readAll(`property-users?searchParameter=${user?.externalId ?? ''}`, 100);
    expect(rows.map((row) => row['externalReferenceId'])).toEqual([user?.externalId]);
  });

  test('service providers by city, units by type, and nothing by what is not searched', async () => {
    const [provider] = await readAll('service-providers', 100);
    const { city } = provider?.['address'] as { city: string };
    const inCity = await readAll(`service-providers?searchParameter=${encodeURIComponent(city)}`, 100);
    expect(ids(inCity)).toContain(String(provider?.['id']));
    const parking = await readAll(`PropertyUnit?propertyId=${JAVAHOF}&searchParameter=parking`, 100);
    expect(parking.length).toBeGreaterThan(0);
    expect(parking.every((row) => (row['propertyUnitType'] as Row)['name'] === 'Parking space')).toBe(true);
    expect(await readAll('managers?searchParameter=PropertyManager', 100)).toEqual([]);
  });

  test("an owner's companies by name", async () => {
    for (const { id } of await readAll('Owners', 100)) {
      const all = await readAll(`Owners/${String(id)}/companies`, 100);
      if (all.length === 0) continue;
      const company = all[0] as Row;
      const name = encodeURIComponent(String(company['name']).toUpperCase());
      expect(await readAll(`owners/${String(id)}/companies?searchParameter=${name}`, 100)).toContainEqual(
        company,
      );
      expect(await get(`Owners/${String(id)}/companies/${String(company['id'])}`)).toEqual(company);
      expect(company['countryCode']).toMatch(/^\+\d+$/);
      return;
    }
    throw new Error('No owner has a company.');
  });
});

describe('members, as the tables and samples of 002 have them', () => {
  const who = ['id', 'email', 'name', 'companyName', 'countryCode', 'phoneNumber'];
  const withId = ['id', 'street', 'streetNumber', 'postCode', 'city', 'country', 'googlePlaceId'];
  const withoutId = withId.slice(1);
  const keys = (value: unknown): string[] => Object.keys(value as Row);

  test('owners', async () => {
    const row = some(await readAll('Owners', 100), ({ address }) => address !== null);
    expect(keys(row).sort()).toEqual(
      [
        ...who,
        ...['address', 'additionalNote', 'authorizedAmount', 'numberOfPropertyUnits', 'userStatus'],
        'externalReferenceId',
      ].sort(),
    );
    expect(keys(row['address'])).toEqual(withId);
    const owners = truth.persons.filter(({ id }) => id.startsWith('owner:'));
    const details = await Promise.all(owners.map(({ id }) => get(`Owners/${id.slice(6)}`)));
    const detail = some(details, ({ invoiceAddress }) => invoiceAddress !== null);
    expect(keys(detail).sort()).toEqual(
      [
        ...who,
        ...['address', 'additionalNote', 'authorizedAmount', 'status', 'externalReferenceId'],
        ...['invoiceAddress', 'invoiceCompany', 'invoiceEmail', 'attentionTo'],
      ].sort(),
    );
    expect(keys(detail['address'])).toEqual(withoutId);
    expect(keys(detail['invoiceAddress'])).toEqual(withId);
    expect(details.some(({ invoiceEmail }) => invoiceEmail === null)).toBe(true);
  });

  test('managers', async () => {
    const common = [
      'additionalNote',
      'userStatus',
      'externalReferenceId',
      'averageRating',
      'numberOfRatings',
    ];
    const [row] = await readAll('managers', 100);
    expect(keys(row).sort()).toEqual([...who, ...common, 'role', 'numberOfPropertyUnits'].sort());
    const detail = await get('managers/1');
    expect(keys(detail).sort()).toEqual([...who, ...common, 'address'].sort());
    expect(keys(detail['address'])).toEqual(withId);
  });

  test('service providers', async () => {
    const common = ['additionalNote', 'externalReferenceId', 'tags', 'address'];
    const ratings = ['averageRating', 'numberOfRatings'];
    const [row] = await readAll('service-providers', 100);
    expect(keys(row).sort()).toEqual([...who, ...common, ...ratings, 'userStatus', 'activeIssues'].sort());
    expect(row?.['tags']).toEqual([expect.any(String), ...(row?.['tags'] as string[]).slice(1)]);
    expect(keys(row?.['address'])).toEqual(withId);
    const detail = await get(`service-providers/${String(row?.['id'])}`);
    expect(keys(detail).sort()).toEqual([...who, ...common, ...ratings, 'status', 'attachments'].sort());
    expect((detail['tags'] as Row[]).map(({ name }) => name)).toEqual(row?.['tags']);
    expect(keys(detail['address'])).toEqual(withoutId);
  });

  test('property users: list and single record are alike', async () => {
    const rows = await readAll('property-users', 100);
    const row = some(rows, ({ propertyUnits }) => (propertyUnits as Row[]).length > 1);
    expect(keys(row).sort()).toEqual(
      [...who, 'additionalNote', 'status', 'externalReferenceId', 'address', 'propertyUnits'].sort(),
    );
    const [unit] = row['propertyUnits'] as Row[];
    expect(keys(unit).sort()).toEqual(
      [
        ...['propertyUnitId', 'customUnitId', 'additionalNote', 'floor', 'isMainContact'],
        ...['contractStart', 'contractEnd', 'address'],
      ].sort(),
    );
    expect(keys(unit?.['address'])).toEqual(withoutId);
    expect(await get(`property-users/${String(row['id'])}`)).toEqual(row);
  });

  test('properties and categories', async () => {
    const [row] = await readAll('Properties', 100);
    expect(keys(row)).toEqual(['id', 'name', 'customPropertyId', 'address', 'isActive', 'propertyType']);
    expect(keys(row?.['propertyType'])).toEqual(['id', 'name', 'isActive', 'canDelete', 'isUsed']);
    expect(await get(`Properties/${String(row?.['id'])}`)).toEqual(row);
    const types = await get<Row[]>('property-categorization/property');
    expect(types).toContainEqual(row?.['propertyType']);
    expect(await get('property-categorization/property/1')).toEqual(types[0]);
    const unitTypes = await get<Row[]>('property-categorization/unit');
    expect(unitTypes.map((type) => keys(type))).toContainEqual(['id', 'name', 'canDelete', 'isUsed']);
    expect(await get('property-categorization/unit/2')).toEqual(unitTypes[1]);
  });

  test('rows of units name people, but do not identify them', async () => {
    const rows = await readAll(`PropertyUnit?propertyId=${JAVAHOF}`, 100);
    const row = some(rows, (unit) => unit['mainContact'] !== null);
    expect(keys(row).sort()).toEqual(
      [
        ...[
          'id',
          'address',
          'propertyUnitType',
          'isCommonSpace',
          'isActive',
          'customUnitId',
          'additionalNote',
        ],
        ...['floor', 'mainContact', 'mainContactContractEnd', 'defaultIssueManagerName'],
        ...['defaultPropertyManagerName', 'propertyManagerId', 'ownerName', 'ownerCompanyName'],
      ].sort(),
    );
    expect(keys(row['mainContact']).sort()).toEqual([...who.slice(1), 'additionalNote'].sort());
  });

  test('a unit alone has everybody with an id', async () => {
    const units = await readUnits();
    const unit = some(
      units,
      (one) =>
        (one['propertyUsers'] as Row[]).length > 1 && one['ownerCompany'] !== null && one['manager'] !== null,
    );
    expect(keys(unit).sort()).toEqual(
      [
        ...[
          'id',
          'address',
          'contractStart',
          'contractEnd',
          'expired',
          'isCommonSpace',
          'isActive',
          'manager',
        ],
        ...['defaultIssueManager', 'owner', 'ownerCompany', 'propertyUsers', 'attachments', 'customUnitId'],
        ...['additionalNote', 'floor', 'propertyUnitType', 'property', 'hasPropertyAddress'],
      ].sort(),
    );
    expect(keys(unit['manager']).sort()).toEqual([...who, 'additionalNote', 'isActive', 'userStatus'].sort());
    expect(keys(unit['owner']).sort()).toEqual([...who, 'authorizedAmount', 'isActive', 'userStatus'].sort());
    expect(keys(unit['ownerCompany']).sort()).toEqual(
      [
        ...['id', 'name', 'invoiceEmail', 'maxMandateAmount', 'attentionTo', 'countryCode', 'phoneNumber'],
      ].sort(),
    );
    const users = unit['propertyUsers'] as Row[];
    expect(keys(users[0]).sort()).toEqual([...who, 'additionalNote', 'isContact', 'isActive'].sort());
    expect(users.filter(({ isContact }) => isContact === true)).toHaveLength(1);
    expect(keys(unit['property'])).toEqual(['propertyType', 'name', 'id']);
    const own = some(units, ({ hasPropertyAddress }) => hasPropertyAddress === false);
    const shared = some(units, (one) => one['hasPropertyAddress'] === true && one['address'] !== null);
    const property = (await get(`Properties/${String((shared['property'] as Row)['id'])}`))['address'] as Row;
    expect(shared['address']).toEqual(property);
    expect(own['address']).not.toEqual(property);
  });

  test('issues', async () => {
    const rows = await readAll(`Issues?${EVER}`, 100);
    const row = some(rows, (issue) => issue['overallRating'] !== null && issue['propertyUnit'] !== null);
    expect(keys(row)).toEqual([
      ...[
        'id',
        'name',
        'description',
        'category',
        'reporterId',
        'reporterName',
        'issueManagerName',
        'urgent',
      ],
      ...['propertyUsersInvolved', 'status', 'created', 'modified', 'responseTimeLeft', 'userReferenceId'],
      ...['rejectionComment', 'propertyUnit', 'overallRating'],
    ]);
    expect(keys(row['propertyUnit'])).toEqual(['id', 'address', 'floor', 'propertyUnitType', 'property']);
    expect(keys(row['overallRating'])).toEqual(['rating', 'comment', 'type', 'user', 'lastRatedDate']);
  });
});

describe('quirks', () => {
  test('country codes are a bare array of texts without +', async () => {
    const codes = await get<Row[]>('country-codes');
    expect(codes).toContainEqual({ id: 8, code: '31', country: 'Netherlands' });
  });

  test('paths match in any case', async () => {
    expect(await get('OWNERS/1')).toEqual(await get('owners/1'));
    expect((await call(`PROPERTYUNIT?propertyId=${JAVAHOF}`)).status).toBe(200);
  });

  test.each([
    ['Owners', 'owner'],
    ['managers', 'manager'],
    ['property-users', 'property-user'],
  ])('%s/get-by-email answers a bare integer', async (path, role) => {
    const user = truth.persons.find((one) => one.id.startsWith(`${role}:`) && one.email !== null);
    const response = await call(
      `${path}/get-by-email?email=${encodeURIComponent(user?.email ?? '').toUpperCase()}`,
    );
    expect(await response.text()).toBe(user?.id.split(':')[1]);
    await expectProblem(
      await call(`${path}/get-by-email?email=nobody@mail.example`),
      404,
      'entity-not-found',
    );
    await expectProblem(await call(`${path}/get-by-email`), 400, 'bad-request');
  });

  test('ids count within a role', async () => {
    const owner = await get('Owners/12');
    const user = await get('property-users/12');
    expect(owner['id']).toBe(user['id']);
    expect(owner['externalReferenceId']).not.toBe(user['externalReferenceId']);
  });

  test('all 20 statuses occur, and one that no document lists', () => {
    const statuses = new Set(truth.issues.map(({ providerStatus }) => providerStatus));
    expect([...statuses].sort()).toEqual(
      [
        ...['Future', 'New', 'MoreInfo', 'MoreInfoOwner', 'Rejected', 'ToBeAssigned', 'SubmittedByManager'],
        ...['ServicerRejected', 'Assigned', 'MyTask', 'ResolvedBeforeAssignmentWasAccepted', 'InProgress'],
        ...['Resolved', 'Closed', 'Quote', 'NewQuotation', 'QuotationAcceptedByManager', 'QuotationSent'],
        ...['QuotationAccepted', 'QuotationRejected', 'Escalated'],
      ].sort(),
    );
  });

  test('reporters have several roles, which nothing tells', async () => {
    const names = new Map<unknown, string>(
      truth.persons.map(({ name, id }) => [name, id.split(':')[0] ?? '']),
    );
    const rows = await readAll(`Issues?${EVER}`, 100);
    const roles = new Set(rows.map((row) => names.get(row['reporterName'])));
    expect([...roles]).toEqual(expect.arrayContaining(['property-user', 'manager', 'owner']));
    expect(truth.issues.every(({ reporterId }) => reporterId === null)).toBe(true);
  });

  test('issues hold both ends of the period, and every issue once in adjoining ones', async () => {
    const created = truth.issues.map(({ createdAt }) => createdAt ?? '');
    const twice = created.find((moment, index) => created.indexOf(moment) !== index) ?? '';
    const at = await get<Page>(`Issues?fromDateTime=${twice}&toDateTime=${twice}`);
    expect(at.totalItems).toBe(2);
    const before = new Date(Date.parse(twice) - 1).toISOString();
    const after = new Date(Date.parse(twice) + 1).toISOString();
    const parts = [
      `fromDateTime=2000-01-01T00:00:00.000Z&toDateTime=${before}`,
      `fromDateTime=${twice}&toDateTime=${twice}`,
      `fromDateTime=${after}&toDateTime=2030-01-01T00:00:00.000Z`,
    ];
    const found = await Promise.all(parts.map((part) => readAll(`Issues?${part}`, 100)));
    expect(ids(found.flat())).toEqual(truth.issues.map(({ id }) => id));
  });

  test('some issues belong to no unit, and so to no property', () => {
    expect(truth.issues.some(({ unitId, buildingId }) => unitId === null && buildingId === null)).toBe(true);
  });

  test('some units have a number that Facilitee made up', () => {
    const made = truth.units.filter(({ externalId }) => /^PU-[0-9A-F]{10}$/.test(externalId ?? ''));
    expect(made.length).toBeGreaterThan(3);
    expect(new Set(truth.units.map(({ externalId }) => externalId)).size).toBe(truth.units.length);
  });

  test('former users stay with a unit, whose own dates are the main contact’s', async () => {
    const ended = truth.leases.find((lease) => lease.state === 'ended' && !lease.isMainContact);
    const current = truth.leases.find((lease) => lease.unitId === ended?.unitId && lease.isMainContact);
    const unit = await get(`PropertyUnit/${ended?.unitId ?? ''}`);
    const users = ids(unit['propertyUsers'] as Row[]);
    expect(users).toEqual(expect.arrayContaining([ended?.id.split(':')[1], current?.id.split(':')[1]]));
    expect(unit['contractStart']).toBe(`${current?.startDate ?? ''}T00:00:00.000Z`);
    expect(unit['expired']).toBe(false);
  });

  test('a unit whose last contract is over is expired', async () => {
    const lease = truth.leases.find(({ state, isMainContact }) => state === 'ended' && isMainContact);
    expect(await get(`PropertyUnit/${lease?.unitId ?? ''}`)).toMatchObject({
      expired: true,
      contractEnd: `${lease?.endDate ?? ''}T00:00:00.000Z`,
    });
  });

  test('damaged records: no address, a null in a list, an empty text, a name that is missing', async () => {
    const rows = await readAll('property-users', 100);
    const damaged = some(rows, ({ address }) => address === null);
    expect(damaged['propertyUnits']).toContain(null);
    expect(rows.some(({ name }) => name === null)).toBe(true);
    expect(rows.some(({ email }) => typeof email === 'string' && !email.includes('@'))).toBe(true);
    expect(rows.some(({ companyName }) => companyName === '')).toBe(true);
    const unit = some(await readUnits(), ({ address }) => address === null);
    expect(unit).toMatchObject({ propertyUnitType: null, defaultIssueManager: null, floor: null });
    expect(unit['propertyUsers']).toContain(null);
    const { id: propertyId } = unit['property'] as Row;
    const list = await readAll(`PropertyUnit?propertyId=${String(propertyId)}`, 100);
    expect(some(list, ({ id }) => id === unit['id'])).toMatchObject({ address: null, mainContact: null });
  });

  test('a country code and a number come together or not at all', async () => {
    const rows = await readAll('property-users', 100);
    for (const row of rows) {
      const { countryCode, phoneNumber } = row;
      if (countryCode === null || countryCode === '') expect(phoneNumber).toBe(countryCode);
      else expect(`${String(countryCode)} ${String(phoneNumber)}`).toMatch(/^\d{2} \d+$/);
    }
    expect(rows.some(({ countryCode }) => countryCode === null)).toBe(true);
  });

  test('attachments are null, empty or files, and a file’s link needs no login', async () => {
    const units = await readUnits();
    const all = units.map((unit) => unit['attachments'] as readonly Row[] | null);
    expect(all).toContain(null);
    expect(all).toContainEqual([]);
    const file = all.flatMap((files) => files ?? []).find(({ size }) => size !== null);
    expect(Object.keys(file ?? {})).toEqual(['id', 'name', 'url', 'size']);
    const response = await fetch(String(file?.['url']));
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(file?.['size']);
    await expectProblem(await fetch(`${server.url}/files/guess/x.pdf`), 404, 'error');
  });
});

describe('errors', () => {
  test('what is required', async () => {
    await expectProblem(await call('PropertyUnit'), 400, 'bad-request');
    await expectProblem(await call('PropertyUnit?propertyId=x'), 400, 'bad-request');
    await expectProblem(await call('PropertyUnit?propertyId=9999'), 404, 'entity-not-found');
  });

  test.each([
    '',
    'fromDateTime=2020-01-01T00:00:00.000Z',
    'toDateTime=2020-01-01T00:00:00.000Z',
    'fromDateTime=01.01.2020&toDateTime=01.01.2023',
    'fromDateTime=2020-01-01&toDateTime=2023-01-01',
    'fromDateTime=1000-01-01T00:00:00.000Z&toDateTime=2023-01-01T00:00:00.000Z',
    'fromDateTime=2020-13-01T00:00:00.000Z&toDateTime=2023-01-01T00:00:00.000Z',
  ])('issues refuse the period "%s"', async (query) => {
    await expectProblem(await call(`Issues?${query}`), 400, 'invalid-format');
  });

  test.each([
    'Owners/9999',
    'managers/9999',
    'Properties/9999',
    'PropertyUnit/9999',
    'service-providers/9999',
    'property-users/9999',
    'Owners/9999/companies',
    'Owners/1/companies/9999',
  ])('%s is not there', async (path) => {
    await expectProblem(await call(path), 404, 'entity-not-found');
  });

  test('no such route, method or id', async () => {
    await expectProblem(await call('tenants'), 404, 'error');
    await expectProblem(await call('Owners/abc'), 400, 'bad-request');
    const put = await fetch(`${server.url}/api/public/Owners/1`, { method: 'PUT' });
    await expectProblem(put, 405, 'error');
  });
});
