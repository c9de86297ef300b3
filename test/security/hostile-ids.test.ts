import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeType } from '../../src/domain/record.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { RecordedRequest, SystemName } from '../../src/sandbox/index.js';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';

/** Ids and cursors that nobody was given: a clear error or null, and nothing of them reaches a provider as it stands. */

const systems: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];
const types: readonly NodeType[] = [
  'Building',
  'Unit',
  'Person',
  'Lease',
  'Issue',
  'Document',
  'Comment',
  'Task',
];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

async function ask<D>(document: string, variables: Readonly<Record<string, unknown>>): Promise<Answer<D>> {
  gateway.sandbox.reset();
  return gateway.query<D>(document, variables);
}

const sent = (): readonly RecordedRequest[] => systems.flatMap((name) => gateway.sandbox[name].requests);

const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const genuine = toGlobalId({ type: 'Building', source: 'pigello', key: ['1'] });

/** What no id of ours looks like. */
const malformed: Readonly<Record<string, string>> = {
  nothing: '',
  'a space': ' ',
  'a word': 'building',
  'a number': '1',
  'the key of a record': 'pigello:1',
  'what an id is made of': 'Building:pigello:1',
  'an id after a space': ` ${genuine}`,
  'an id before a line feed': `${genuine}\n`,
  'an id in quotes': `"${genuine}"`,
  'an id with padding': `${genuine}=`,
  'an id with its last letter cut off': genuine.slice(0, -1),
  'an id twice': `${genuine}${genuine}`,
  'an id with a NUL': `${genuine}\0`,
  'an id in another alphabet': Buffer.from('Building:pigello:~~~?').toString('base64'),
  'letters beyond its alphabet': 'QnVpbGRpbmc6cGlnZWxsbzox+/',
  'an id whose last bits are others': base64('Building:pigello:12').replace(/.$/, (last) =>
    String.fromCharCode(last.charCodeAt(0) + 1),
  ),
  'no key': base64('Building:pigello'),
  'an empty key': base64('Building:pigello:'),
  'an empty part of a key': base64('Building:pigello::1'),
  'no source': base64('Building::1'),
  'no type': base64(':pigello:1'),
  'a type that is none': base64('Landlord:pigello:1'),
  'a type in lower case': base64('building:pigello:1'),
  '__proto__ as a type': base64('__proto__:pigello:1'),
  'constructor as a type': base64('constructor:pigello:1'),
  'a key that was not encoded': base64('Building:pigello:a/b'),
  'a key that was encoded in lower case': base64('Building:pigello:a%2fb'),
  'a key that was encoded twice as much': base64('Building:pigello:%31'),
  'half an encoded byte': base64('Building:pigello:%2'),
  'bytes that are no text': Buffer.from([0xff, 0xfe, 0x00, 0x80]).toString('base64url'),
  'an overlong slash': Buffer.from([...Buffer.from('Building:pigello:'), 0xc0, 0xaf]).toString('base64url'),
  'a lone surrogate': '\ud800',
  'a lone surrogate inside': `${genuine}\udc00`,
  'a path': '../../etc/passwd',
  'an encoded path': '..%2f..%2fetc%2fpasswd',
  'an address': 'http://169.254.169.254/latest/meta-data',
  'a header': 'a\r\nX-Injected: 1',
  'a template': '{{constructor.constructor("return 1")()}}',
  'a query': "' OR '1'='1",
  markup: '<script>alert(1)</script>',
  'an emoji': '🏠',
  'letters from right to left': '\u202eabc',
  'wide letters': 'Ｑｎ',
  __proto__: '__proto__',
  constructor: 'constructor',
  'too much': 'Q'.repeat(1_025),
  'far too much': 'Q'.repeat(20_000),
};

const byId = `query ($id: ID!) {
  node(id: $id) { id }
  building(id: $id) { id } unit(id: $id) { id } person(id: $id) { id }
  lease(id: $id) { id } issue(id: $id) { id } document(id: $id) { id }
}`;
const linkedById = `query ($id: ID!) {
  linkedBuilding(id: $id) { id } linkedUnit(id: $id) { id } linkedPerson(id: $id) { id }
}`;

describe.each(Object.entries(malformed))('%s', (_, id) => {
  it('is no id, no filter and no cursor, and no provider is asked', async () => {
    for (const query of [byId, linkedById]) {
      const { data, errors } = await ask<Record<string, null>>(query, { id });
      expect(new Set(Object.values(data))).toEqual(new Set([null]));
      expect(errors.map(({ extensions, path }) => [path?.[0], extensions['code']])).toEqual(
        Object.keys(data).map((field) => [field, 'BAD_USER_INPUT']),
      );
      expect(sent()).toEqual([]);
    }

    const several = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [id, id] });
    expect([several.data, several.errors]).toEqual([{ nodes: [null, null] }, []]);
    expect(sent()).toEqual([]);

    for (const document of [
      'query ($id: ID!) { page: units(first: 1, filter: { building: [$id] }) { nodes { id } } }',
      'query ($id: ID!) { page: documents(first: 1, filter: { issue: [$id] }) { nodes { id } } }',
      'query ($id: String!) { page: buildings(first: 1, after: $id) { nodes { id } } }',
    ]) {
      const { data, errors } = await ask(document, { id });
      expect([data, errors[0]?.extensions['code']]).toEqual([null, 'BAD_USER_INPUT']);
      expect(errors[0]?.message).toMatch(/^(filter\.)?(building|issue|after)\b/);
      // The cure is told, and not what was sent.
      if (id.trim().length > 8) expect(errors[0]?.message).not.toContain(id);
    }
    expect(sent()).toEqual([]);
  });
});

/** Keys of records, in ids that are otherwise as ours. */
const keys: readonly (readonly [string, string])[] = [
  ['the folder above', '..'],
  ['this folder', '.'],
  ['a way up', '../leases'],
  ['two ways up', '1/../../login'],
  ['an encoded way up', '..%2fleases'],
  ['the folder above, encoded', '%2e%2e'],
  ['the folder above, encoded twice', '%252e%252e'],
  ['a way up with the other slash', '..\\leases'],
  ['a slash', '1/2'],
  ['an encoded slash', '1%2f2'],
  ['a way to another host', '//elsewhere.example/x'],
  ['a matrix', '1;..;/x'],
  ['a query', '1?limit=9999'],
  ['a second query', '1&tenant=2'],
  ['a fragment', '1#x'],
  ['a line break', '1\r\nX-Injected: 1'],
  ['a line feed', '1\n'],
  ['a NUL', '1\0'],
  ['a tab', '\t1'],
  ['a space', ' '],
  ['a space after a key', '1 '],
  ['a comma', '1,2,3'],
  ['a star', '*'],
  ['a percent sign', '%'],
  ['a sign', '-1'],
  ['a fraction', '1.5'],
  ['an exponent', '1e3'],
  ['a hexadecimal number', '0x1'],
  ['a number with a zero before', '01'],
  ['a number beyond all', '9'.repeat(40)],
  ['digits of another script', '١٢٣'],
  ['wide digits', '１２３'],
  ['letters that are joined', 'e\u0301'],
  ['a mark that is not seen', '1\u200b'],
  ['letters from right to left', '\u202e1'],
  ['null', 'null'],
  ['undefined', 'undefined'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['toString', 'toString'],
  ['something long', 'a'.repeat(300)],
];

describe.each(keys)('%s as the key of a record', (_, key) => {
  it('is no record, and is escaped wherever it is asked for', async () => {
    const ids = systems.flatMap((source) =>
      types.flatMap((type) => [
        toGlobalId({ type, source, key: [key] }),
        toGlobalId({ type, source, key: [key, key] }),
        toGlobalId({ type, source, key: [key, '1', '2'] }),
      ]),
    );
    const one = await ask<{ nodes: readonly unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids,
    });
    expect(one.errors).toEqual([]);
    expect(one.data.nodes).toEqual(ids.map(() => null));
    expectEscaped();

    const of = (type: NodeType): readonly string[] =>
      systems.map((source) => toGlobalId({ type, source, key: [key] }));
    const lists = await ask<Record<string, { nodes: readonly unknown[] } | null>>(
      `query ($buildings: [ID!], $units: [ID!], $persons: [ID!]) {
        units(first: 5, filter: { building: $buildings }) { nodes { id } }
        leases(first: 5, filter: { unit: $units, person: $persons }) { nodes { id } }
        issues(first: 5, filter: { building: $buildings }) { nodes { id } }
      }`,
      { buildings: of('Building'), units: of('Unit'), persons: of('Person') },
    );
    // A key that no record of its source could have is the client's mistake; any other one belongs to nothing.
    expect(lists.errors.filter(({ extensions }) => extensions['code'] !== 'BAD_USER_INPUT')).toEqual([]);
    if (lists.errors.length === 0)
      expect(Object.values(lists.data)).toEqual([{ nodes: [] }, { nodes: [] }, { nodes: [] }]);
    else expect(lists.data).toBeNull();
    expectEscaped();
  });
});

/** Every call is one that the provider documents, and what was put into its path is one segment of it. */
function expectEscaped(): void {
  for (const { path, route, headers } of sent()) {
    expect(path).toMatch(/^(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*$/);
    expect(route).not.toBeNull();
    const segments = path.split('/').map(decodeURIComponent);
    expect(segments.filter((segment) => segment === '.' || segment === '..')).toEqual([]);
    expect(headers).not.toHaveProperty('x-injected');
  }
}

it('is tried with more than sixty of them', () => {
  expect(Object.keys(malformed).length + keys.length).toBeGreaterThan(80);
});
