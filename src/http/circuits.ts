import {
  AbandonedError,
  OpenCircuitError,
  RateLimitedError,
  RejectedCredentialsError,
  TimedOutError,
  UnexpectedStatusError,
  UnreachableError,
  UpstreamError,
  type Origin,
} from '../errors.js';
import type { ClientLimits } from './limits.js';

/** One breaker for each endpoint of a source, so that an endpoint that is down does not take the others with it. */
export interface Circuits {
  /** @param call the call by its path template, e.g. `GET /properties` */
  of(call: string, kind: CircuitKind): Circuit;
  /** The calls that are left alone at the moment, and those that were and have not been tried since. */
  readonly open: readonly OpenCircuit[];
  /** Tells when an endpoint begins to be left alone, and when it answers again. @returns what ends it */
  onChange(listener: CircuitListener): () => void;
}

/** A login is left alone for whatever it fails of: only what is configured varies in it, and that does not become right. */
export type CircuitKind = 'call' | 'login';

export type CircuitListener = (change: {
  readonly call: string;
  /** Why it is left alone; `null` where it answers again. */
  readonly failure: UpstreamError | null;
}) => void;

export interface OpenCircuit {
  readonly call: string;
  readonly failure: UpstreamError;
  /** Whether its time is over: the next call tries. */
  readonly isDue: boolean;
}

export interface Circuit {
  /** @throws OpenCircuitError while the endpoint is left alone, and while somebody else probes it */
  require(): void;
  /** Does the work, and learns from how it ends. One call alone probes an endpoint that was left alone. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

type Limits = Pick<ClientLimits, 'breakAfter' | 'breakFor' | 'breakAtMost'>;

/** Failed logins in a row: accounts are locked by those who insist. */
const failedLogins = 3;

/** @param now a clock that is never set */
export function createCircuits(
  origin: Origin,
  limits: Limits,
  now: () => number = () => performance.now(),
): Circuits {
  const circuits = new Map<string, Tracked>();
  const listeners = new Set<CircuitListener>();
  return {
    of(call, kind) {
      let found = circuits.get(call);
      if (found === undefined) {
        const changed = (failure: UpstreamError | null): void =>
          listeners.forEach((listener) => listener({ call, failure }));
        circuits.set(call, (found = createCircuit({ origin, limits, call, kind, changed, now })));
      }
      return found;
    },
    get open() {
      return [...circuits.values()].flatMap(({ state }) => state ?? []);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Tracked extends Circuit {
  readonly state: OpenCircuit | null;
}

/** That it is open: why, for how long, and whether a probe is under way. */
interface Open {
  readonly failure: UpstreamError;
  readonly length: number;
  readonly until: number;
  isProbed: boolean;
}

function createCircuit({
  origin,
  limits,
  call,
  kind,
  changed,
  now,
}: {
  readonly origin: Origin;
  readonly limits: Limits;
  readonly call: string;
  readonly kind: CircuitKind;
  changed(failure: UpstreamError | null): void;
  now(): number;
}): Tracked {
  const most = kind === 'login' ? Math.min(failedLogins, limits.breakAfter) : limits.breakAfter;
  let failures = 0;
  let open: Open | null = null;

  const openFor = (length: number, failure: UpstreamError): void => {
    open = { failure, length, until: now() + length, isProbed: false };
  };
  const require = (): void => {
    if (open === null) return;
    // Others are not made to wait for a probe: it may take as long as a call may.
    const wait = open.isProbed ? 1_000 : open.until - now();
    if (wait > 0) throw new OpenCircuitError(origin, call, open.failure, Math.ceil(wait / 1000));
  };

  /** What a call that began while the circuit was closed has shown; one that ends after it opened is late, and shows nothing. */
  const learn = (outcome: Outcome, error: unknown): void => {
    if (open !== null || outcome === 'nothing') return;
    failures = outcome === 'failed' ? failures + 1 : 0;
    if (failures < most || !(error instanceof UpstreamError)) return;
    openFor(limits.breakFor, error);
    changed(error);
  };
  const learnFromProbe = (probed: Open, outcome: Outcome, error: unknown): void => {
    probed.isProbed = false;
    // Nobody waited for its end: it has proven nothing, and the next call probes.
    if (outcome === 'nothing') return;
    if (outcome === 'failed' && error instanceof UpstreamError) {
      openFor(Math.min(probed.length * 2, limits.breakAtMost), error);
      return;
    }
    open = null;
    failures = 0;
    changed(null);
  };

  return {
    require,
    async run(work) {
      require();
      const probed = open;
      if (probed !== null) probed.isProbed = true;
      const tell = (outcome: Outcome, error?: unknown): void =>
        probed === null ? learn(outcome, error) : learnFromProbe(probed, outcome, error);
      try {
        const result = await work();
        tell('answered');
        return result;
      } catch (error) {
        tell(judge(error, kind), error);
        throw error;
      }
    },
    get state() {
      return open && { call, failure: open.failure, isDue: !open.isProbed && open.until <= now() };
    },
  };
}

/** What the end of a call tells of its endpoint. An answer that refuses the call is an answer. */
type Outcome = 'answered' | 'failed' | 'nothing';

function judge(error: unknown, kind: CircuitKind): Outcome {
  // A timeout that was the operation's, a client that has gone, a mistake of ours.
  if (!(error instanceof UpstreamError) || error instanceof AbandonedError) return 'nothing';
  if (error instanceof TimedOutError) return error.isTheirs ? 'failed' : 'nothing';
  if (kind === 'login') return 'failed';
  if (error instanceof RateLimitedError) return error.isOfBurst ? 'nothing' : 'failed';
  if (error instanceof UnexpectedStatusError) return error.status >= 500 ? 'failed' : 'answered';
  if (error instanceof RejectedCredentialsError) return 'answered';
  return error instanceof UnreachableError ? 'failed' : 'answered';
}
