import { setTimeout as delay } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox/index.js';
import { createRandom } from '../../src/sandbox/random.js';
import { createAsk, emptyTally, type Ask } from './ask.js';
import { readAgain, readExpected } from './expected.js';
import { createFindings, type Findings } from './findings.js';
import { startGateway, type GatewayProcess } from './gateway.js';
import { createLeakTest, type LeakTest } from './leaks.js';
import { runLoad, type LoadFigures } from './load.js';
import { faultsOfLogins } from './logins.js';
import { judgeMemory, type MemoryFigures } from './memory.js';
import type { SoakOptions } from './options.js';
import { sourceNames, sourcesOf, startProviders, tokenLifetimeOf } from './providers.js';
import { compareWithPortfolio } from './truth.js';

/** What came of a run. */
export interface SoakResult {
  readonly options: SoakOptions;
  readonly load: LoadFigures;
  readonly memory: MemoryFigures;
  /** Warnings of the gateway's log. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly wrong: Pick<Findings, 'count' | 'kept'>;
  /** What else must not be, in a sentence each. */
  readonly faults: readonly string[];
}

/** Milliseconds that a run needs for its end. */
const forEnding = 5_000;

/** Starts the providers and the gateway, lets clients ask while faults strike, and stops everything again. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { seconds, seed } = options;
  const deadline = performance.timeOrigin + seconds * 1000 - forEnding;
  const tokenLifetime = tokenLifetimeOf(seconds);
  const sandbox = await startProviders(seed, tokenLifetime);
  const findings = createFindings();
  const leaks = createLeakTest(sandbox);
  let gateway: GatewayProcess | undefined;
  try {
    const warnings: Record<string, number> = {};
    gateway = await startGateway(sourcesOf(sandbox), (line) =>
      judgeLine(line, { leaks, findings, warnings }),
    );
    const quiet = createAsk(gateway.url, { clients: 4, findings, tally: emptyTally(), leaks });
    const expected = await readExpected(quiet.ask, createRandom(seed, 'expected'));
    compareWithPortfolio(expected, sandbox.portfolio, findings);

    const load = await runLoad({ options, deadline, sandbox, gateway, expected, findings, leaks });
    const memory = judgeMemory(load.samples);
    const faults = [
      ...faultsOfLogins(load.logins, { seconds: load.seconds, tokenLifetime }),
      ...(memory.isFlat ? [] : ['The memory of the gateway grew.']),
      ...(await leftOpen(sandbox)),
      ...(gateway.end === null ? await lastingFailures(quiet.ask) : []),
    ];
    await quiet.close();
    const end = gateway.end ?? (await gateway.stop());
    return {
      options,
      load,
      memory,
      warnings,
      wrong: findings,
      faults: end === 0 ? faults : [...faults, `The gateway ended with ${end}.`],
    };
  } finally {
    if (gateway?.end === null) await gateway.stop();
    await sandbox.close();
  }
}

/** The gateway warns of what its providers do. An error is its own, and what is no JSON was not meant to be written. */
function judgeLine(
  line: string,
  {
    leaks,
    findings,
    warnings,
  }: {
    readonly leaks: LeakTest;
    readonly findings: Findings;
    readonly warnings: Record<string, number>;
  },
): void {
  const leak = leaks(line);
  if (leak !== null) findings.add('log', [], `a line that tells ${leak}`);
  if (!line.startsWith('{') || /"level":"(error|fatal)"/.test(line))
    findings.add('log', [], line.slice(0, 500));
  const warning = /"level":"warn".*"msg":"(?:\w+: )?([^"]+)"/.exec(line)?.[1];
  if (warning !== undefined) warnings[warning] = (warnings[warning] ?? 0) + 1;
}

/** Requests that stay open although nobody waits for them. */
async function leftOpen(sandbox: Sandbox): Promise<readonly string[]> {
  const open = (): number => sourceNames.reduce((sum, name) => sum + sandbox[name].underWay, 0);
  for (let waited = 0; waited < 20 && open() > 0; waited += 1) await delay(100);
  return open() === 0 ? [] : [`${open()} upstream requests were left open when all clients had gone.`];
}

/** Failures that stay when the faults have gone. */
async function lastingFailures(ask: Ask): Promise<readonly string[]> {
  try {
    await readAgain(ask);
    return [];
  } catch (error) {
    return [`After the faults had gone: ${(error as Error).message}`];
  }
}
