import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPigelloSandbox,
  PIGELLO_SANDBOX_CREDENTIALS,
  pigelloTruth,
} from '../../resolvers/pigello/sandbox.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { listen } from '../../src/sandbox/listener.js';

const credentials = PIGELLO_SANDBOX_CREDENTIALS;
const headers: Readonly<Record<string, string>> = {
  'X-PIGELLO-CUSTOMER-ID': credentials.customerId,
  'X-PIGELLO-APPLICATION-ID': credentials.applicationId,
  'X-PIGELLO-SERVICE-ID': credentials.serviceId,
  'X-PIGELLO-SERVICE-VERSION-ID': credentials.serviceVersionId,
  'X-PIGELLO-CLIENT-CT': credentials.clientCt,
  'X-PIGELLO-CLIENT-ENTITY': credentials.clientEntity,
  'X-PIGELLO-CLIENT-SECRET': credentials.clientSecret,
};
const BUILDINGS = '/objects/structural/building/list/';
const APARTMENTS = '/objects/spaces/spaces/apartment/list/';
const CONTRACTS = '/contracts/apartmentcontract/list/';
const TENANTS = '/accounts/users/customer/tenant/list/';
const ERRANDS = '/errands/generalerrands/reporting/generalerrand/';
const FILES = '/errands/generalerrands/reporting/generalerrandfile/';
const SIGNED = '/contracts/signedcontractdocument/list/contracts.apartmentcontract/';
const SIGNABLE = '/documents/signing/signabledocument/list/contracts.apartmentcontract/';
const CONNECTIONS = '/accounts/users/customer/subtenanttenantconnection/list/';
const INSPECTIONS = '/errands/inspections/reporting/inspectionerrand/';
const FAULTS = '/errands/inspections/reporting/inspectionerrandfault/';
const ADDRESSES = '/common/address/list/';

interface Relation {
  readonly id: string;
}
interface Row extends Relation {
  readonly [member: string]: unknown;
}
interface List {
  readonly data: readonly Row[];
  readonly meta: { readonly total: number };
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const ask = (target: string): Promise<Response> => fetch(sandbox.pigello.url + target, { headers });
const list = async (path: string, query: Readonly<Record<string, string | number>> = {}): Promise<List> => {
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const answer = await ask(`${path}?${search.join('&')}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as List;
};
const all = async (path: string, size = 100): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const { data } = await list(path, { _page: page, _page_size: size });
    rows.push(...data);
    if (data.length < size) return rows;
  }
};
const ids = (rows: readonly Relation[]): string[] => rows.map((row) => row.id);

describe('who may ask', () => {
  it.each(Object.keys(headers))('refuses a request without %s, naming it and no value', async (missing) => {
    const { [missing]: _left, ...others } = headers;
    const answer = await fetch(sandbox.pigello.url + BUILDINGS, { headers: others });
    expect(answer.status).toBe(401);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail).toContain(missing);
    expect(detail).not.toContain('sandbox');
  });

  it('refuses a wrong secret', async () => {
    const wrong = { ...headers, 'X-PIGELLO-CLIENT-SECRET': 'other' };
    const answer = await fetch(sandbox.pigello.url + BUILDINGS, { headers: wrong });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toHaveProperty('detail');
  });

  it('records no credentials', async () => {
    await ask(BUILDINGS);
    expect(JSON.stringify(sandbox.pigello.requests)).not.toContain('sandbox-secret');
  });
});

describe('lists', () => {
  it('hold what the truth says, at any page size', async () => {
    const truth = pigelloTruth(sandbox.portfolio);
    for (const size of [7, 100, 500]) {
      expect(ids(await all(BUILDINGS, size))).toEqual(ids(truth.buildings));
      expect(ids(await all(APARTMENTS, size))).toEqual(ids(truth.units));
      expect(ids(await all(TENANTS, size))).toEqual(ids(truth.persons));
      expect(ids(await all(CONTRACTS, size))).toEqual(ids(truth.leases));
      expect(ids(await all(ERRANDS, size))).toEqual(ids(truth.issues));
    }
    const papers = [...(await all(SIGNED)), ...(await all(SIGNABLE)), ...(await all(FILES))];
    expect(ids(papers)).toEqual(ids(truth.documents));
    for (const records of Object.values(truth) as Relation[][])
      expect(new Set(ids(records)).size).toBe(records.length);
  });

  it('show exactly the members that are assumed', async () => {
    const members = async (path: string): Promise<string> =>
      Object.keys((await list(path)).data[0] ?? {}).join();
    expect(await members(BUILDINGS)).toBe(
      'id,custom_id,name,popular_name,realestate,address,organization,archived,created_at,tags,customer_columns',
    );
    expect(await members(APARTMENTS)).toBe(
      'id,custom_id,landlord_custom_id,popular_name,apartment_id,building,address,floors,usable_area,category,archived,created_at',
    );
    expect(await members(CONTRACTS)).toBe(
      'id,custom_id,id_number,apartment,tenants,landlord,start_date,initial_end_date,end_date,signed_time,cancellation_time,archived,created_at',
    );
    expect(await members(SIGNED)).toBe(
      'id,content_type,object_id,document_file,category,custom_id,created_at',
    );
    expect(await members(FAULTS)).toBe('id,inspection_errand,title,description,status,created_at');
  });

  it('give the first 500 rows without paging, and say nothing of the rest', async () => {
    const { data, meta } = await list(ADDRESSES);
    expect(data).toHaveLength(500);
    expect(meta.total).toBeGreaterThan(500);
  });

  it('are empty beyond the last page', async () => {
    expect((await list(BUILDINGS, { _page: 99, _page_size: 10 })).data).toEqual([]);
  });

  it.each([
    ['_page alone', `${BUILDINGS}?_page=1`, '_page_size'],
    ['_page_size alone', `${BUILDINGS}?_page_size=10`, '_page'],
    ['page 0', `${BUILDINGS}?_page=0&_page_size=10`, '_page'],
    ['more than 500 rows', `${BUILDINGS}?_page=1&_page_size=501`, '_page_size'],
    ['an unknown filter', `${BUILDINGS}?building__in=x`, 'building__in'],
    ['another spelling of a filter', `${APARTMENTS}?tenant__in=x`, 'tenant__in'],
    ['an empty filter', `${APARTMENTS}?tenants=`, 'tenants'],
    ['an unknown order', `${BUILDINGS}?_order_by=height`, '_order_by'],
  ])('refuse %s with 400, naming the field', async (_what, target, field) => {
    const answer = await ask(target);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      [field === '_page' && target.includes('_page=') ? '_page' : field]: [expect.any(String)],
    });
  });

  it('refuse an unknown content type, a write, and a target that is too long', async () => {
    expect((await ask('/contracts/signedcontractdocument/list/contracts.other/')).status).toBe(404);
    expect(
      (await fetch(sandbox.pigello.url + BUILDINGS, { method: 'POST', headers, body: '[]' })).status,
    ).toBe(405);
    expect((await ask(`${APARTMENTS}?id__in=${'0'.repeat(8190)}`)).status).toBe(414);
  });

  it('search and sort', async () => {
    const found = await list(BUILDINGS, { _search: 'GRÖNA' });
    expect(found.data.map((row) => row['popular_name'])).toEqual(['Gröna gården']);
    const sorted = await list(CONTRACTS, { _order_by: '-start_date,custom_id', _page: 1, _page_size: 500 });
    const dates = sorted.data.map((row) => row['start_date'] ?? '9999') as string[];
    // What has no date stands behind all else, in front where the order is turned round.
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates[0]).toBe('9999');
  });

  it('can come in other envelopes', async () => {
    const answers = await Promise.all(
      (['results', 'items', 'array'] as const).map(async (envelope) => {
        const server = await listen(createPigelloSandbox(sandbox.portfolio, { envelope }));
        const answer = await fetch(`${server.url}${BUILDINGS}?_page=1&_page_size=2`, { headers });
        const body: unknown = await answer.json();
        await server.close();
        return body;
      }),
    );
    const rows = (await list(BUILDINGS, { _page: 1, _page_size: 2 })).data;
    const count = pigelloTruth(sandbox.portfolio).buildings.length;
    expect(answers).toEqual([
      { count, next: null, previous: null, results: rows },
      { items: rows, meta: { count } },
      rows,
    ]);
  });
});

describe('filters', () => {
  it('narrow every list by its relations, several ids at once', async () => {
    const truth = pigelloTruth(sandbox.portfolio);
    const [one, other] = truth.buildings;
    const [unit] = truth.units;
    const person = truth.persons.find((candidate) => candidate.unitIds.length > 1);
    const issue = truth.issues.find((candidate) => candidate.documentIds.length > 0);
    const lease = truth.leases.find((candidate) => candidate.documentIds.length > 1);
    if (!one || !other || !unit || !person || !issue || !lease)
      throw new Error('The portfolio is too small.');

    const found = async (path: string, query: Record<string, string>): Promise<string[]> =>
      ids((await list(path, query)).data);
    expect(await found(APARTMENTS, { building__in: `${one.id},${other.id}` })).toEqual([
      ...one.unitIds,
      ...other.unitIds,
    ]);
    expect(await found(APARTMENTS, { tenants: person.id })).toEqual(person.unitIds);
    expect(await found(CONTRACTS, { tenants: person.id })).toEqual(person.leaseIds);
    expect(await found(CONTRACTS, { apartment__in: unit.id })).toEqual(unit.leaseIds);
    expect(await found(ERRANDS, { building__in: one.id })).toEqual(one.issueIds);
    expect(await found(FILES, { errand__in: issue.id })).toEqual(issue.documentIds);
    const papers = [
      ...(await found(SIGNED, { object_id__in: lease.id })),
      ...(await found(SIGNABLE, { object_id__in: lease.id })),
    ];
    expect(papers).toEqual(lease.documentIds);
    expect(
      await found(BUILDINGS, { id__in: `${other.id},${one.id},00000000-0000-4000-8000-000000000000` }),
    ).toEqual([one.id, other.id]);
    expect(await found(BUILDINGS, { custom_id__in: encodeURIComponent('H-1012/A') })).toHaveLength(1);
  });

  it('find a person’s errands by reporter, creator and reviewer', async () => {
    const { persons } = pigelloTruth(sandbox.portfolio);
    const several = persons.filter((person) => person.issueIds.length > 0).slice(0, 40);
    const wanted = ids(several).join();
    const found = new Set<string>();
    for (const filter of ['reporter_tenant__in', 'creator_tenant__in', 'tenant_reviewers__in']) {
      for (const id of ids((await list(ERRANDS, { [filter]: wanted })).data)) found.add(id);
    }
    expect(found).toEqual(new Set(several.flatMap((person) => person.issueIds)));
  });

  it('lead from inspections to faults and from tenants to sub-tenants', async () => {
    const inspections = await all(INSPECTIONS);
    const faults = await list(FAULTS, { inspection_errand__in: ids(inspections).join() });
    expect(faults.data.length).toBeGreaterThan(10);
    const [link] = (await list(CONNECTIONS)).data;
    const tenant = link?.['tenant'] as Relation;
    expect(ids((await list(CONNECTIONS, { tenant__in: tenant.id })).data)).toContain(link?.id);
    expect(ids((await list(TENANTS, { id__in: tenant.id })).data)).toEqual([tenant.id]);
  });
});

describe('records', () => {
  it('answer at their single path, or 404', async () => {
    const [row] = (await list(BUILDINGS)).data;
    expect(await (await ask(`/objects/structural/building/${row?.id}/`)).json()).toEqual(row);
    expect((await ask('/objects/structural/building/none/')).status).toBe(404);
  });

  it('are spoilt here and there, as records are', async () => {
    const [buildings, apartments, contracts, tenants, errands] = await Promise.all([
      all(BUILDINGS),
      all(APARTMENTS),
      all(CONTRACTS),
      all(TENANTS),
      all(ERRANDS),
    ]);
    expect(buildings.some((row) => row['name'] === null && row['popular_name'] !== null)).toBe(true);
    expect(buildings.some((row) => row['archived'] === true)).toBe(true);
    expect(apartments.some((row) => row['address'] === null)).toBe(true);
    expect(contracts.some((row) => (row['tenants'] as unknown[]).includes(null))).toBe(true);
    expect(tenants.some((row) => !row['first_name'] && !row['last_name'] && !row['corporate_name'])).toBe(
      true,
    );
    expect(tenants.some((row) => row['anonymized'] === true)).toBe(true);
    expect(errands.some((row) => row['status'] === 9)).toBe(true);
    expect(errands.some((row) => row['apartment'] === null && row['building'] === null)).toBe(true);
  });

  it('link to files that come without a login', async () => {
    for (const [path, member, start] of [
      [SIGNED, 'document_file', '%PDF-'],
      [SIGNABLE, 'document_file', 'PK'],
      [FILES, 'file', '\u0089PNG'],
    ] as const) {
      const [row] = (await list(path)).data;
      const file = row?.[member] as {
        readonly name: string;
        readonly md5_hash: string;
        readonly get: string;
      };
      expect(file.get.startsWith(`${sandbox.pigello.url}/files/`)).toBe(true);
      const answer = await fetch(file.get);
      expect(answer.status).toBe(200);
      expect(
        Buffer.from(await answer.arrayBuffer())
          .toString('latin1')
          .startsWith(start),
      ).toBe(true);
    }
  });
});
