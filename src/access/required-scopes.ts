import {
  getDirectiveValues,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { ForbiddenError } from '../errors.js';
import { scopes } from './caller.js';

/** Alternatives, each a list of scopes that are needed together. */
export type RequiredScopes = readonly (readonly string[])[];

const required = new WeakMap<GraphQLField<unknown, unknown>, RequiredScopes | null>();

/** What `@requiresScopes` says of a field; `null` where every caller may see it. */
export function requiredScopesOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
): RequiredScopes | null {
  let known = required.get(field);
  if (known === undefined) required.set(field, (known = read(schema, field)));
  return known;
}

function read(schema: GraphQLSchema, { astNode }: GraphQLField<unknown, unknown>): RequiredScopes | null {
  const directive = schema.getDirective('requiresScopes');
  if (directive === null || directive === undefined || astNode === null || astNode === undefined) return null;
  return (getDirectiveValues(directive, astNode)?.['scopes'] as RequiredScopes | undefined) ?? null;
}

/** Why a caller with these scopes may not see a field; `null` where it may. */
export function refusalOf(
  schema: GraphQLSchema,
  type: string,
  field: GraphQLField<unknown, unknown>,
  held: ReadonlySet<string>,
): ForbiddenError | null {
  const alternatives = requiredScopesOf(schema, field);
  if (alternatives === null || alternatives.some((together) => together.every((scope) => held.has(scope))))
    return null;
  const missing = (alternatives[0] ?? []).filter((scope) => !held.has(scope));
  return new ForbiddenError(`${type}.${field.name}`, missing);
}

/**
 * Checks the SDL at start-up: a scope that does not exist guards a field from everybody, and a guarded field that cannot
 * be null would take its whole object with it.
 */
export function checkScopes(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const alternatives = requiredScopesOf(schema, field);
      if (alternatives === null) continue;
      const place = `${type.name}.${field.name}`;
      const unknown = alternatives.flat().find((scope) => !(scope in scopes));
      if (unknown !== undefined)
        throw new TypeError(`${place} requires the scope ${unknown}, which there is not`);
      if (isNonNullType(field.type)) throw new TypeError(`${place} requires scopes and can never be null`);
    }
  }
}
