import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox/index.js';
import { createAsk, emptyTally, type Tally } from './ask.js';
import { runClient } from './clients.js';
import type { Expected } from './expected.js';
import type { Findings } from './findings.js';
import type { GatewayProcess } from './gateway.js';
import type { LeakTest } from './leaks.js';
import { watchLogins, type LoginWatch } from './logins.js';
import { sampleMemory, type Sample } from './memory.js';
import type { SoakOptions } from './options.js';
import { startWeather, type Weather } from './weather.js';

/** What happened while clients asked and faults struck. */
export interface LoadFigures {
  readonly seconds: number;
  /** Operations by the name of their query. */
  readonly asked: Readonly<Record<string, number>>;
  readonly tally: Tally;
  readonly weather: Omit<Weather, 'end'>;
  readonly logins: LoginWatch['counts'];
  readonly samples: readonly Sample[];
}

export interface LoadTools {
  readonly options: SoakOptions;
  /** `Date.now()` at which nothing more is asked. */
  readonly deadline: number;
  readonly sandbox: Sandbox;
  readonly gateway: GatewayProcess;
  readonly expected: Expected;
  readonly findings: Findings;
  readonly leaks: LeakTest;
}

/** Milliseconds that clients wait for their last answers. */
const grace = 2_000;

/** Lets all clients ask until the deadline, or until the gateway has ended. */
export async function runLoad(tools: LoadTools): Promise<LoadFigures> {
  const { options, deadline, sandbox, gateway, expected, findings, leaks } = tools;
  const { clients, seed } = options;
  const [ending, leaving] = [createSwitch(), createSwitch()];
  const logins = watchLogins(sandbox);
  const weather = startWeather(sandbox, {
    seed,
    share: options.faults,
    onRequest: (source, { route }, fault) => logins.see(source, route, fault),
  });
  const tally = emptyTally();
  const { ask, close } = createAsk(gateway.url, { clients, findings, tally, leaks });
  const asked: Record<string, number> = {};
  const onAsked = (name: string): void => void (asked[name] = (asked[name] ?? 0) + 1);

  const begin = Date.now();
  const sampling = sampleMemory(gateway, Math.min(5_000, (deadline - begin) / 24), ending.signal);
  const running = Array.from({ length: clients }, (_, number) =>
    runClient(number, {
      ask,
      expected,
      findings,
      seed,
      onAsked,
      ending: ending.signal,
      leaving: leaving.signal,
    }),
  );
  while (Date.now() < deadline && gateway.end === null) await delay(Math.min(200, deadline - Date.now()));
  const seconds = (Date.now() - begin) / 1000;
  ending.abort();
  setTimeout(() => leaving.abort(), grace).unref();
  await Promise.all(running);
  await weather.end();
  await close();
  return { seconds, asked, tally, weather, logins: logins.counts, samples: await sampling };
}

/** A signal that every client may listen to. */
function createSwitch(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
