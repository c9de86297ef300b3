import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox.js';
import { startSandbox, type Portfolio } from '../../src/sandbox/index.js';
import type { Truth } from '../../src/sandbox/truth.js';
import { answerQuestions } from '../process.js';
import { createCalls } from './calls.js';
import { startReplay } from './replay.js';
import { systems, type System, type World, type WorldOptions } from './world.js';

/** The process of the upstreams: the sandbox's servers, a replay before each, and the count of what they are asked. */

const calls = createCalls();
let latency = 0;

async function start(options: WorldOptions): Promise<World> {
  const sandbox = await startSandbox(options);
  const { portfolio } = sandbox;
  const started = await Promise.all(
    systems.map(async (name) => {
      const { url, credentials } = sandbox[name];
      return { name, credentials, url: (await startReplay(url, calls, () => latency)).url };
    }),
  );
  const by = <T>(value: (each: (typeof started)[number]) => T): Record<System, T> =>
    Object.fromEntries(started.map((each) => [each.name, value(each)])) as Record<System, T>;
  return {
    seed: options.seed,
    buildings: portfolio.buildings.length,
    units: portfolio.units.length,
    truths: options.hasTruths === false ? nothing : truthsOf(portfolio),
    credentials: by((each) => each.credentials),
    urls: by((each) => each.url),
  };
}

function truthsOf(portfolio: Portfolio): World['truths'] {
  return {
    pigello: pigelloTruth(portfolio),
    facilitee: faciliteeTruth(portfolio),
    homeq: homeqTruth(portfolio),
    casavi: casaviTruth(portfolio),
  };
}

const unknown: Truth = { buildings: [], units: [], persons: [], leases: [], issues: [], documents: [] };
const nothing: World['truths'] = { pigello: unknown, facilitee: unknown, homeq: unknown, casavi: unknown };

answerQuestions({
  start,
  latency: (milliseconds: number) => void (latency = milliseconds),
  take: () => calls.take(),
});
