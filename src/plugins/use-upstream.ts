import { isAsyncIterable, type Plugin } from '@envelop/core';
import { GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Context } from '../context.js';
import type { Graph } from '../edges/declaration.js';
import { prepare } from '../execution/execute.js';
import { toCallReport } from '../http/call-report.js';
import { estimate, type Estimate } from '../plan/estimate.js';
import { toDryRun } from '../plan/report.js';

/** The request header that asks for `extensions.upstream`. */
export const upstreamHeader = 'gatehouse-upstream';

/** `log`: the calls that were made. `dry-run`: those that would be made at most, and none is. `off`: neither. */
const modes = ['log', 'dry-run', 'off'] as const;
export type UpstreamMode = (typeof modes)[number];

export interface UpstreamOptions {
  readonly graph: Graph;
  /** What holds where a request does not say. */
  readonly mode: UpstreamMode;
  /** Upstream calls that one operation may make at most; `Infinity` for any number. */
  readonly maxCalls: number;
}

/** Shows what an operation asks of the sources, and refuses one that may ask for more than is allowed. */
export function useUpstream({
  graph,
  mode,
  maxCalls,
}: UpstreamOptions): Plugin<Context & { readonly request: Request }> {
  return {
    onExecute({ args: execution, executeFn, setExecuteFn }) {
      const args = execution as ExecutionArgs & {
        readonly contextValue: Context & { readonly request: Request };
      };
      const asked = args.contextValue.request.headers.get(upstreamHeader)?.trim().toLowerCase() ?? mode;
      if (!isMode(asked)) {
        setExecuteFn(() => ({ errors: [unknownMode()] }));
        return;
      }
      const hooks = asked === 'log' ? showLog() : undefined;
      if (asked !== 'dry-run' && maxCalls === Infinity) return hooks;

      const prepared = prepare(args);
      // What is wrong with the operation is told by running it.
      if (!('plan' in prepared)) return hooks;
      const { schema, contextValue: context } = args;
      const most = estimate(prepared.plan.root, { schema, graph, context });
      if (asked === 'dry-run') {
        setExecuteFn(() => toDryRunResult(most, maxCalls));
        return;
      }
      if (most.calls > maxCalls) {
        setExecuteFn(() => ({ errors: [tooMany(most, maxCalls)] }));
        return;
      }
      setExecuteFn(executeFn);
      return hooks;
    },
  };
}

function isMode(text: string): text is UpstreamMode {
  return modes.some((mode) => mode === text);
}

function showLog() {
  return {
    onExecuteDone({
      args,
      result,
      setResult,
    }: {
      readonly args: { readonly contextValue: Context };
      readonly result: unknown;
      setResult(result: ExecutionResult): void;
    }): void {
      if (isAsyncIterable(result)) return;
      const answer = result as ExecutionResult;
      const upstream = toCallReport(args.contextValue.operation.log.calls);
      setResult({ ...answer, extensions: { ...answer.extensions, upstream } });
    },
  };
}

/** The estimate, and the errors that running the operation would meet. */
function toDryRunResult(most: Estimate, maxCalls: number): ExecutionResult {
  const faults = most.faults.map(
    ({ field, error }) =>
      new GraphQLError(`${field}: ${error.message}`, { extensions: { code: 'BAD_USER_INPUT' } }),
  );
  const errors = most.calls > maxCalls ? [...faults, tooMany(most, maxCalls)] : faults;
  return {
    ...(errors.length === 0 ? {} : { errors }),
    data: null,
    extensions: { upstream: toDryRun(most) },
  };
}

function unknownMode(): GraphQLError {
  return new GraphQLError(
    `The header ${upstreamHeader} has an unknown value; send ${modes.map((mode) => `\`${mode}\``).join(', ')}, or leave it out.`,
    // The request is at fault, and not its document: no client takes that for an answer.
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}

function tooMany(most: Estimate, limit: number): GraphQLError {
  return new GraphQLError(
    `The operation may make ${most.calls} upstream calls, and ${limit} are allowed; ask for less at once, by smaller \`first\` or fewer levels.`,
    { extensions: { code: 'CALL_LIMIT_EXCEEDED', limit, estimate: toDryRun(most) } },
  );
}
