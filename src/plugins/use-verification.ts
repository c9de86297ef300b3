import type { ServerResponse } from 'node:http';
import { isAsyncIterable, type Plugin } from '@envelop/core';
import { getOperationAST, print, type ExecutionArgs } from 'graphql';
import type { Context } from '../context.js';
import { toError } from '../errors.js';
import { describe, type Log } from '../log.js';
import { hashOfOperation } from '../telemetry/operation-hash.js';
import type { Outcome } from '../verification/compare.js';
import { verify, type Verdict } from '../verification/verify.js';

export interface VerificationOptions {
  /** Of all queries, from 0 to 1. */
  readonly share: number;
  readonly onVerified: (verdict: Verdict) => void;
  readonly log: Pick<Log, 'error'>;
}

/** Places that a line of the log names at most. */
const mostPlaces = 20;

/**
 * Compares a share of the answers with those of graphql-js, once they were sent. One at a time: those that would have to
 * wait are left out, so that comparing never piles up.
 */
export function useVerification({ share, onVerified, log }: VerificationOptions): Plugin<Context> {
  if (share === 0) return {};
  let isBusy = false;

  const look = async (args: ExecutionArgs, own: Outcome): Promise<void> => {
    try {
      const { verdict, places } = await verify(args, own);
      onVerified(verdict);
      if (verdict !== 'different') return;
      log.error('an operation was answered otherwise than by graphql-js', {
        operation: hashOfOperation(args.document.loc?.source.body ?? print(args.document)),
        places: places.slice(0, mostPlaces),
        found: places.length,
      });
    } catch (error) {
      log.error('an answer could not be compared', describe(toError(error)));
    } finally {
      isBusy = false;
    }
  };

  return {
    onExecute({ args }) {
      if (isBusy || Math.random() >= share) return;
      if (getOperationAST(args.document, args.operationName)?.operation !== 'query') return;
      isBusy = true;
      return {
        onExecuteDone({ result }) {
          const { operation, res } = args.contextValue as Context & { readonly res?: ServerResponse };
          // What was cut short would be read further the second time.
          if (isAsyncIterable(result) || operation.signal.aborted) {
            isBusy = false;
            return;
          }
          const own = { result, failures: [...operation.failures] };
          const begin = (): void => void look(args, own);
          if (res === undefined) setImmediate(begin);
          else res.once('close', begin);
        },
      };
    },
  };
}
