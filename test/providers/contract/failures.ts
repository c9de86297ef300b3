import { request } from 'undici';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fault, FaultTarget } from '../../../src/sandbox/faults.js';
import type { Truth } from '../../../src/sandbox/truth.js';
import {
  startTestGateway,
  type Answer,
  type TestGateway,
  type TestGatewayOptions,
  placesOf,
} from '../../support/gateway.js';
import { SOURCES, type PageOf, type ProviderUnderTest, type SourceResult, type Suite } from './suite.js';

/** Stands in the body of whatever the stand-in answers wrongly: it must be met nowhere. */
const bodyText = 'personnummer 19850101-0007';

/** What can go wrong with a call, and how it is told. */
const TROUBLES: readonly (readonly [
  what: string,
  fault: Fault,
  told: { readonly code: string; readonly retryable: boolean; readonly retryAfter?: number },
])[] = [
  ['500', { status: 500, body: bodyText }, { code: 'UPSTREAM_STATUS', retryable: true }],
  ['400', { status: 400, body: { detail: bodyText } }, { code: 'UPSTREAM_STATUS', retryable: false }],
  ['404 to a list', { status: 404, body: bodyText }, { code: 'UPSTREAM_STATUS', retryable: false }],
  [
    '429',
    { status: 429, body: bodyText, headers: { 'retry-after': '7' } },
    { code: 'UPSTREAM_RATE_LIMITED', retryable: true, retryAfter: 7 },
  ],
  ['401', { status: 401, body: bodyText }, { code: 'UPSTREAM_UNAUTHORIZED', retryable: false }],
  ['403', { status: 403, body: bodyText }, { code: 'UPSTREAM_UNAUTHORIZED', retryable: false }],
  ['a body that breaks off', { truncate: true }, { code: 'UPSTREAM_UNREACHABLE', retryable: true }],
  [
    'HTML',
    { status: 200, body: `<html><body>${bodyText}</body></html>`, headers: { 'content-type': 'text/html' } },
    { code: 'UPSTREAM_BAD_RESPONSE', retryable: false },
  ],
  ['an empty body', { status: 200, body: '' }, { code: 'UPSTREAM_BAD_RESPONSE', retryable: false }],
  ['{}', { status: 200, body: {} }, { code: 'UPSTREAM_BAD_RESPONSE', retryable: false }],
  ['null', { status: 200, body: 'null' }, { code: 'UPSTREAM_BAD_RESPONSE', retryable: false }],
  [
    'JSON of another shape',
    { status: 200, body: { message: bodyText } },
    { code: 'UPSTREAM_BAD_RESPONSE', retryable: false },
  ],
];

/** Whatever a provider does, its failure is named for what happened, and nothing of its content is told. */
export function testFailures<T extends Truth>(provider: ProviderUnderTest<T>, suite: () => Suite<T>): void {
  const { name, login } = provider;
  const notLogin = (target: FaultTarget): boolean => target.path !== login;
  const server = () => suite().gateway.sandbox[name];

  describe.each(TROUBLES)('%s', (_, fault, told) => {
    it('fails every list with its own code, and is forgotten when it is over', async () => {
      await expectWell(suite());
      server().fail(notLogin, fault);
      await expectFailed(suite(), told);
      suite().gateway.sandbox.reset();
      await expectWell(suite());
    });
  });

  it('stopped: fails every list as unreachable, and is asked again', async () => {
    await expectWell(suite());
    await server().stop();
    await expectFailed(suite(), { code: 'UPSTREAM_UNREACHABLE', retryable: true });
    await server().start();
    await expectWell(suite());
  });

  it('failed under a record: the record stays, its connection is empty, the error stands at its path', async () => {
    const { gateway, records } = suite();
    const [building] = await records('buildings');
    gateway.sandbox.reset();
    await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id: building?.id });
    const callOf = ({ path, query }: Pick<FaultTarget, 'path' | 'query'>): string =>
      `${path}?${query.toString()}`;
    const itself = new Set(server().requests.map(callOf));
    // What the building itself takes is answered; whatever else its units need is not.
    server().fail((target) => notLogin(target) && !itself.has(callOf(target)), {
      status: 503,
      body: bodyText,
    });
    const answer = await gateway.query<{ node: { id: string; units: PageOf<object> } }>(
      `query ($id: ID!) { node(id: $id) { id ... on Building { units(first: 5) { nodes { id } ${SOURCES} } } } }`,
      { id: building?.id },
    );
    expect(answer.data.node).toMatchObject({ id: building?.id, units: { nodes: [] } });
    expect(answer.data.node.units.sources).toMatchObject([{ status: 'FAILED' }]);
    expect(answer.errors).toMatchObject([
      { path: ['node', 'units'], extensions: { code: 'UPSTREAM_STATUS', source: name } },
    ]);
    expectDiscreet(gateway, answer);
  });

  it('failed under nodes: each is null, with an error in its place', async () => {
    const { gateway, lists, records } = suite();
    const ids = await Promise.all(lists.map(async (list) => (await records(list))[0]?.id));
    server().fail(notLogin, { status: 500, body: bodyText });
    const answer = await gateway.query<{ nodes: readonly null[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids },
    );
    expect(answer.data.nodes).toEqual(ids.map(() => null));
    expect(new Set(placesOf(answer.errors))).toEqual(new Set(ids.map((__, index) => ['nodes', index])));
    for (const { extensions } of answer.errors)
      expect(extensions).toMatchObject({ code: 'UPSTREAM_STATUS', source: name });
    expectDiscreet(gateway, answer);
  });

  it('left by its client: gives up the calls under way', async () => {
    const { gateway } = suite();
    await expectWell(suite());
    gateway.sandbox.reset();
    server().fail('*', { hang: true });
    const client = new AbortController();
    const left = request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ buildings(first: 5) { nodes { id } } }' }),
      signal: client.signal,
    }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(server().requests).toHaveLength(1));
    expect(server().requests[0]?.finishedAt).toBeNull();
    client.abort();
    await left;
    await vi.waitFor(() => expect(server().requests[0]?.finishedAt).not.toBeNull());
  });

  describe('with a gateway of its own', () => {
    let gateway: TestGateway | undefined;
    const start = async (options: Omit<TestGatewayOptions, 'only'>): Promise<TestGateway> =>
      (gateway = await startTestGateway({ ...options, only: [name] }));
    afterEach(() => gateway?.close());

    it('times out when a call hangs', async () => {
      const impatient = await start({ settings: { [name]: { limits: { callTimeout: 200 } } } });
      impatient.sandbox[name].fail(notLogin, { hang: true });
      await expectFailed({ ...suite(), gateway: impatient }, { code: 'UPSTREAM_TIMEOUT', retryable: true });
    });

    it('times out when the operation has no time left', async () => {
      const impatient = await start({ operationTime: 300 });
      impatient.sandbox[name].fail('*', { hang: true });
      await expectFailed({ ...suite(), gateway: impatient }, { code: 'UPSTREAM_TIMEOUT', retryable: true });
    });

    it('refused: says so, and tells nothing of the credentials', async () => {
      const { credentials } = server();
      const wrong = Object.fromEntries(
        Object.keys(credentials).map((member, index) => [member, `mistyped-${index}-${member}`]),
      );
      const refused = await start({ settings: { [name]: { credentials: wrong } } });
      const answer = await expectFailed(
        { ...suite(), gateway: refused },
        { code: 'UPSTREAM_UNAUTHORIZED', retryable: false },
      );
      expect(JSON.stringify([answer, refused.logged])).not.toContain('mistyped');
    });
  });

  if (login !== undefined) testTokens({ login, name }, suite);
}

/** Only for providers that hand out tokens. */
function testTokens<T extends Truth>(
  { login, name }: { readonly login: string; readonly name: ProviderUnderTest<T>['name'] },
  suite: () => Suite<T>,
): void {
  const server = () => suite().gateway.sandbox[name];
  const logins = (): number => server().requests.filter(({ path }) => path === login).length;

  describe('its token', () => {
    it('serves many queries', async () => {
      await expectWell(suite());
      server().reset();
      await Promise.all([1, 2, 3].map(() => expectWell(suite())));
      expect(logins()).toBe(0);
    });

    it('ended: ten queries at once log in once and are all answered', async () => {
      await expectWell(suite());
      const { gateway, expireTokens } = suite();
      expireTokens();
      server().reset();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          gateway.query(`{ buildings(first: ${index + 1}) { nodes { id } } }`),
        ),
      );
      answers.forEach((answer, index) => {
        expect(answer.errors).toEqual([]);
        expect(answer.data).toMatchObject({ buildings: { nodes: { length: index + 1 } } });
      });
      expect(server().requests.filter(({ status }) => status === 401).length).toBeGreaterThan(0);
      expect(logins()).toBe(1);
    });

    it('refused though new: one login, one replay, and no more', async () => {
      await expectWell(suite());
      server().reset();
      server().fail(({ path }) => path !== login, { status: 401, body: bodyText });
      const answer = await suite().gateway.query('{ buildings(first: 5) { nodes { id } } }');
      expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAUTHORIZED' } }]);
      const sent = server().requests.filter(({ path }) => path !== login);
      expect([sent.length, logins()]).toEqual([2, 1]);
    });

    it.each([
      ['500', { status: 500, body: bodyText }, 'UPSTREAM_STATUS'],
      ['HTML', { status: 200, body: `<html>${bodyText}</html>` }, 'UPSTREAM_BAD_RESPONSE'],
      ['an answer without a token', { status: 200, body: { greeting: bodyText } }, 'UPSTREAM_BAD_RESPONSE'],
      ['a body that breaks off', { truncate: true }, 'UPSTREAM_UNREACHABLE'],
      ['401', { status: 401, body: bodyText }, 'UPSTREAM_UNAUTHORIZED'],
    ] as const)(
      'not to be had (%s): fails as such, and the next query tries again',
      async (_, fault, code) => {
        await expectWell(suite());
        suite().expireTokens();
        server().fail(login, fault);
        const { gateway } = suite();
        const answer = await gateway.query('{ buildings(first: 5) { nodes { id } } }');
        expect(answer.errors).toMatchObject([{ path: ['buildings'], extensions: { code, source: name } }]);
        expectDiscreet(gateway, answer);
        server().clearFaults();
        await expectWell(suite());
      },
    );
  });
}

type Lists = Readonly<Record<string, { nodes: readonly object[]; sources: readonly SourceResult[] }>>;

function everyList(lists: readonly string[]): string {
  return `{ ${lists.map((list) => `${list}(first: 5) { nodes { id } ${SOURCES} }`).join(' ')} }`;
}

/** The provider answers, for each of its lists. */
async function expectWell<T extends Truth>({ gateway, lists, truth }: Suite<T>): Promise<void> {
  const answer = await gateway.query<Lists>(everyList(lists));
  expect(answer.errors).toEqual([]);
  for (const list of lists) {
    expect(answer.data[list]?.nodes).toHaveLength(Math.min(5, truth[list].length));
    expect(answer.data[list]?.sources).toMatchObject([{ status: 'OK', error: null }]);
  }
}

/** Every list is empty, says why, and has its entry in `errors`. */
async function expectFailed<T extends Truth>(
  { gateway, lists, provider: { name } }: Suite<T>,
  told: { readonly code: string; readonly retryable: boolean; readonly retryAfter?: number },
): Promise<Answer<Lists>> {
  const answer = await gateway.query<Lists>(everyList(lists));
  const { code, retryable, retryAfter = null } = told;
  for (const list of lists) {
    expect(answer.data[list]?.nodes).toEqual([]);
    expect(answer.data[list]?.sources).toMatchObject([
      { sourceId: name, status: 'FAILED', error: { code, retryable, retryAfter } },
    ]);
    const errors = answer.errors.filter(({ path }) => path?.[0] === list);
    expect(errors).toMatchObject([
      {
        path: [list],
        extensions: { code, retryable, retryAfter, source: name, provider: name.toUpperCase() },
      },
    ]);
  }
  expect(answer.errors).toHaveLength(lists.length);
  expectDiscreet(gateway, answer);
  return answer;
}

/** No message and no line of the log holds a query string, a credential or anything of a body. */
function expectDiscreet(gateway: TestGateway, answer: Answer<unknown>): void {
  const said = JSON.stringify([answer, gateway.logged]);
  expect(said).not.toMatch(/[?&][\w.-]+=/);
  expect(said).not.toContain(bodyText);
  expect(said).not.toContain('<html');
  expect(said).not.toMatch(/Bearer |JWT |eyJ/);
  for (const name of ['pigello', 'facilitee', 'homeq', 'casavi'] as const) {
    for (const secret of Object.values(gateway.sandbox[name].credentials)) expect(said).not.toContain(secret);
  }
}
