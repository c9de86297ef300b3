import { setTimeout as delay } from 'node:timers/promises';
import type { FaultTarget } from '../../src/sandbox/faults.js';
import type { Sandbox, SandboxServer, SystemName } from '../../src/sandbox/index.js';
import { createRandom, type Random } from '../../src/sandbox/random.js';
import { faultKinds, type FaultKind } from './faults.js';
import { sourceNames } from './providers.js';

/** What was done to the providers, and what they saw. */
export interface Weather {
  /** Requests that reached each provider. */
  readonly requests: Readonly<Record<SystemName, number>>;
  /** Requests that were struck, by the kind of fault. */
  readonly struck: Readonly<Record<string, number>>;
  /** How often each provider was down. */
  readonly stops: Readonly<Record<SystemName, number>>;
  /** Requests that asked again for what a fault had just denied. */
  readonly retries: number;
  /** Lets it clear up: faults are gone, and whoever was stopped is up again. */
  end(): Promise<void>;
}

/** Told of each request when it arrives, with what strikes it. */
export type OnRequest = (source: SystemName, request: FaultTarget, fault: FaultKind | null) => void;

/** Milliseconds: how long one mix of faults lasts, how long all providers are up, and how long one is down. */
const mixLasts = [3_000, 6_000] as const;
const upLasts = [15_000, 25_000] as const;
const downLasts = 2_000;

/** Lets faults strike a share of all requests, in a mix that changes, and stops a provider now and then. */
export function startWeather(
  sandbox: Sandbox,
  {
    seed,
    share,
    onRequest,
  }: { readonly seed: number; readonly share: number; readonly onRequest: OnRequest },
): Weather {
  const random = createRandom(seed, 'weather');
  const requests = zeros();
  const stops = zeros();
  const struck: Record<string, number> = {};
  const denied = createDenials();
  const ending = new AbortController();

  const cover = (name: SystemName): void => {
    const server: SandboxServer = sandbox[name];
    const mix = drawMix(random);
    const chance = createRandom(random.int(0, 2 ** 30), `faults of ${name}`);
    let drawn: FaultKind | null = null;
    server.clearFaults();
    for (const kind of mix) server.fail(() => drawn === kind, kind.create(random));
    // Added last, so it is asked first: it draws for the others and strikes nothing itself.
    server.fail(
      (request) => {
        drawn = chance.int(0, 999_999) < share * 1_000_000 ? pickByWeight(mix, chance) : null;
        requests[name] += 1;
        if (drawn !== null) struck[drawn.name] = (struck[drawn.name] ?? 0) + 1;
        denied.see(name, request, drawn !== null && drawn.isHarmless !== true);
        onRequest(name, request, drawn);
        return false;
      },
      { reset: true },
    );
  };

  const change = async (): Promise<void> => {
    for (;;) {
      for (const name of sourceNames) cover(name);
      await delay(random.int(...mixLasts), undefined, { signal: ending.signal });
    }
  };
  const outages = async (): Promise<void> => {
    const order = createRandom(seed, 'outages');
    for (;;) {
      await delay(order.int(...upLasts), undefined, { signal: ending.signal });
      const name = order.pick(sourceNames);
      stops[name] += 1;
      await sandbox[name].stop();
      try {
        await delay(downLasts, undefined, { signal: ending.signal });
      } finally {
        await sandbox[name].start();
      }
    }
  };
  const running = share === 0 ? [change()] : [change(), outages()];

  return {
    requests,
    struck,
    stops,
    get retries() {
      return denied.askedAgain;
    },
    async end() {
      ending.abort();
      await Promise.allSettled(running);
      for (const name of sourceNames) sandbox[name].clearFaults();
    },
  };
}

/** Some of the kinds, so that one time differs from the next. */
function drawMix(random: Random): readonly FaultKind[] {
  return random.sample(faultKinds, random.int(4, faultKinds.length));
}

function pickByWeight(kinds: readonly FaultKind[], random: Random): FaultKind | null {
  let left = random.int(
    1,
    kinds.reduce((sum, { weight }) => sum + weight, 0),
  );
  return kinds.find(({ weight }) => (left -= weight) <= 0) ?? null;
}

/** Remembers what was denied, until somebody asks for the same again. */
function createDenials() {
  const open = new Set<string>();
  let askedAgain = 0;
  return {
    get askedAgain() {
      return askedAgain;
    },
    see(source: SystemName, { method, path, query }: FaultTarget, isDenied: boolean): void {
      const key = `${source} ${method} ${path}?${query.toString()}`;
      if (open.delete(key)) askedAgain += 1;
      if (isDenied) open.add(key);
    },
  };
}

function zeros(): Record<SystemName, number> {
  return { pigello: 0, facilitee: 0, homeq: 0, casavi: 0 };
}
