import { isAsyncIterable, type Plugin } from '@envelop/core';
import type { ExecutionResult } from 'graphql';
import type { Context } from '../context.js';
import { toGraphQLError } from '../graphql-errors.js';

/**
 * Appends the failures of sources to `errors`. An executor returns a value or an error for a field, and a connection
 * that lost one of its sources has both.
 */
export function useSourceFailures(onInternal: (error: Error) => void): Plugin<Context> {
  return {
    onExecute() {
      return {
        onExecuteDone({ args, result, setResult }) {
          if (isAsyncIterable(result)) return;
          const { failures } = args.contextValue.operation;
          if (failures.length === 0) return;
          const errors = failures.map(({ error, path }) => {
            const translated = toGraphQLError(error, { path });
            if (translated.extensions['code'] === 'INTERNAL') onInternal(error);
            return translated;
          });
          const answer = result as ExecutionResult;
          setResult({ ...answer, errors: [...(answer.errors ?? []), ...errors] });
        },
      };
    },
  };
}
