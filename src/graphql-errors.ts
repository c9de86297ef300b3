import { GraphQLError } from 'graphql';
import { BadInputError, UpstreamError } from './errors.js';

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
      extensions: { ...toExtensions(toSourceError(error)), source, provider },
    });
  }
  if (error instanceof BadInputError) {
    return new GraphQLError(error.message, { ...place, extensions: { code: error.code } });
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
  if (cause instanceof GraphQLError) return withCode(error instanceof GraphQLError ? error : cause);
  const masked = toGraphQLError(cause);
  if (!(error instanceof GraphQLError)) return masked;
  return new GraphQLError(masked.message, {
    ...(error.nodes === undefined ? {} : { nodes: error.nodes }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: masked.extensions,
  });
}

/** Syntax, validation and coercion errors are the client's: they carry the code of the contract. */
function withCode(error: GraphQLError): GraphQLError {
  error.extensions['code'] ??= 'BAD_USER_INPUT';
  return error;
}
