import { print } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** An entry of `errors`: one for each source that failed, at the path of the list or field that lacks its part. */
export interface Fault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly source?: string;
    readonly retryable?: boolean;
    /** Seconds. */
    readonly retryAfter?: number;
  };
}

export interface Answer<Data> {
  /** Null where nothing could be answered at all. */
  readonly data: Data | null;
  readonly errors: readonly Fault[];
}

/**
 * Asks the gateway. A source that fails is no reason to throw: its part is missing in `data`, and told in `errors`.
 *
 * @throws TypeError where the gateway cannot be reached
 */
export async function ask<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer<Data>>;
  return { data, errors };
}
