import { minifyIntrospectionQuery } from '@urql/introspection';
import { introspectionFromSchema } from 'graphql';
import { createSchema } from '../../src/schema.js';

/** The schema as a cache needs it that knows what can be null: names and types, without descriptions. */
export function introspectionModule(): string {
  const { __schema } = minifyIntrospectionQuery(introspectionFromSchema(createSchema()));
  return `/** The schema without descriptions, for urql's graphcache: \`cacheExchange({ schema: introspection })\`. */
export const introspection: Introspection = ${JSON.stringify({ __schema })};

/** Loosely typed: caches take it as they get it from any server. */
export interface Introspection {
  readonly __schema: {
    readonly queryType: Root;
    readonly mutationType: Root | null;
    readonly subscriptionType: Root | null;
    readonly types: readonly object[];
    readonly directives: readonly object[];
  };
}

interface Root {
  readonly kind: string;
  readonly name: string;
}
`;
}
