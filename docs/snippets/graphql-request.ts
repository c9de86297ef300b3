import { print } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

export function createClient(url: string) {
  // Without it, a source that fails makes every request throw, and what the others answered is lost.
  return new GraphQLClient(url, { errorPolicy: 'all' });
}

/** As `client.request`, which gives the data alone, but with `errors` beside it. */
export async function ask<Data, Variables extends object>(
  client: GraphQLClient,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const { data, errors = [] } = await client.rawRequest<Data>(print(document), variables);
  return { data, errors };
}
