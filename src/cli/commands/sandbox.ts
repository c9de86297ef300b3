import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { providers } from '../../../resolvers/providers.js';
import {
  createPortfolio,
  FAULT_FORMS,
  MOST_BUILDINGS,
  PortfolioError,
  readPortfolio,
  startSandbox,
  type Portfolio,
  portsFrom,
  type Sandbox,
  type SandboxFault,
  type SystemName,
} from '../../sandbox/index.js';
import { sandboxFault } from '../../config/variable-forms.js';
import { requireNoWords, UsageError, type Command, type Given } from '../command.js';

export const sandboxCommand: Command = {
  name: 'sandbox',
  summary: 'run stand-ins of the four providers, with made-up data',
  usage: 'sandbox [--seed <n>] [--buildings <n>] [--fault <provider>:<fault>]...',
  help: `Runs a stand-in of each provider on loopback until it is told to stop, and prints the variables by which a gateway reaches
them: put them into .env, or into the environment. The same seed makes the same data. docs/sandbox.md has more.

  --seed <n>           which portfolio is made up, a whole number (1)
  --buildings <n>      how many buildings it has, 1 to 10000 (40)
  --fault <p>:<fault>  what goes wrong with calls of provider <p>, as often as you like; of several for one provider the last
                       strikes. A fault is ${FAULT_FORMS.replace(', and behind', ',\n                       and behind')}
  --latency <ms>       how long every answer takes, if no fault strikes it (0)
  --portfolio <file>   your own portfolio in place of one that is made up: JSON such as --export writes
  --export <file>      writes the portfolio as JSON and ends; - prints it
  --port <n>           port of the first stand-in; the others follow. Free ones, if left out`,
  options: {
    seed: { type: 'string' },
    buildings: { type: 'string' },
    fault: { type: 'string', multiple: true },
    latency: { type: 'string' },
    portfolio: { type: 'string' },
    export: { type: 'string' },
    port: { type: 'string' },
  },
  async run(given, terminal) {
    requireNoWords(given, 'sandbox');
    const first = readNumber(given, 'port', { most: 65_532 });
    const latency = readNumber(given, 'latency', { most: 600_000 }) ?? 0;
    const faults = readFaults(given);
    const portfolio = portfolioOf(given);
    const target = given.text('export');
    if (target !== undefined) {
      if (target === '-') for (const part of inParts(portfolio)) terminal.print(part);
      else await write(portfolio, target);
      return 0;
    }
    const sandbox = await startSandbox({
      portfolio,
      faults,
      latency,
      ...(first === undefined ? {} : { ports: portsFrom(first) }),
    }).catch((error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
        ? new UsageError('--port: one of the four ports is in use; choose others.')
        : error;
    });
    terminal.print(variablesOf(sandbox));
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await sandbox.close();
    return 0;
  },
};

function readNumber(
  given: Given,
  option: string,
  { least = 0, most }: { readonly least?: number; readonly most: number },
): number | undefined {
  const told = given.text(option);
  if (told === undefined) return undefined;
  if (!/^\d{1,10}$/.test(told) || Number(told) < least || Number(told) > most)
    throw new UsageError(`--${option}: must be a whole number from ${least} to ${most}.`);
  return Number(told);
}

function readFaults(given: Given): readonly SandboxFault[] {
  return given.texts('fault').map((told) => {
    const result = sandboxFault().safeParse(told);
    if (result.success) return result.data;
    throw new UsageError(`--fault: ${result.error.issues[0]?.message}, as in casavi:503.`);
  });
}

function portfolioOf(given: Given): Portfolio {
  const seed = readNumber(given, 'seed', { most: 2 ** 31 - 1 });
  const buildings = readNumber(given, 'buildings', { least: 1, most: MOST_BUILDINGS });
  const file = given.text('portfolio');
  if (file === undefined) {
    return createPortfolio({
      ...(seed === undefined ? {} : { seed }),
      ...(buildings === undefined ? {} : { buildings }),
    });
  }
  if (seed !== undefined || buildings !== undefined)
    throw new UsageError('--portfolio: nothing is made up; leave out --seed and --buildings.');
  try {
    return readPortfolio(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof PortfolioError)
      throw new UsageError(`--portfolio: cannot be served.\n${error.message}`);
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new UsageError(`--portfolio: the file cannot be read (${code}); name one that is there.`);
  }
}

async function write(portfolio: Portfolio, file: string): Promise<void> {
  try {
    await pipeline(inParts(portfolio), createWriteStream(file));
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--export: the file cannot be written (${code}); name one in a folder that is there.`,
    );
  }
}

/** The JSON text, a line for each record: a large portfolio would be longer than one text can be. */
function* inParts(portfolio: Portfolio): Generator<string> {
  let before = '{\n';
  for (const [member, value] of Object.entries(portfolio) as [string, unknown][]) {
    yield `${before}${JSON.stringify(member)}: `;
    before = ',\n';
    if (!Array.isArray(value)) yield JSON.stringify(value);
    else {
      yield '[';
      for (const [position, record] of value.entries())
        yield `${position === 0 ? '' : ','}\n  ${JSON.stringify(record)}`;
      yield value.length === 0 ? ']' : '\n]';
    }
  }
  yield '\n}\n';
}

/** The lines of an `.env` that make the stand-ins sources. */
function variablesOf(sandbox: Sandbox): string {
  const lines = providers.flatMap(({ name, environment }) => {
    const { url, credentials } = sandbox[name.toLowerCase() as SystemName];
    const values: Readonly<Record<string, string>> = {
      baseUrl: url,
      ...Object.fromEntries(
        Object.entries(credentials).map(([member, value]) => [`credentials.${member}`, value]),
      ),
    };
    return environment.flatMap(({ variable, setting }) =>
      values[setting] === undefined ? [] : [`${variable}=${values[setting]}`],
    );
  });
  return ['# Four made-up providers on loopback, until this program ends.', ...lines, ''].join('\n');
}
