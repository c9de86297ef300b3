import { isAsyncIterable, type Plugin } from '@envelop/core';
import { GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Scope } from '../access/caller.js';
import type { Context } from '../context.js';
import type { Graph } from '../edges/declaration.js';
import { ForbiddenError } from '../errors.js';
import { prepare } from '../execution/execute.js';
import { toCallReport } from '../http/call-report.js';
import { estimate, type Estimate } from '../plan/estimate.js';
import { toDryRun } from '../plan/report.js';

/** The request header that asks for `extensions.upstream`. */
export const upstreamHeader = 'gatehouse-upstream';

/** The scope that all of it needs. */
const scope: Scope = 'upstream';

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
      const header = args.contextValue.request.headers.get(upstreamHeader)?.trim().toLowerCase();
      const isAskedFor = header !== undefined;
      const asked = header ?? mode;
      if (!isMode(asked)) {
        setExecuteFn(() => ({ errors: [unknownMode()] }));
        return;
      }
      const { caller } = args.contextValue;
      const maySee = caller.scopes.has(scope);
      // Whoever did not ask for the log is not told that there is one.
      if (!maySee && (asked === 'dry-run' || (asked === 'log' && isAskedFor))) {
        setExecuteFn(() => ({ errors: [refused()] }));
        return;
      }
      const hooks = asked === 'log' && maySee ? showLog() : undefined;
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
        setExecuteFn(() => ({ errors: [tooMany(most, maxCalls, maySee)] }));
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
    ({ field, error }) => new GraphQLError(`${field}: ${error.message}`, { extensions: codeOf(error) }),
  );
  const errors = most.calls > maxCalls ? [...faults, tooMany(most, maxCalls, true)] : faults;
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

function refused(): GraphQLError {
  const { message, code, scopes } = new ForbiddenError(`The header ${upstreamHeader}`, [scope]);
  return new GraphQLError(message, { extensions: { code, scopes, http: { status: 403 } } });
}

/** @param inDetail whether the caller may see which calls would be made */
function tooMany(most: Estimate, limit: number, inDetail: boolean): GraphQLError {
  // How many they would be tells how long lists are, which others have read.
  const calls = inDetail
    ? `${most.calls} upstream calls, and ${limit} are`
    : `more than the ${limit} upstream calls that are`;
  return new GraphQLError(
    `The operation may make ${calls} allowed; ask for less at once, by smaller \`first\` or fewer levels.`,
    {
      extensions: {
        code: 'CALL_LIMIT_EXCEEDED',
        limit,
        ...(inDetail ? { estimate: toDryRun(most) } : {}),
      },
    },
  );
}

function codeOf(error: Error): Readonly<Record<string, unknown>> {
  return error instanceof ForbiddenError
    ? { code: error.code, scopes: error.scopes }
    : { code: 'BAD_USER_INPUT' };
}
