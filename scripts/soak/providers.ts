import { startSandbox, type Portfolio, type Sandbox, type SystemName } from '../../src/sandbox/index.js';
import { createPortfolio } from '../../src/sandbox/portfolio.js';
import { partOf } from '../../test/support/portfolio.js';

/** The stand-ins of a soak, and how the gateway is told of them. */

/** The sources, in their order, each with the route that it logs in by; Pigello sends its secret with every call. */
export const logins: Readonly<Record<SystemName, string | null>> = {
  pigello: null,
  facilitee: '/api/connect/token',
  homeq: '/api/v2/tokens/',
  casavi: '/authenticate',
};

export const sourceNames = Object.keys(logins) as SystemName[];

/** Limits that let a short run meet what a long one does: what hangs is given up soon, and circuits close soon. */
const limits = {
  callTimeout: 1_000,
  connectTimeout: 1_000,
  firstByteTimeout: 1_000,
  retryDelay: 40,
  breakFor: 500,
  breakAtMost: 2_000,
};

/** Seconds for which a token is good: every login is renewed many times, whatever the length of the run. */
export function tokenLifetimeOf(seconds: number): number {
  return Math.min(30, Math.max(4, Math.round(seconds / 10)));
}

/**
 * A third of the portfolio: lists still have several pages, and an answer costs less to make, so that the clients ask more in
 * the same time.
 */
function createPart(seed: number): Portfolio {
  const whole = createPortfolio({ seed });
  const buildings = whole.buildings.map((_, place) => place).filter((place) => place % 3 === 0);
  return partOf(whole, { buildings, others: 60 });
}

export function startProviders(seed: number, tokenLifetime: number): Promise<Sandbox> {
  return startSandbox({
    portfolio: createPart(seed),
    settings: {
      facilitee: { tokenLifetime },
      homeq: { tokenLifetimeSeconds: tokenLifetime },
      casavi: { tokenLifetime },
    },
  });
}

/** `sources` as they stand in a configuration file. */
export function sourcesOf(sandbox: Sandbox): readonly object[] {
  return sourceNames.map((name) => {
    const { url, credentials } = sandbox[name];
    return { id: name, provider: name, baseUrl: url, credentials, limits };
  });
}
