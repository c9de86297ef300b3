import { buildSchema, isObjectType, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { declarations } from '../../resolvers/declarations.js';
import { declareType } from '../../src/edges/declaration.js';
import { checkDeclaration, createSchema } from '../../src/schema.js';

/**
 * What does not compile is half of the tests here: `tsc` fails where an error that is expected does not come. Each wrong
 * declaration stands beside a right one that differs in nothing else.
 */
describe('a declaration does not compile with', () => {
  it('an unknown loader', () => {
    declareType('Lease', {
      fields: { unit: { one: 'Unit', loader: 'unitById', key: (lease) => lease.unit } },
    });
    declareType('Lease', {
      // @ts-expect-error There is no such loader.
      fields: { unit: { one: 'Unit', loader: 'unitByKey', key: (lease: { unit: null }) => lease.unit } },
    });
    declareType('Building', { fields: { units: { page: 'Unit', loader: 'unitsOfBuilding' } } });
    declareType('Building', {
      // @ts-expect-error There is no such loader.
      fields: { units: { page: 'Unit', loader: 'unitsOfHouse' } },
    });
    expect.assertions(0);
  });

  it('a loader that leads elsewhere', () => {
    declareType('Building', { fields: { leases: { page: 'Lease', loader: 'leasesOfBuilding' } } });
    declareType('Building', {
      // @ts-expect-error The loader brings leases, not units.
      fields: { leases: { page: 'Unit', loader: 'leasesOfBuilding' } },
    });
    declareType('Issue', {
      // @ts-expect-error The loader brings buildings, not persons.
      fields: { building: { one: 'Person', loader: 'buildingById', key: () => null } },
    });
    declareType('Lease', {
      // @ts-expect-error A loader of pages is no loader by id.
      fields: { unit: { one: 'Unit', loader: 'unitsOfBuilding', key: () => null } },
    });
    declareType('Building', {
      // @ts-expect-error A loader by id is no loader of pages.
      fields: { units: { page: 'Unit', loader: 'unitById' } },
    });
    expect.assertions(0);
  });

  it('a key of another type', () => {
    declareType('Issue', {
      fields: { building: { one: 'Building', loader: 'buildingById', key: (issue) => issue.building } },
    });
    declareType('Issue', {
      fields: {
        // @ts-expect-error The reporter is a person.
        building: { one: 'Building', loader: 'buildingById', key: (issue) => issue.reporter },
      },
    });
    declareType('Issue', {
      fields: {
        // @ts-expect-error Text is no link.
        building: { one: 'Building', loader: 'buildingById', key: () => 'a text' },
      },
    });
    declareType('Lease', {
      fields: { tenants: { each: 'Person', loader: 'personById', keys: (lease) => lease.tenants } },
    });
    declareType('Lease', {
      fields: {
        // @ts-expect-error One unit is no list of persons.
        tenants: { each: 'Person', loader: 'personById', keys: (lease) => lease.unit },
      },
    });
    expect.assertions(0);
  });

  it('a parent of another type', () => {
    declareType('Unit', { fields: { issues: { page: 'Issue', loader: 'issuesOfUnit' } } });
    declareType('Unit', {
      // @ts-expect-error The loader starts from buildings.
      fields: { issues: { page: 'Issue', loader: 'issuesOfBuilding' } },
    });
    declareType('Unit', {
      // @ts-expect-error Nothing hangs on a task.
      fields: { tasks: { page: 'Task', loader: 'tasksOfIssue' } },
    });
    expect.assertions(0);
  });

  it('a property that the record lacks', () => {
    declareType('Unit', {
      fields: { owner: { one: 'Person', loader: 'personById', key: (unit) => unit.owner } },
    });
    declareType('Unit', {
      // @ts-expect-error A unit has no landlord.
      fields: { owner: { one: 'Person', loader: 'personById', key: (unit) => unit.landlord } },
    });
    expect.assertions(0);
  });

  it('embedded rows of another type', () => {
    declareType('Issue', {
      fields: { tasks: { page: 'Task', loader: 'tasksOfIssue', embedded: (issue) => issue.tasks } },
    });
    declareType('Issue', {
      fields: {
        // @ts-expect-error Comments are no tasks.
        tasks: { page: 'Task', loader: 'tasksOfIssue', embedded: (issue) => issue.comments },
      },
    });
    expect.assertions(0);
  });

  it('a detail of another type, or a type that is none', () => {
    declareType('Unit', { detail: 'unitDetail', fields: {} });
    // @ts-expect-error The detail of a unit is not that of a building.
    declareType('Unit', { detail: 'buildingDetail', fields: {} });
    // @ts-expect-error Nothing hangs on money.
    declareType('Money', { fields: {} });
    expect.assertions(0);
  });
});

describe('a declaration does not start with', () => {
  const lease = sdl(`
    type Unit { id: ID! }
    type Person { id: ID! }
    type Money { amount: String }
    type DocumentConnection { nodes: [Document] }
    type Document { id: ID! }
    type Lease {
      id: ID!
      unit: Unit
      tenants: [Person!]
      rent: Money
      documents(first: Int): DocumentConnection!
    }
  `);
  const whole = {
    unit: { one: 'Unit', loader: 'unitById', key: () => null },
    tenants: { each: 'Person', loader: 'personById', keys: () => null },
    rent: { embed: true },
    documents: { page: 'Document', loader: 'documentsOfLease' },
  } as const;
  const check = (edges: object) => (): void =>
    checkDeclaration(
      { type: 'Lease', edges: edges as Parameters<typeof checkDeclaration>[0]['edges'] },
      lease,
    );

  it('nothing missing: that is how it starts', () => {
    expect(check(whole)).not.toThrow();
    expect(createSchema).not.toThrow();
  });

  it.each(Object.keys(whole))('an entry missing for an object: %s', (field) => {
    const some = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
    expect(check(some)).toThrow(new RegExp(`Lease\\.${field}: leads to .* no entry`));
  });

  it.each([
    ['a field that the SDL lacks', { landlord: whole.unit }, /declares landlord/],
    [
      'one record where the SDL has a list',
      { tenants: { ...whole.unit, one: 'Person' } },
      /Lease\.tenants: is a list/,
    ],
    [
      'a list where the SDL has one record',
      { unit: { ...whole.tenants, each: 'Unit' } },
      /Lease\.unit: is a list/,
    ],
    ['another type than the SDL', { unit: { ...whole.unit, one: 'Building' } }, /to Building .* to Unit/],
    [
      'a page where the SDL has a list',
      { tenants: { ...whole.documents, page: 'Person' } },
      /PersonConnection/,
    ],
    ['a page of another type', { documents: { ...whole.documents, page: 'Lease' } }, /LeaseConnection/],
    ['a scalar embedded', { id: { embed: true } }, /Lease\.id: is embedded/],
  ])('%s', (_, edges, message) => {
    expect(check({ ...whole, ...edges })).toThrow(message);
  });

  it('the declared types are those of the schema', () => {
    const schema = createSchema();
    for (const { type, edges } of declarations) {
      const object = schema.getType(type);
      expect(isObjectType(object)).toBe(true);
      if (!isObjectType(object)) continue;
      expect(Object.keys(object.getFields())).toEqual(expect.arrayContaining(Object.keys(edges)));
    }
    // Whoever can be asked for by id is declared.
    const nodes = schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => name);
    expect(declarations.map(({ type }) => type as string)).toEqual(expect.arrayContaining(nodes));
  });
});

function sdl(text: string): GraphQLObjectType {
  const type = buildSchema(`${text} type Query { lease: Lease }`).getType('Lease');
  if (!isObjectType(type)) throw new Error('no such type');
  return type;
}
