import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isObjectType,
  isNonNullType,
  type GraphQLField,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopes, type Scope } from '../../src/access/caller.js';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { createSchema } from '../../src/schema.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { guards, ways } from './scopes.table.js';

const schema = createSchema();
const objects = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__'),
);
const names = Object.keys(scopes) as Scope[];

interface Guarded {
  readonly type: string;
  readonly field: string;
  readonly scope: Scope;
}

const guarded: readonly Guarded[] = Object.entries(guards).flatMap(([type, { open: _, ...scoped }]) =>
  Object.entries(scoped).flatMap(([scope, fields]) =>
    words(fields).map((field): Guarded => ({ type, field, scope: scope as Scope })),
  ),
);

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function fieldOf({ type, field }: Pick<Guarded, 'type' | 'field'>): GraphQLField<unknown, unknown> {
  const object = schema.getType(type);
  const found = isObjectType(object) ? object.getFields()[field] : undefined;
  if (found === undefined) throw new Error(`${type}.${field} is not in the schema`);
  return found;
}

/** The field, with something of what it leads to. */
function selectionOf(place: Guarded): string {
  const type = getNamedType(fieldOf(place).type);
  if (!isCompositeType(type)) return place.field;
  const inner = { Address: 'formatted', Phone: 'number', Money: 'amount', BankAccount: 'number' }[type.name];
  return `${place.field} { ${inner ?? '__typename'} }`;
}

describe('the table of scopes', () => {
  it('has every type and every field of the schema, and no other', () => {
    const inSchema = objects.flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    const inTable = Object.entries(guards).flatMap(([type, groups]) =>
      Object.values(groups).flatMap((fields) => words(fields).map((field) => `${type}.${field}`)),
    );
    expect(inTable.filter((place) => inTable.indexOf(place) !== inTable.lastIndexOf(place))).toEqual([]);
    expect([...inTable].sort()).toEqual([...inSchema].sort());
  });

  it.each(objects.map(({ name }) => name))('is what the SDL says of %s', (name) => {
    const type = schema.getType(name);
    const told = Object.values(isObjectType(type) ? type.getFields() : {}).flatMap(
      ({ name: field, astNode }) => {
        const directive = astNode?.directives?.find((each) => each.name.value === 'requiresScopes');
        if (directive === undefined) return [];
        return [
          [
            field,
            /\[\["([^"]+)"\]\]/.exec(
              directive.loc?.source.body.slice(directive.loc.start, directive.loc.end) ?? '',
            )?.[1],
          ],
        ];
      },
    );
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(
        guarded.filter((each) => each.type === name).map(({ field, scope }) => [field, scope]),
      ),
    );
  });

  it('guards a merged field as it guards the field of the records', () => {
    for (const { type, field, scope } of guarded.filter((each) => each.type.startsWith('Linked')))
      expect(guarded).toContainEqual({ type: type.slice('Linked'.length), field, scope });
    for (const { type, field, scope } of guarded) {
      const linked = schema.getType(`Linked${type}`);
      if (isObjectType(linked) && linked.getFields()[field] !== undefined)
        expect(guarded).toContainEqual({ type: `Linked${type}`, field, scope });
    }
  });

  it('knows each scope, and guards no field that can never be null', () => {
    const used = new Set(guarded.map(({ scope }) => scope));
    // The log of calls is no field.
    expect([...used, 'upstream'].sort()).toEqual([...names].sort());
    expect(guarded.filter((place) => isNonNullType(fieldOf(place).type))).toEqual([]);
  });
});

describe('a field without its scope', () => {
  const keys = new Map(names.map((scope) => [scope, createApiKey()]));
  const all = createApiKey();
  const none = createApiKey();
  const auth = {
    apiKeys: [
      { id: 'all', hash: hashApiKey(all), sources: '*', scopes: names },
      { id: 'none', hash: hashApiKey(none), sources: '*' },
      // Each lacks one scope.
      ...[...keys].map(([scope, key]) => ({
        id: `no-${scope.replace(':', '-')}`,
        hash: hashApiKey(key),
        sources: '*',
        scopes: names.filter((name) => name !== scope),
      })),
    ],
  };
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway({ auth });
  });
  afterAll(() => gateway.close());

  const ask = (key: string, query: string, headers: Readonly<Record<string, string>> = {}) =>
    gateway.query<unknown>(query, {}, { headers: { authorization: `Bearer ${key}`, ...headers } });

  /** Whatever stands under a member of this name, anywhere in an answer. */
  function valuesOf(name: string, within: unknown): readonly unknown[] {
    if (Array.isArray(within)) return within.flatMap((each) => valuesOf(name, each));
    if (typeof within !== 'object' || within === null) return [];
    return Object.entries(within).flatMap(([key, value]) => (key === name ? [value] : valuesOf(name, value)));
  }

  it.each(guarded)('$type, $field is null without $scope, and says so', async (place) => {
    const { type, field, scope } = place;
    const query = (ways[`${type}.${field}`] ?? ways[type] ?? '').replace('%', selectionOf(place));
    const [seen, refused] = [await ask(all, query), await ask(keys.get(scope) ?? '', query)];
    expect(seen.errors).toEqual([]);
    expect(valuesOf(field, seen.data).some((value) => value !== null)).toBe(true);

    const values = valuesOf(field, refused.data);
    expect(values.length).toBeGreaterThan(0);
    expect(values.every((value) => value === null)).toBe(true);
    expect(refused.errors).toEqual([
      expect.objectContaining({
        message: `${type}.${field} needs the scope \`${scope}\`, which this caller does not have.`,
        extensions: expect.objectContaining({ code: 'FORBIDDEN', scopes: [scope] }) as unknown,
      }),
    ]);
    // Nothing is read to be thrown away.
    expect(refused.calls.length).toBeLessThanOrEqual(seen.calls.length);
  });

  it('costs no call that only it needs', async () => {
    const query =
      '{ persons(first: 5, filter: { providers: [PIGELLO] }) { nodes { address { formatted } } } }';
    const [seen, refused] = [await ask(all, query), await ask(none, query)];
    expect(seen.calls.length).toBeGreaterThan(refused.calls.length);
    expect(refused.calls.length).toBe(1);
  });

  it('is not found by searching for it', async () => {
    const known = await ask(all, '{ persons(first: 100) { nodes { email displayName } } }');
    const nodes = valuesOf('nodes', known.data)[0] as readonly {
      email: string | null;
      displayName: string | null;
    }[];
    const person = nodes.find(
      ({ email, displayName }) => email !== null && displayName !== null && !displayName.includes(email),
    );
    const search = `{ persons(first: 100, filter: { search: ${JSON.stringify(person?.email)} }) { nodes { id } totalCount } }`;
    const [seen, hidden] = [await ask(all, search), await ask(none, search)];
    expect(valuesOf('id', seen.data).length).toBeGreaterThan(0);
    expect(valuesOf('id', hidden.data)).toEqual([]);
    expect(valuesOf('totalCount', hidden.data).every((count) => count === 0 || count === null)).toBe(true);
  });

  it('does not show in what two systems disagree on, nor in whose word it is', async () => {
    const found = await ask(
      all,
      `{ pigello: persons(first: 1, filter: { providers: [PIGELLO] }) { nodes { id email } }
         casavi: persons(first: 1, filter: { providers: [CASAVI] }) { nodes { id email } } }`,
    );
    const emails = valuesOf('email', found.data);
    expect(new Set(emails).size).toBe(2);
    const linked = await startTestGateway({ auth, identity: { same: [valuesOf('id', found.data)] } });
    try {
      const [pigello] = valuesOf('id', found.data);
      const query = `{ node(id: "${String(pigello)}") { ... on Person { sameAs { node { id } } } }
        linkedPersons(first: 1) { nodes { conflicts { field values { value } } provenance(field: "email") { sourceId } } } }`;
      const seen = await linked.query<unknown>(query, {}, { headers: { authorization: `Bearer ${all}` } });
      expect(seen.errors).toEqual([]);
      expect(valuesOf('field', seen.data)).toContain('email');
      expect(valuesOf('value', seen.data)).toEqual(expect.arrayContaining([...emails]));

      const hidden = await linked.query<unknown>(query, {}, { headers: { authorization: `Bearer ${none}` } });
      expect(valuesOf('field', hidden.data)).toContain('displayName');
      expect(
        valuesOf('field', hidden.data).filter((field) => field === 'email' || field === 'address'),
      ).toEqual([]);
      expect(valuesOf('provenance', hidden.data)).toEqual([null]);
      expect(hidden.errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    } finally {
      await linked.close();
    }
  });

  it('is not told by the order of what may be seen', async () => {
    const orders = Object.values(schema.getTypeMap()).filter(
      (type) => isEnumType(type) && type.name.endsWith('OrderField'),
    );
    for (const order of orders) {
      const type = order.name.replace('OrderField', '');
      for (const { name } of isEnumType(order) ? order.getValues() : []) {
        const field = name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
        const guard = guarded.find((each) => each.type === type && each.field === field);
        const list = type === 'Person' ? 'persons' : `${type.toLowerCase()}s`;
        const query = `{ ${list}(first: 1, filter: { sources: [] }, orderBy: { field: ${name} }) { nodes { id } } }`;
        const { errors } = await ask(none, query);
        expect([type, name, errors.flatMap(({ extensions }) => extensions['scopes'])]).toEqual([
          type,
          name,
          guard === undefined ? [] : [guard.scope],
        ]);
        expect((await ask(all, query)).errors).toEqual([]);
      }
    }
  });

  it('may be the log of calls, which is asked for by a header', async () => {
    const key = keys.get('upstream') ?? '';
    for (const mode of ['log', 'dry-run']) {
      const refused = await ask(key, '{ units(first: 1) { nodes { id } } }', { 'gatehouse-upstream': mode });
      expect([refused.status, refused.data, refused.calls, refused.extensions]).toEqual([
        403,
        undefined,
        [],
        {},
      ]);
      expect(refused.errors).toEqual([
        expect.objectContaining({ extensions: { code: 'FORBIDDEN', scopes: ['upstream'] } }),
      ]);
      const seen = await ask(all, '{ units(first: 1) { nodes { id } } }', { 'gatehouse-upstream': mode });
      expect(seen.extensions).toHaveProperty('upstream');
    }
    const plain = await ask(key, '{ units(first: 1) { nodes { id } } }');
    expect([plain.errors, plain.extensions]).toEqual([[], {}]);
  });
});
