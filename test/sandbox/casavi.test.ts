import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CASAVI_SANDBOX_CREDENTIALS,
  casaviTruth,
  createCasaviSandbox,
  type CasaviSandboxOptions,
} from '../../resolvers/casavi/sandbox.js';
import { listen, type SandboxServer } from '../../src/sandbox/listener.js';
import { createPortfolio } from '../../src/sandbox/portfolio.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const portfolio = createPortfolio();
const truth = casaviTruth(portfolio);
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);
const path = (...segments: readonly string[]): string =>
  segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');

/** A stand-in that listens, and a caller that has logged in. */
async function serve(options: CasaviSandboxOptions = {}) {
  const app = createCasaviSandbox(portfolio, options);
  const server = await listen(app);
  const login = async (body: unknown = CASAVI_SANDBOX_CREDENTIALS) =>
    fetch(`${server.url}/authenticate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const { token } = (await (await login()).json()) as { token: string };
  const get = (target: string, headers: Record<string, string> = { token }) =>
    fetch(server.url + target, { headers });
  const read = async <T = Row>(target: string): Promise<T> => {
    const response = await get(target);
    expect([target, response.status]).toEqual([target, 200]);
    return (await response.json()) as T;
  };
  return { app, server, login, get, read, token };
}

let server: SandboxServer;
let login: Awaited<ReturnType<typeof serve>>['login'];
let get: Awaited<ReturnType<typeof serve>>['get'];
let read: Awaited<ReturnType<typeof serve>>['read'];

beforeAll(async () => {
  ({ server, login, get, read } = await serve());
});
beforeEach(() => server.reset());
afterAll(() => server.close());

/** All rows of a bare array, read until a page is shorter than 25. */
async function all(target: string, from = 0): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = from; ; page++) {
    const next = await read<Row[]>(`${target}${target.includes('?') ? '&' : '?'}page=${page}`);
    rows.push(...next);
    if (next.length < 25) return rows;
  }
}

describe('logging in', () => {
  it('gives a token that expires in a month, without milliseconds', async () => {
    const response = await login();
    const body = (await response.json()) as { token: string; expiresAt: string };
    expect(Object.keys(body)).toEqual(['token', 'expiresAt']);
    expect(body.expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect((Date.parse(body.expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(30, 2);
    expect((await get('/properties', { token: body.token })).status).toBe(200);
  });

  it('still takes the older names', async () => {
    const { key, secret } = CASAVI_SANDBOX_CREDENTIALS;
    expect((await login({ apiKey: key, email: 'ignored', password: secret })).status).toBe(200);
  });

  it('refuses wrong credentials with 401, and what is no login with 400', async () => {
    const wrong = await login({ ...CASAVI_SANDBOX_CREDENTIALS, secret: 'wrong' });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toEqual({ message: expect.any(String) });
    for (const body of ['{', 'null', '[]', { key: 'sandbox-key' }, { key: 1, secret: 2 }]) {
      expect((await login(body)).status).toBe(400);
    }
  });

  it('asks for the token everywhere else, and never records it', async () => {
    for (const headers of [{}, { token: 'unknown' }, { authorization: 'Bearer sandbox' }]) {
      const response = await get('/units/H-1003-0001', headers);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ message: expect.any(String) });
    }
    await read('/properties');
    expect(server.requests.every((request) => !('token' in request.headers))).toBe(true);
  });

  it('keeps several tokens good at once, and counts logins', async () => {
    const tokens = await Promise.all(
      [1, 2].map(async () => ((await (await login()).json()) as { token: string }).token),
    );
    for (const token of tokens) expect((await get('/staff', { token })).status).toBe(200);
    expect(server.requests.filter((request) => request.route === '/authenticate')).toHaveLength(2);
  });

  it('refuses a token whose time is over', async () => {
    let now = Date.parse('2026-11-22T10:00:00.700Z');
    const own = await serve({ tokenLifetime: 60, now: () => now });
    const body = (await (await own.login()).json()) as { token: string; expiresAt: string };
    expect(body.expiresAt).toBe('2026-11-22T10:01:00Z');
    now = Date.parse('2026-11-22T10:00:59.999Z');
    expect((await own.get('/staff', { token: body.token })).status).toBe(200);
    now += 1;
    expect((await own.get('/staff', { token: body.token })).status).toBe(401);
    await own.server.close();
  });

  it('lets all tokens expire at once', async () => {
    const own = await serve();
    own.app.expireTokens();
    expect((await own.get('/staff')).status).toBe(401);
    const { token } = (await (await own.login()).json()) as { token: string };
    expect((await own.get('/staff', { token })).status).toBe(200);
    await own.server.close();
  });
});

describe('lists, read to their end', () => {
  it('holds the properties in an envelope with a count', async () => {
    const first = await read<Record<string, unknown>>('/properties');
    expect({ ...first, rows: (first['rows'] as unknown[]).length }).toEqual({
      count: 26,
      page: 0,
      pageCount: 2,
      rows: 25,
    });
    const second = await read<{ page: number; rows: Row[] }>('/properties?page=1');
    expect(second.page).toBe(1);
    expect(ids([...(first['rows'] as Row[]), ...second.rows])).toEqual(ids(truth.buildings));
    expect(await read('/properties?page=2')).toEqual({ count: 26, page: 2, pageCount: 2, rows: [] });
  });

  it('holds the units of a property in an envelope without a count', async () => {
    const units: Row[] = [];
    const leases: string[] = [];
    for (const building of truth.buildings) {
      const before = units.length;
      for (let page = 0, pageCount = 1; page < pageCount; page++) {
        const target = `${path('properties', building.id, 'units')}?includeInactiveContracts=true&page=${page}`;
        const body = await read<{ page: number; pageCount: number; rows: Row[] }>(target);
        expect(Object.keys(body).sort()).toEqual(['page', 'pageCount', 'rows']);
        expect(body.page).toBe(page);
        pageCount = body.pageCount;
        units.push(...body.rows);
        for (const row of body.rows)
          for (const contract of row['contracts'] as Row[])
            leases.push([building.id, row.id, contract.id].join(':'));
      }
      expect(ids(units.slice(before))).toEqual(building.unitIds);
    }
    expect(ids(units)).toEqual(ids(truth.units));
    expect(leases).toEqual(ids(truth.leases));
  });

  it('holds contacts, staff and tickets in bare arrays', async () => {
    const contacts = ids(await all('/contacts'));
    const staff = ids(await all('/staff'));
    expect([...contacts, ...staff]).toEqual(ids(truth.persons));
    expect([...contacts.map((id) => `contact:${id}`), ...staff.map((id) => `staff:${id}`)]).toEqual(
      truth.persons.map((person) => person.key),
    );
    expect(ids(await all('/tickets'))).toEqual(ids(truth.issues));
  });

  it('ends the tickets with an empty page, since they fill four', async () => {
    expect(truth.issues).toHaveLength(100);
    expect(await read<Row[]>('/tickets?page=3')).toHaveLength(25);
    expect(await read('/tickets?page=4')).toEqual([]);
  });

  it('holds the attachments of all tickets in the rows of the list', async () => {
    const files = (await all('/tickets')).flatMap((row) =>
      (row['attachmentDetails'] as { id: number; filename: string }[]).map((file) => ({
        id: String(file.id),
        title: file.filename,
        subject: 'issue',
        subjectId: row.id,
      })),
    );
    expect(files).toEqual(truth.documents);
  });

  it('counts from one throughout, if told so', async () => {
    const own = await serve({ pageBase: 1 });
    const page = async (target: string) => own.read<{ page: number; rows: Row[] }>(target);
    for (const target of ['/properties', '/properties/H-1026/units']) {
      const [bare, zero, one, two] = [
        await page(target),
        await page(`${target}?page=0`),
        await page(`${target}?page=1`),
        await page(`${target}?page=2`),
      ];
      expect([bare.page, zero.page, one.page, two.page]).toEqual([1, 1, 1, 2]);
      expect(one.rows).toEqual(bare.rows);
      expect(zero.rows).toEqual(bare.rows);
      expect(two.rows[0]).not.toEqual(bare.rows[0]);
    }
    const tickets = [];
    for (let number = 1; number <= 5; number++)
      tickets.push(...(await own.read<Row[]>(`/tickets?page=${number}`)));
    expect(ids(tickets)).toEqual(ids(truth.issues));
    await own.server.close();
  });

  it('refuses what is no page number, and ignores parameters it does not know', async () => {
    for (const page of ['-1', 'first', '1.5', '']) {
      const response = await get(`/contacts?page=${page}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ message: expect.any(String) });
    }
    expect(await read('/contacts?size=100&sort=id')).toHaveLength(25);
  });
});

describe('single records', () => {
  it('finds each under its percent-encoded reference', async () => {
    for (const id of ['H-1012/A', 'H 1031', 'Höfe-1033', 'H-1036+37', 'H-1029/2']) {
      const building = truth.buildings.find((candidate) => candidate.id === id);
      expect((await read(path('properties', id))).id).toBe(building?.id);
      expect((await read(path('units', `${id}-0001`))).id).toBe(building?.unitIds[0]);
    }
    const slashed = truth.issues.filter((issue) => issue.id.includes('/'));
    expect(slashed.length).toBeGreaterThan(5);
    for (const { id } of slashed) expect((await read(path('tickets', id))).id).toBe(id);
    expect((await get('/properties/H-1012/A')).status).toBe(404);
  });

  it('shows properties, contacts and staff as their lists do', async () => {
    const { rows } = await read<{ rows: Row[] }>('/properties');
    const contacts = await read<Row[]>('/contacts');
    const staff = await read<Row[]>('/staff');
    expect(await read('/properties/H-1003')).toEqual(rows.find((row) => row.id === 'H-1003'));
    expect(await read(`/contacts/${contacts[7]?.id ?? ''}`)).toEqual(contacts[7]);
    expect(await read(`/staff/${staff[7]?.id ?? ''}`)).toEqual(staff[7]);
  });

  it('adds customFields, comments and tasks to a ticket', async () => {
    const row = (await read<Row[]>('/tickets'))[0] as Row;
    const ticket = await read(path('tickets', row.id));
    const more = Object.keys(ticket).filter((member) => !(member in row));
    expect(more.sort()).toEqual(['comments', 'customFields', 'tasks']);
    expect(ticket).toMatchObject(row);
  });

  it('knows the comments and tasks of every ticket', async () => {
    for (const issue of truth.issues) {
      const ticket = await read(path('tickets', issue.id));
      const comments = ticket['comments'] as Row[];
      expect(ids(comments)).toEqual(issue.commentIds);
      expect(ids(ticket['tasks'] as Row[])).toEqual(issue.taskIds);
      expect(await all(path('tickets', issue.id, 'comments'))).toEqual(comments);
    }
    expect(truth.issues.some((issue) => issue.commentIds.length > 25)).toBe(true);
    expect(truth.issues.some((issue) => issue.taskIds.length > 1)).toBe(true);
  });

  it('adds comments to a task', async () => {
    const issue = truth.issues.find((candidate) => candidate.taskIds.length > 0);
    const ticket = await read(path('tickets', issue?.id ?? ''));
    const [task] = ticket['tasks'] as Row[];
    expect(await read(path('tickets', ticket.id, 'tasks', task?.id ?? ''))).toEqual({
      ...task,
      comments: [],
    });
    expect((await get(path('tickets', ticket.id, 'tasks', 'T-999999'))).status).toBe(404);
  });

  it('finds documents of the document interface, and gives no link to them', async () => {
    const shares = new Set<string>();
    for (const { id, title } of truth.storedDocuments) {
      const document = await read(path('documents', id));
      expect(Object.keys(document).sort()).toEqual(
        [
          'downloadCount',
          'firstDownloadAt',
          'id',
          'internalId',
          'publishedAt',
          'resource',
          'sharedWith',
          'title',
        ].sort(),
      );
      expect(document['title']).toBe(title);
      for (const share of document['sharedWith'] as object[]) shares.add(Object.keys(share)[0] ?? '');
    }
    expect([...shares].sort()).toEqual(['contactId', 'contractId', 'propertyId', 'unitId']);
  });

  it('opens attachments without a login', async () => {
    const ticket = (await all('/tickets')).find((row) => (row['attachments'] as number[]).length > 0);
    const [file] = ticket?.['attachmentDetails'] as {
      id: number;
      size: number;
      url: string;
      contentType: string;
    }[];
    expect(file?.url.startsWith(`${server.url}/files/`)).toBe(true);
    expect((ticket?.['attachments'] as number[])[0]).toBe(file?.id);
    const response = await fetch(file?.url ?? '');
    expect(response.headers.get('content-type')).toBe(file?.contentType);
    expect((await response.arrayBuffer()).byteLength).toBe(file?.size);
    expect((await fetch(`${server.url}/files/guessed.png`)).status).toBe(404);
  });
});

describe('finding tickets', () => {
  const some = truth.issues.find(
    (issue) => issue.unitId !== null && issue.buildingId?.includes('/') === false,
  );

  it('by property and by unit', async () => {
    const building = truth.buildings.find((candidate) => candidate.id === some?.buildingId);
    const unit = truth.units.find((candidate) => candidate.id === some?.unitId);
    expect(ids(await all(`/tickets?propertyId=${building?.id ?? ''}`))).toEqual(building?.issueIds);
    expect(ids(await all(`/tickets?unitId=${unit?.id ?? ''}`))).toEqual(unit?.issueIds);
    expect(ids(await all(`/tickets?propertyId=${encodeURIComponent('H-1036+37')}`))).toEqual(
      truth.buildings.find((candidate) => candidate.id === 'H-1036+37')?.issueIds,
    );
    expect(await read('/tickets?propertyId=H-9999')).toEqual([]);
  });

  it('by one or several statuses, but not by PENDING', async () => {
    const having = (...words: string[]) =>
      truth.issues.filter((issue) => words.includes(issue.providerStatus ?? '')).map((issue) => issue.id);
    expect(ids(await all('/tickets?status=OPEN'))).toEqual(having('OPEN'));
    expect(ids(await all('/tickets?status=OPEN&status=INPROGRESS&status=POSTPONED'))).toEqual(
      having('OPEN', 'INPROGRESS', 'POSTPONED'),
    );
    expect(having('PENDING').length).toBeGreaterThan(0);
    expect((await get('/tickets?status=OPEN&status=PENDING')).status).toBe(400);
    expect((await get('/tickets?status=ARCHIVED')).status).toBe(400);
  });

  it('after a date', async () => {
    const moment = truth.issues[60]?.createdAt ?? '';
    expect(ids(await all(`/tickets?date=${moment}`))).toEqual(
      ids(truth.issues.filter((issue) => (issue.createdAt ?? '') > moment)),
    );
    expect((await get('/tickets?date=yesterday')).status).toBe(400);
  });
});

describe('contracts', () => {
  const shown = async (target: string) =>
    (await read<{ rows: Row[] }>(target)).rows.flatMap((row) => ids(row['contracts'] as Row[]));

  it('come with the unit, inactive ones only on request', async () => {
    const building = truth.buildings.find((candidate) => candidate.id === 'H-1027');
    const leases = truth.leases.filter((lease) => lease.buildingId === building?.id);
    const running = leases.filter((lease) => lease.state === 'active' || lease.state === 'undated');
    expect(running.length).toBeGreaterThan(0);
    expect(running.length).toBeLessThan(leases.length);
    const units = '/properties/H-1027/units';
    const inOrder = (records: typeof leases) => records.map((lease) => lease.externalId);
    expect(await shown(units)).toEqual(inOrder(running));
    expect(await shown(`${units}?includeInactiveContracts=false`)).toEqual(inOrder(running));
    expect(await shown(`${units}?includeInactiveContracts=true`)).toEqual(inOrder(leases));
    expect((await get(`${units}?includeInactiveContracts=maybe`)).status).toBe(400);
    const unit = await read('/units/H-1027-0001?includeInactiveContracts=true');
    expect(ids(unit['contracts'] as Row[])).toEqual(
      inOrder(running.filter((lease) => lease.unitId === 'H-1027-0001')),
    );
  });

  it('of owners and of no type are among them', async () => {
    const types = new Set<unknown>();
    for (const building of truth.buildings) {
      const target = `${path('properties', building.id, 'units')}?includeInactiveContracts=true`;
      for (const row of (await read<{ rows: Row[] }>(target)).rows)
        for (const contract of row['contracts'] as Row[]) types.add(contract['type']);
    }
    expect(types).toEqual(new Set(['RENTER', 'OWNER', null]));
  });

  it('vanish with an archived contact, who is not found any more', async () => {
    const archived = portfolio.persons.filter((person) => person.archived);
    expect(archived.length).toBeGreaterThan(0);
    for (const { reference, key } of archived) {
      expect((await get(`/contacts/${reference}`)).status).toBe(404);
      const contracts = portfolio.tenancies.filter((tenancy) => tenancy.personKeys.includes(key));
      expect(contracts.length).toBeGreaterThan(0);
      for (const contract of contracts)
        expect(truth.leases.some((lease) => lease.externalId === contract.reference)).toBe(false);
    }
  });

  it('name only contacts that exist', () => {
    const contacts = new Set(truth.persons.map((person) => person.key));
    for (const lease of truth.leases)
      for (const id of lease.tenantIds) expect(contacts).toContain(`contact:${id}`);
  });
});

describe('what makes casavi odd', () => {
  it('has numbers for texts and texts for numbers', async () => {
    const dresden = await read('/properties/H-1028');
    expect(dresden).toMatchObject({ postalCode: 1067, number: 1028, country: 'Germany' });
    expect((await read('/properties/H-1003'))['postalCode']).toBe(41303);
    expect((await read('/properties/H-1017'))['postalCode']).toBe('1094 HP');
    const unit = await read('/units/H-1026-0001');
    expect(unit).toMatchObject({
      area: expect.stringMatching(/^\d+(\.\d)?$/),
      rooms: expect.stringMatching(/^\d(\.5)?$/),
      floor: expect.any(String),
      number: '0001',
      votingShare: expect.any(Number),
    });
    expect((await read<Row[]>('/tickets'))[0]?.['number']).toEqual(expect.any(String));
  });

  it("lists a property's addresses with their units, and who looks after it", async () => {
    const property = await read('/properties/H-1026');
    const addresses = property['addresses'] as { street: string; units: string[] }[];
    expect(addresses.map((address) => address.street)).toEqual(
      ['38', '40', '42', '44'].map((number) => `Sendlinger Straße ${number}`),
    );
    expect(addresses.flatMap((address) => address.units).sort()).toEqual(
      [...(truth.buildings.find((building) => building.id === 'H-1026')?.unitIds ?? [])].sort(),
    );
    const roles = property['responsibilities'] as { contactId: string; roleName: string; roleType: string }[];
    expect(roles.map((role) => [role.roleName, role.roleType])).toEqual([
      ['Hausverwaltung', 'internal'],
      ['Hausmeister', 'external'],
    ]);
    expect((await get(`/staff/${roles[0]?.contactId ?? ''}`)).status).toBe(200);
    expect((await get(`/contacts/${roles[1]?.contactId ?? ''}`)).status).toBe(200);
  });

  it('has every purpose, none, and an address or an empty text', async () => {
    const purposes = new Set<unknown>();
    const addresses = new Set<string>();
    for (const { id } of truth.units) {
      const unit = await read(path('units', id));
      purposes.add(unit['purpose']);
      addresses.add(
        unit['address'] === null ? 'null' : unit['address'] === '' ? 'empty' : typeof unit['address'],
      );
    }
    expect(purposes).toEqual(new Set(['LIVING', 'APARTMENT', 'COMMERCIAL', 'PARKING', 'CELLAR', null]));
    expect(addresses).toEqual(new Set(['null', 'empty', 'string']));
  });

  it('has dates that are none, or hold a comma, and a status nobody documents', async () => {
    const tickets = await all('/tickets');
    expect(tickets.filter((row) => row['reportedAt'] === 'Invalid Date').length).toBeGreaterThan(0);
    expect(new Set(tickets.map((row) => row['status']))).toEqual(
      new Set(['OPEN', 'CLOSED', 'INPROGRESS', 'PENDING', 'POSTPONED', 'ARCHIVED']),
    );
    const dates: unknown[] = [];
    for (const { id, taskIds } of truth.issues) {
      if (taskIds.length === 0) continue;
      const ticket = await read(path('tickets', id));
      for (const task of ticket['tasks'] as Row[]) dates.push(task['createdAt']);
    }
    expect(dates.some((date) => /:\d\dZ,$/.test(String(date)))).toBe(true);
    expect(dates.some((date) => /\.000Z$/.test(String(date)))).toBe(true);
  });

  it('knows contacts of whom it knows hardly anything', async () => {
    const contacts = await all('/contacts');
    expect(contacts.some((row) => row['firstName'] === null && row['lastName'] === null)).toBe(true);
    expect(contacts.some((row) => row['city'] === null && row['customFields'] === null)).toBe(true);
    expect(contacts.some((row) => row['title'] === '')).toBe(true);
    expect(contacts.some((row) => /^0\d{4}$/.test(String(row['postalCode'])))).toBe(true);
    expect(new Set(contacts.map((row) => row['preferredWayOfContact']))).toEqual(
      new Set(['LETTER', 'ONLINE', 'EMAIL', null]),
    );
    expect(new Set((await all('/staff')).map((row) => row['role']))).toEqual(
      new Set(['MANAGER', 'ADMIN', 'EDITOR']),
    );
  });
});

describe('errors', () => {
  it.each([
    '/nothing',
    '/properties/',
    '/v2/properties',
    '/properties/H-9999',
    '/properties/H-9999/units',
    '/properties/41003',
    '/units/H-1003-9999',
    '/contacts/M-0001',
    '/staff/C-31001',
    '/tickets/61001',
    '/tickets/nothing/comments',
    '/tickets/nothing/tasks/T-000001',
    '/documents/1',
  ])('answers 404 to %s', async (target) => {
    const response = await get(target);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: expect.any(String) });
  });

  it('answers 405 to writes', async () => {
    const response = await fetch(`${server.url}/tickets`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(405);
    expect(await response.json()).toEqual({ message: expect.any(String) });
  });

  it('counts what is in the portfolio', () => {
    expect({
      buildings: truth.buildings.length,
      units: truth.units.length,
      contacts: truth.persons.filter((person) => person.key.startsWith('contact:')).length,
      staff: truth.persons.filter((person) => person.key.startsWith('staff:')).length,
      leases: truth.leases.length,
      issues: truth.issues.length,
      documents: truth.documents.length,
      storedDocuments: truth.storedDocuments.length,
    }).toMatchInlineSnapshot(`
      {
        "buildings": 26,
        "contacts": 418,
        "documents": 95,
        "issues": 100,
        "leases": 492,
        "staff": 27,
        "storedDocuments": 477,
        "units": 307,
      }
    `);
  });
});
