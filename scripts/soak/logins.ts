import type { Sandbox, SystemName, RecordedRequest } from '../../src/sandbox/index.js';
import type { FaultKind } from './faults.js';
import { logins as routes, sourceNames } from './providers.js';

/** How the gateway logged in. */
export interface LoginCounts {
  /** Logins that reached the provider. */
  readonly made: number;
  /** Those of them that a fault struck. */
  readonly failed: number;
  /** Tokens that a fault refused, so that they had to be renewed before their time. */
  readonly refused: number;
  /** Logins that began while another was being answered. */
  readonly atOnce: number;
}

export interface LoginWatch {
  /** By source, of those that log in. */
  readonly counts: ReadonlyMap<SystemName, LoginCounts>;
  see(source: SystemName, route: string | null, fault: FaultKind | null): void;
}

export function watchLogins(sandbox: Sandbox): LoginWatch {
  type Counts = { -readonly [Member in keyof LoginCounts]: LoginCounts[Member] };
  const counts = new Map<SystemName, Counts>();
  for (const name of sourceNames)
    if (routes[name] !== null) counts.set(name, { made: 0, failed: 0, refused: 0, atOnce: 0 });
  const last = new Map<SystemName, RecordedRequest>();

  return {
    counts,
    see(source, route, fault) {
      const own = counts.get(source);
      if (own === undefined) return;
      if (route !== routes[source]) {
        if (fault?.name === '401') own.refused += 1;
        return;
      }
      own.made += 1;
      if (fault !== null && fault.isHarmless !== true) own.failed += 1;
      // Who gave up a login that hung may be back before the stand-in has seen them go.
      if (last.get(source)?.finishedAt === null) own.atOnce += 1;
      last.delete(source);
      const request = sandbox[source].requests.at(-1);
      if (request !== undefined && fault?.staysOpen !== true) last.set(source, request);
    },
  };
}

/** What is wrong with the logins of a run, in a sentence each. */
export function faultsOfLogins(
  counts: LoginWatch['counts'],
  { seconds, tokenLifetime }: { readonly seconds: number; readonly tokenLifetime: number },
): readonly string[] {
  // A short-lived token is renewed after half of its life, which may be a second shorter than it says.
  const due = seconds / Math.max(1, (tokenLifetime - 1) / 2);
  return [...counts].flatMap(([source, { made, failed, refused, atOnce }]) => {
    const most = Math.ceil(due * 1.5) + refused + 3;
    return [
      ...(made < 3 ? [`${source} was logged in to ${made} times only; its token was not renewed.`] : []),
      ...(made - failed > most
        ? [`${source} was logged in to ${made - failed} times; ${most} would have done.`]
        : []),
      ...(atOnce > 0 ? [`${source} had ${atOnce} logins that began while another was under way.`] : []),
    ];
  });
}
