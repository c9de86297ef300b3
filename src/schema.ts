import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  buildASTSchema,
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLScalarType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  parse,
  print,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { checkScopes, refusalOf, requiredScopesOf } from './access/required-scopes.js';
import { declarations } from '../resolvers/declarations.js';
import { Query } from '../resolvers/Query.js';
import { Source } from '../resolvers/Source.js';
import type { Context } from './context.js';
import type { NodeRecord } from './domain/index.js';
import {
  createGraph,
  isLinkedEdge,
  type AnyEdge,
  type Graph,
  type TypeDeclaration,
} from './edges/declaration.js';
import { queryResolversOf, resolversOf } from './edges/resolvers.js';
import { scalars } from './scalars.js';

/** The SDL files, beside the code: `schema/` in the repository, `dist/schema/` in a build. */
const schemaFolder = new URL('../schema/', import.meta.url);

/** The SDL of `schema/`, all files as one document. */
export function readTypeDefs(): DocumentNode {
  const files = readdirSync(schemaFolder)
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  return parse(files.map((file) => readFileSync(new URL(file, schemaFolder), 'utf8')).join('\n'));
}

/** The SDL as one text: a type that several files extend stands in one piece. */
export function printSdl(): string {
  const { definitions } = readTypeDefs();
  const extensions = definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_EXTENSION);
  const whole = definitions.flatMap((each): DefinitionNode[] => {
    if (each.kind === Kind.OBJECT_TYPE_EXTENSION) return [];
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION) return [each];
    const more = extensions.filter(({ name }) => name.value === each.name.value);
    return [{ ...each, fields: [...(each.fields ?? []), ...more.flatMap(({ fields }) => fields ?? [])] }];
  });
  return `${print({ kind: Kind.DOCUMENT, definitions: whole })}\n`;
}

/** All that can be asked, and what hangs on what. */
export const graph: Graph = createGraph(Query, [...declarations, Source]);

/** The executable schema: the SDL, and the resolvers that follow from the declared edges. */
export function createSchema(): GraphQLSchema {
  const typeDefs = readTypeDefs();
  const plain = buildASTSchema(typeDefs);
  const types = [...graph.types.values()].map((declaration) => {
    const type = objectType(plain, declaration.type);
    checkDeclaration(declaration, type);
    return [declaration.type, resolversOf(graph, declaration, Object.keys(type.getFields()))] as const;
  });
  const resolveType = { __resolveType: (record: NodeRecord): string => record.ref.type };
  const schema = makeExecutableSchema<Context>({
    typeDefs,
    resolvers: {
      ...describedScalars(plain),
      ...Object.fromEntries(types),
      Node: resolveType,
      SourcedNode: resolveType,
      Query: queryResolversOf(graph),
    },
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  checkScopes(schema);
  guard(schema);
  return schema;
}

/** Makes the ordinary resolvers of guarded fields refuse, as the gateway's own way of running queries does. */
function guard(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter((each) => isObjectType(each))) {
    for (const field of Object.values(type.getFields())) {
      if (requiredScopesOf(schema, field) === null) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (parent, args, context: Context, info): unknown => {
        const refusal = refusalOf(schema, type.name, field, context.caller.scopes);
        if (refusal !== null) throw refusal;
        return resolve(parent, args, context, info);
      };
    }
  }
}

/** The scalars with what the SDL says of them: a scalar that is given as a resolver replaces the SDL's altogether. */
function describedScalars(schema: GraphQLSchema): Record<string, GraphQLScalarType> {
  return Object.fromEntries(
    Object.entries(scalars).map(([name, scalar]) => {
      const { description, specifiedByURL } = schema.getType(name) as GraphQLScalarType;
      return [name, new GraphQLScalarType({ ...scalar.toConfig(), description, specifiedByURL })];
    }),
  );
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type))
    throw new TypeError(`resolvers/${name}.ts declares a type that schema/ does not have`);
  return type;
}

/**
 * Compares a declaration with the SDL at start-up: every field that leads to an object is declared, and as what the
 * SDL says. What the compiler cannot see across the two languages is seen here.
 */
export function checkDeclaration({ type, edges }: TypeDeclaration, sdl: GraphQLObjectType): void {
  const fields = sdl.getFields();
  for (const name of Object.keys(edges)) {
    if (fields[name] === undefined)
      throw new TypeError(`resolvers/${type}.ts declares ${name}, which schema/ does not have`);
  }
  for (const field of Object.values(fields)) {
    const fault = faultOf(edges[field.name], field);
    if (fault !== null) throw new TypeError(`${type}.${field.name}: ${fault}`);
  }
}

function faultOf(edge: AnyEdge | undefined, field: GraphQLField<unknown, unknown>): string | null {
  const named = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  if (edge === undefined)
    return isCompositeType(named) ? `leads to ${named.name} and has no entry in resolvers/` : null;
  if ('leaf' in edge || 'same' in edge || isLinkedEdge(edge)) return null;
  if ('embed' in edge) return isCompositeType(named) ? null : 'is embedded, but is no object in schema/';
  const target =
    'page' in edge ? `${edge.page}Connection` : 'each' in edge ? edge.each : 'one' in edge ? edge.one : null;
  if (target !== null && named.name !== target)
    return `leads to ${target} in resolvers/, but to ${named.name} in schema/`;
  return isList === 'each' in edge ? null : 'is a list in one of schema/ and resolvers/ only';
}
