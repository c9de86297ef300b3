import type { ServerResponse } from 'node:http';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { callerOf } from '../access/caller.js';
import type { Context } from '../context.js';
import { onceOver } from '../front/work.js';
import { createRate, type Rate, type Share } from '../limits/rates.js';
import { tooMany } from './too-many.js';

/** What one caller may have. `Infinity` for as much as it likes. */
export interface CallerLimits {
  /** Requests a minute. */
  readonly requests: number;
  /** Upstream calls a minute. */
  readonly calls: number;
  /** Requests under way at once. */
  readonly operations: number;
  /** Files sent at once through its links. */
  readonly downloads: number;
  /** Requests a minute from one address that prove no caller. */
  readonly unknownRequests: number;
}

export const noCallerLimits: CallerLimits = {
  requests: Infinity,
  calls: Infinity,
  operations: Infinity,
  downloads: Infinity,
  unknownRequests: Infinity,
};

/** What the HTTP server hands on with a request; nothing where there is no server between. */
interface ServerContext {
  readonly res?: ServerResponse;
}

/**
 * Gives each caller its share of the gateway and of the providers, so that none takes that of another. It comes after
 * whatever finds out who asks.
 *
 * @param requests counts requests, where others count theirs there, too
 */
export function useCallerLimits(
  limits: CallerLimits,
  endpoint: string,
  requests: Rate | null = createRate('requests', limits.requests),
): Plugin<Partial<Context>> {
  const calls = createRate('calls', limits.calls);
  const underWay = new Map<string, number>();
  const shares = new WeakMap<Request, Share>();
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      const caller = callerOf(request)?.id;
      if (url.pathname !== endpoint || caller === undefined) return;
      const refuse = (message: string, seconds: number): void =>
        endResponse(tooMany(fetchAPI.Response, message, seconds));

      if (requests !== null) {
        const share = await requests.take(caller);
        shares.set(request, share);
        if (share.isOver) {
          refuse(`This caller may send ${requests.limit} requests a minute`, share.reset);
          return;
        }
      }
      const spent = await calls?.look(caller);
      if (spent?.remaining === 0) {
        refuse(
          `The operations of this caller may make ${limits.calls} upstream calls a minute, and have made them`,
          spent.reset,
        );
        return;
      }
      const { res } = serverContext as ServerContext;
      const busy = underWay.get(caller) ?? 0;
      if (busy >= limits.operations) {
        refuse(`This caller may have ${limits.operations} requests under way at once`, 1);
        return;
      }
      if (res === undefined) return;
      underWay.set(caller, busy + 1);
      onceOver(res, () => {
        const left = (underWay.get(caller) ?? 1) - 1;
        if (left === 0) underWay.delete(caller);
        else underWay.set(caller, left);
      });
    },
    onExecute({ args }) {
      const { request, caller, operation } = args.contextValue as Context & YogaInitialContext;
      if (calls === null || callerOf(request) === undefined) return;
      return {
        onExecuteDone() {
          const { length } = operation.log.calls;
          if (length > 0) void calls.take(caller.id, length);
        },
      };
    },
    onResponse({ request, response }) {
      const share = shares.get(request);
      if (share === undefined) return;
      response.headers.set('ratelimit-limit', String(limits.requests));
      response.headers.set('ratelimit-remaining', String(share.remaining));
      response.headers.set('ratelimit-reset', String(share.reset));
    },
  };
}
