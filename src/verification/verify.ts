import { execute, type ExecutionArgs } from 'graphql';
import type { Context } from '../context.js';
import { differences, type Outcome } from './compare.js';

/** `unread`: graphql-js wanted to read more than the answer was made of, so that nothing can be said. */
export type Verdict = 'same' | 'different' | 'unread';

export interface Verification {
  readonly verdict: Verdict;
  /** Where the answers differ; never what they say there. */
  readonly places: readonly string[];
}

/**
 * Runs an operation that is over once more, with graphql-js and the ordinary resolvers, on the loaders of the same
 * context: they remember what was read. What they do not remember is not read: the operation's budget of calls has ended.
 */
export async function verify(args: ExecutionArgs, own: Outcome): Promise<Verification> {
  const context = args.contextValue as Context;
  const { operation } = context;
  operation.budget.end();
  const { refused } = operation.budget;
  const failures: Outcome['failures'][number][] = [];
  const again: Context = { ...context, operation: { ...operation, failures } };
  const result = await execute({ ...args, contextValue: again });
  if (operation.budget.refused > refused) return { verdict: 'unread', places: [] };
  // To the millisecond that it began in.
  const since = Math.floor(performance.timeOrigin + operation.log.epoch);
  const places = differences(own, { result, failures }, since);
  return { verdict: places.length === 0 ? 'same' : 'different', places };
}
