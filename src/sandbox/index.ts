import { CASAVI_SANDBOX_CREDENTIALS, createCasaviSandbox } from '../../resolvers/casavi/sandbox.js';
import { createFaciliteeSandbox, FACILITEE_SANDBOX_CREDENTIALS } from '../../resolvers/facilitee/sandbox.js';
import { createHomeqSandbox, HOMEQ_SANDBOX_CREDENTIALS } from '../../resolvers/homeq/sandbox.js';
import { createPigelloSandbox, PIGELLO_SANDBOX_CREDENTIALS } from '../../resolvers/pigello/sandbox.js';
import type { SandboxApp } from './app.js';
import { FAULT_FORMS, readFault } from './fault-words.js';
import type { Fault } from './faults.js';
import { listen, type SandboxServer } from './listener.js';
import { createPortfolio, type Portfolio, type PortfolioOptions, type SystemName } from './portfolio.js';
import { createSequence } from './requests.js';

/** How a provider folder offers its stand-in. */
interface StandIn {
  // A method, so that each stand-in may narrow `settings` to its own type.
  create(portfolio: Portfolio, settings?: never): SandboxApp;
  readonly credentials: Readonly<Record<string, string>>;
}

/** The stand-ins, in the order of sources. One line each. */
const STAND_INS = {
  pigello: { create: createPigelloSandbox, credentials: PIGELLO_SANDBOX_CREDENTIALS },
  facilitee: { create: createFaciliteeSandbox, credentials: FACILITEE_SANDBOX_CREDENTIALS },
  homeq: { create: createHomeqSandbox, credentials: HOMEQ_SANDBOX_CREDENTIALS },
  casavi: { create: createCasaviSandbox, credentials: CASAVI_SANDBOX_CREDENTIALS },
} satisfies Partial<Record<SystemName, StandIn>>;

type StandIns = typeof STAND_INS;
type StandInName = keyof StandIns;

/** The providers of the sandbox, in the order of sources. */
export const SANDBOX_NAMES = Object.keys(STAND_INS) as readonly StandInName[];

/** What goes wrong with a provider, in a word that `readFault` knows. */
export interface SandboxFault {
  readonly provider: StandInName;
  readonly word: string;
}

/** The ports from the first one on, in the order of sources; free ones for 0. */
export function portsFrom(first: number): Partial<Record<StandInName, number>> {
  return first === 0 ? {} : Object.fromEntries(SANDBOX_NAMES.map((name, index) => [name, first + index]));
}

/** A running stand-in: its address, its switches, and what a source needs to log in. */
export type SandboxProvider<Name extends StandInName = StandInName> = SandboxServer & {
  readonly credentials: StandIns[Name]['credentials'];
};

/** The running sandbox: `sandbox.pigello.url`, `sandbox.casavi.stop()`, and so on. */
export type Sandbox = { readonly [Name in StandInName]: SandboxProvider<Name> } & {
  readonly portfolio: Portfolio;
  /** Forgets all requests and clears all faults. */
  reset(): void;
  close(): Promise<void>;
};

/** What the sandbox is started with; nothing is required. */
export interface SandboxOptions extends PortfolioOptions {
  /** A portfolio of one's own, in place of the one that is drawn up. */
  readonly portfolio?: Portfolio;
  /** Fixed ports; others are free ones. */
  readonly ports?: Partial<Record<StandInName, number>>;
  /** Whose clock is ahead of ours, or behind if negative, and by how much: `{ casavi: -90_000 }`. */
  readonly clockSkewMs?: Partial<Record<StandInName, number>>;
  /** What goes wrong from the start; of several with one provider, the last strikes. */
  readonly faults?: readonly SandboxFault[];
  /** Milliseconds that every answer takes, but for those that `faults` strike; default 0. */
  readonly latency?: number;
  /** How single stand-ins behave: `{ pigello: { envelope: 'array' } }`. */
  readonly settings?: { readonly [Name in StandInName]?: Parameters<StandIns[Name]['create']>[1] };
}

function faultOf(word: string): Fault {
  const fault = readFault(word);
  if (fault === null) throw new RangeError(`faults: must be ${FAULT_FORMS}.`);
  return fault;
}

/** Draws up the portfolio, if it is given none, and starts a server for each provider on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const portfolio = options.portfolio ?? createPortfolio(options);
  const sequence = createSequence();
  const starting = await Promise.allSettled(
    SANDBOX_NAMES.map(async (name) => {
      const { create, credentials }: StandIn = STAND_INS[name];
      const port = options.ports?.[name];
      const app = create(portfolio, options.settings?.[name] as never);
      const server = await listen(app, {
        sequence,
        seed: portfolio.seed,
        clockSkewMs: options.clockSkewMs?.[name] ?? 0,
        ...(port === undefined ? {} : { port }),
      });
      if (options.latency) server.fail('*', { delayMs: options.latency });
      const faults = (options.faults ?? []).filter(({ provider }) => provider === name);
      server.switchTo(faults.map(({ word }) => [word, faultOf(word)]));
      // Not a copy: that would hold what `underWay` was at the start.
      return [name, Object.assign(server, { credentials })] as const;
    }),
  );
  const started = starting.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async (): Promise<void> => {
    await Promise.all(started.map(([, provider]) => provider.close()));
  };
  const failure = starting.find((result) => result.status === 'rejected');
  if (failure !== undefined) {
    await close();
    throw failure.reason;
  }
  const providers = Object.fromEntries(started) as unknown as {
    readonly [Name in StandInName]: SandboxProvider<Name>;
  };
  return {
    ...providers,
    portfolio,
    reset() {
      for (const [, provider] of started) provider.reset();
    },
    close,
  };
}

export { FAULT_FORMS, readFault } from './fault-words.js';
export { realThings, type RealThing, type RealThings, type SystemRecord, type Truths } from './identity.js';
export type { SandboxServer } from './listener.js';
export { PortfolioError, readPortfolio } from './own-portfolio.js';
export { createPortfolio, type Portfolio, type SystemName } from './portfolio.js';
export { MOST_BUILDINGS } from './series.js';
export type { RecordedRequest } from './requests.js';
