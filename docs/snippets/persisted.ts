import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** The hash of an operation of the client, under which `persisted-documents.json` has it. */
export function hashOf<Data, Variables>(document: TypedDocumentNode<Data, Variables>): string {
  const { hash } = (document as unknown as { readonly __meta__: { readonly hash: string } }).__meta__;
  return hash;
}

/** Asks by the hash alone: with `GATEHOUSE_PERSISTED=required` nothing else is answered. */
export async function askByHash<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<{ readonly data: Data | null; readonly errors?: readonly unknown[] }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ documentId: `sha256:${hashOf(document)}`, variables }),
  });
  return (await response.json()) as { readonly data: Data | null };
}
