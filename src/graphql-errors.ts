import { GraphQLError } from 'graphql';
import {
  BadInputError,
  ForbiddenError,
  UnauthenticatedError,
  UnexpectedShapeError,
  UpstreamError,
} from './errors.js';
import { withoutValues } from './graphql-messages.js';

/**
 * The one gate between our errors and GraphQL clients. What is not one of ours is INTERNAL and says nothing of itself:
 * its message may quote anything.
 */

/** The error of a source, as `SourceResult.error` shows it. */
export interface SourceError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfter: number | null;
}

export function toSourceError(error: Error): SourceError {
  return error instanceof UpstreamError
    ? { code: error.code, message: error.message, retryable: error.retryable, retryAfter: error.retryAfter }
    : { code: 'INTERNAL', message: internalMessage, retryable: false, retryAfter: null };
}

const internalMessage = 'Something went wrong inside the gateway; its log says more.';

/** The error with its code, at the place where it happened. */
export function toGraphQLError(
  error: Error,
  at: { readonly path?: readonly (string | number)[] } = {},
): GraphQLError {
  const place = at.path === undefined ? {} : { path: at.path };
  if (error instanceof UpstreamError) {
    const { source, provider } = error.origin;
    return new GraphQLError(error.message, {
      ...place,
      extensions: {
        ...toExtensions(toSourceError(error)),
        ...(error instanceof UnexpectedShapeError ? { reason: error.reason } : {}),
        source,
        provider,
      },
    });
  }
  if (error instanceof BadInputError) {
    return new GraphQLError(error.message, { ...place, extensions: { code: error.code } });
  }
  if (error instanceof UnauthenticatedError) {
    return new GraphQLError(error.message, {
      ...place,
      extensions: { code: error.code, http: { status: 401 } },
    });
  }
  if (error instanceof ForbiddenError) {
    return new GraphQLError(error.message, {
      ...place,
      extensions: { code: error.code, scopes: error.scopes },
    });
  }
  return new GraphQLError(internalMessage, { ...place, extensions: { code: 'INTERNAL' } });
}

function toExtensions({ code, retryable, retryAfter }: SourceError): object {
  return { code, retryable, retryAfter };
}

/** What yoga masks errors with: keeps GraphQL's own errors (syntax, validation), translates ours, hides the rest. */
export function maskError(error: unknown): GraphQLError {
  const thrown = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && thrown === undefined) return withCode(error);
  const cause = thrown instanceof Error ? thrown : new Error('a non-error was thrown', { cause: thrown });
  const located = error instanceof GraphQLError ? error : cause;
  if (cause instanceof GraphQLError && located instanceof GraphQLError && !isUnwritable(cause, located))
    return withCode(located);
  const masked = toGraphQLError(cause);
  if (!(error instanceof GraphQLError)) return masked;
  return new GraphQLError(masked.message, {
    ...(error.nodes === undefined ? {} : { nodes: error.nodes }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: masked.extensions,
  });
}

/**
 * A value of ours that its type in the schema does not have: graphql quotes it, and knows no place in the document for
 * it, as it does for the client's mistakes.
 */
function isUnwritable(cause: GraphQLError, located: GraphQLError): boolean {
  return located.path !== undefined && cause.nodes === undefined;
}

/** Syntax, validation and coercion errors are the client's: they carry the code of the contract. */
function withCode(error: GraphQLError): GraphQLError {
  error.extensions['code'] ??= 'BAD_USER_INPUT';
  return error;
}

/** What yoga calls requests that cannot be run. The contract has one code for the client's mistakes. */
const clientMistakes = new Set<unknown>([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** The same error with the contract's code, and without what it quotes of the request's values. */
export function toClientError(met: GraphQLError): GraphQLError {
  const error = withoutValues(met);
  if (!clientMistakes.has(error.extensions['code'])) return error;
  const { originalError, ...extensions } = error.extensions;
  // With the original error goes what tells yoga that no GraphQL was met at all, and 200 would be a lie.
  const http = originalError === undefined ? {} : { http: { status: 400 } };
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...extensions, ...http, code: 'BAD_USER_INPUT' },
  });
}
