import {
  buildClientSchema,
  findBreakingChanges,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  print,
  printSchema,
  visit,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderFields } from '../../src/domain/order.js';
import { createSchema, readTypeDefs } from '../../src/schema.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let seen: GraphQLSchema;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['pigello'] });
  const { data, errors } = await gateway.query<IntrospectionQuery>(getIntrospectionQuery());
  expect(errors).toEqual([]);
  seen = buildClientSchema(data);
});
afterAll(() => gateway.close());

describe('the schema, as clients see it', () => {
  it('is the one of schema/', () => {
    const own = createSchema();
    expect(findBreakingChanges(own, seen)).toEqual([]);
    expect(findBreakingChanges(seen, own)).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    const bare: string[] = [];
    const look = (name: string, thing: { readonly description?: string | null | undefined }): void => {
      if (!thing.description?.trim()) bare.push(name);
    };
    for (const type of Object.values(seen.getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      look(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field);
          for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
        }
      }
    }
    expect(bare).toEqual([]);
  });

  it('gives only nodes and sources a field `id`, so that clients can key their caches by it', () => {
    const keyed = Object.values(seen.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type.getFields()['id'] !== undefined)
      .map((type) => type.name);
    const nodes = seen.getPossibleTypes(seen.getType('Node') as never).map(({ name }) => name);
    expect(keyed.sort()).toEqual([...nodes, 'Source'].sort());
  });

  it('offers no paging backwards', () => {
    const text = printSchema(seen).replaceAll(/"""[\s\S]*?"""/g, '');
    expect(text).toMatch(/\bfirst: Int/);
    expect(text).not.toMatch(/\b(last|before)[:(]/i);
  });

  it('has no national id, birth date, bank account and provider record that no scope guards', () => {
    const guarded = {
      nationalId: 'pii:identity',
      birthDate: 'pii:identity',
      bankAccounts: 'finance',
      raw: 'raw',
    };
    const found: string[] = [];
    visit(readTypeDefs(), {
      FieldDefinition({ name: { value: name }, directives = [] }) {
        const scope = (guarded as Readonly<Record<string, string>>)[name];
        if (scope === undefined) return;
        found.push(name);
        expect(directives.map(print)).toEqual([`@requiresScopes(scopes: [["${scope}"]])`]);
      },
    });
    // Of a person or a building, and of what is joined of them; of the interface of records and its types.
    expect(found.sort()).toEqual([
      ...Array<string>(2).fill('bankAccounts'),
      ...Array<string>(2).fill('birthDate'),
      ...Array<string>(2).fill('nationalId'),
      ...Array<string>(9).fill('raw'),
    ]);
  });

  it('can be asked for its types', async () => {
    const { data } = await gateway.query(
      '{ __schema { queryType { name } mutationType { name } } __type(name: "Building") { kind } __typename }',
    );
    expect(data).toEqual({
      __schema: { queryType: { name: 'Query' }, mutationType: null },
      __type: { kind: 'OBJECT' },
      __typename: 'Query',
    });
  });

  it('maps every value of a provider onto an enum that knows UNKNOWN', () => {
    // Our own words: these come from no provider.
    const own = ['Provider', 'SourceStatus', 'Support', 'OrderDirection', 'LinkConfidence', 'DriftKind'];
    const enums = Object.values(seen.getTypeMap())
      .filter(isEnumType)
      .filter(({ name }) => !name.startsWith('__') && !own.includes(name))
      .filter(({ name }) => !/(Derivation|OrderField)$/.test(name));
    expect(enums.length).toBeGreaterThan(8);
    const without = enums.filter((type) => type.getValue('UNKNOWN') === undefined);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('names for each list what it can be ordered by', () => {
    const lists = {
      buildings: 'Building',
      units: 'Unit',
      persons: 'Person',
      leases: 'Lease',
      issues: 'Issue',
      documents: 'Document',
    } as const;
    for (const list of Object.keys(lists) as (keyof typeof lists)[]) {
      const field = seen.getType(`${lists[list]}OrderField`);
      const names = isEnumType(field) ? field.getValues().map(({ name }) => name) : null;
      expect(names).toEqual(orderFields(list));
    }
  });
});
