import { isAsyncIterable, type Plugin } from '@envelop/core';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Context } from '../context.js';
import { ForbiddenError, UpstreamError } from '../errors.js';
import { toGraphQLError } from '../graphql-errors.js';

/**
 * Tells the failures of sources, and what a caller may not see, in `errors`. An executor returns a value or an error for a field, and a connection that
 * lost one of its sources has both: such failures are appended. What failed for one reason in many rows of a list is told
 * once, at the first of them.
 */
export function useSourceFailures(onInternal: (error: Error, told: object) => void): Plugin<Context> {
  return {
    onExecute() {
      return {
        onExecuteDone({ args, result, setResult }) {
          if (isAsyncIterable(result)) return;
          const { failures } = args.contextValue.operation;
          const answer = result as ExecutionResult;
          if (failures.length === 0 && (answer.errors ?? []).length < 2) return;
          const appended = failures.map(({ error, path }) => {
            const translated = toGraphQLError(error, { path });
            if (translated.extensions['code'] === 'INTERNAL') onInternal(error, translated);
            return translated;
          });
          setResult({ ...answer, errors: together([...(answer.errors ?? []), ...appended]) });
        },
      };
    },
  };
}

/** Places that one entry names at most. */
const mostPaths = 100;

/** One entry for each reason and field. Where there are several places, it says how many, and which: a null there is no absence. */
function together(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const groups = new Map<string, GraphQLError[]>();
  for (const [index, error] of errors.entries()) {
    const key = groupOf(error) ?? `alone ${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [error]);
    else group.push(error);
  }
  return [...groups.values()].map((group) => {
    const [first, ...others] = group as [GraphQLError, ...GraphQLError[]];
    if (others.length === 0) return first;
    const { extensions } = translated(first);
    return new GraphQLError(first.message, {
      nodes: first.nodes ?? null,
      path: first.path ?? null,
      extensions: {
        ...extensions,
        occurrences: group.length,
        paths: group.slice(0, mostPaths).map(({ path }) => path),
      },
    });
  });
}

/** What failed and where, whichever row of a list it was; none for what neither failed at a source nor was refused. */
function groupOf(error: GraphQLError): string | null {
  const { extensions, message } = translated(error);
  const { source, code } = extensions;
  if (typeof source !== 'string' && code !== 'FORBIDDEN') return null;
  const field = (error.path ?? []).filter((part) => typeof part === 'string').join('.');
  return JSON.stringify([field, source, code, message]);
}

/** The error as clients see it: masking, which translates all others, comes later. */
function translated(error: GraphQLError): GraphQLError {
  const { originalError } = error;
  return originalError instanceof UpstreamError || originalError instanceof ForbiddenError
    ? toGraphQLError(originalError)
    : error;
}
