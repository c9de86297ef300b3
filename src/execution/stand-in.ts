import { isEnumType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { UpstreamError } from '../errors.js';

/**
 * What a field that is never null says while its source fails: UNKNOWN, or an empty list. Otherwise one detail that cannot be
 * read would take the whole answer with it, up to the next thing that may be null, and all other sources too. The failure is told
 * beside it.
 *
 * @returns `undefined` where nothing can stand in
 */
export function standIn(type: GraphQLOutputType, error: unknown): unknown {
  if (!isNonNullType(type) || !(error instanceof UpstreamError)) return undefined;
  const inner = type.ofType;
  if (isEnumType(inner)) return inner.getValue('UNKNOWN')?.value as unknown;
  return isListType(inner) ? [] : undefined;
}
