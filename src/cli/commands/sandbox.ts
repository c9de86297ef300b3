import { once } from 'node:events';
import { providers } from '../../../resolvers/providers.js';
import { startSandbox, type Sandbox, type SystemName } from '../../sandbox/index.js';
import { requireNoWords, UsageError, type Command, type Given } from '../command.js';

export const sandboxCommand: Command = {
  name: 'sandbox',
  summary: 'run stand-ins of the four providers, with made-up data',
  usage: 'sandbox [--seed <n>] [--port <n>]',
  help: `Runs a stand-in of each provider on loopback until it is told to stop, and prints the variables by which a gateway reaches
them: put them into .env, or into the environment. The same seed makes the same data.

  --seed <n>           which portfolio is made up, a whole number (1)
  --port <n>           port of the first stand-in; the others follow. Free ones, if left out`,
  options: { seed: { type: 'string' }, port: { type: 'string' } },
  async run(given, terminal) {
    requireNoWords(given, 'sandbox');
    const first = readNumber(given, 'port', 65_532);
    const seed = readNumber(given, 'seed', 2 ** 31 - 1);
    const sandbox = await startSandbox({
      ...(seed === undefined ? {} : { seed }),
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

function readNumber(given: Given, option: string, most: number): number | undefined {
  const told = given.text(option);
  if (told === undefined) return undefined;
  if (!/^\d{1,10}$/.test(told) || Number(told) > most)
    throw new UsageError(`--${option}: must be a whole number from 0 to ${most}.`);
  return Number(told);
}

const names: readonly SystemName[] = providers.map(({ name }) => name.toLowerCase() as SystemName);

function portsFrom(first: number): Partial<Record<SystemName, number>> {
  return first === 0 ? {} : Object.fromEntries(names.map((name, index) => [name, first + index]));
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
