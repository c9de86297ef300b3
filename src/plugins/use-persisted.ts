import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { PersistedDocuments } from '../persisted/documents.js';

/** `required`: operations come by hash only. `optional`: also as whole documents. */
export type PersistedMode = 'off' | 'optional' | 'required';

/**
 * Lets clients send the hash of a document instead of it: as `documentId`, or in `extensions.persistedQuery` as Apollo's
 * and others do. Nothing is ever added to the list by a request.
 */
export function usePersisted(mode: PersistedMode, documents: PersistedDocuments): Plugin {
  if (mode === 'off') return {};
  return usePersistedOperations({
    allowArbitraryOperations: mode === 'optional',
    extractPersistedOperationId: idOf,
    // A text, and not a parsed document: the plugin makes up a text for that, by which the parser's cache could be fouled.
    getPersistedOperation: (id) => documents.get(id) ?? null,
    customErrors: {
      notFound: {
        message: 'PersistedQueryNotFound',
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { spec: true, status: 400 } },
      },
      keyNotFound: {
        message: `Send an operation: ${mode === 'optional' ? '`query`, or ' : ''}\`documentId\` with the hash of its document.`,
        extensions: { code: 'BAD_USER_INPUT', http: { spec: true, status: 400 } },
      },
      persistedQueryOnly: {
        message:
          'Operations are taken by the hash of a listed document only; send `documentId`, and no `query`.',
        extensions: { code: 'PERSISTED_QUERY_REQUIRED', http: { spec: true, status: 400 } },
      },
    },
  });
}

function idOf(params: GraphQLParams & { readonly documentId?: unknown }): string | null {
  const { documentId, extensions } = params;
  if (typeof documentId === 'string') return documentId;
  const { sha256Hash } = (extensions?.['persistedQuery'] ?? {}) as { readonly sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}
