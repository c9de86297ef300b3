import type { Environment, SourceConfig } from '../../config/config.js';
import { prepare } from '../../config/prepare.js';
import { ConfigError } from '../../errors.js';
import type { AuthSettings } from '../../access/settings.js';
import { configOption, environmentOf, requireNoWords, type Command } from '../command.js';
import { toTable } from '../table.js';

export const checkConfigCommand: Command = {
  name: 'check-config',
  summary: 'say whether the gateway would start, and what it would serve to whom',
  usage: 'check-config [--production]',
  help: `Reads the configuration as the gateway does and prints what it would serve to whom, and no secret. Nothing is asked of any
provider: gatehouse doctor does that. What is wrong is printed with the cure, and makes the exit code 1.

  --production         as with NODE_ENV=production, whatever it is now
${configOption}`,
  options: { production: { type: 'boolean' }, config: { type: 'string' } },
  run(given, terminal) {
    requireNoWords(given, 'check-config');
    const environment = environmentOf(given, terminal);
    try {
      const checked = check(
        given.has('production') ? { ...environment, NODE_ENV: 'production' } : environment,
      );
      terminal.print(checked);
      return Promise.resolve(0);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      terminal.complain(`${error.message}\n`);
      return Promise.resolve(1);
    }
  },
};

/** @throws ConfigError */
function check(environment: Environment): string {
  const { sources, auth, settings } = prepare(environment);
  const { production, host, port, workers, warnings } = settings;
  return [
    `The gateway would start in ${production ? 'production' : 'development'}, on ${host}, port ${port}.`,
    ...(workers === 1 ? [] : [`${workers} workers would answer, each with limits and rates of its own.`]),
    '',
    ...(sources.length === 0
      ? ['No source is configured: it would serve the sandbox.']
      : toTable(['source', 'provider', 'at'], sources.map(rowOf))),
    '',
    ...callersOf(auth, production),
    ...warnings.map((warning) => `\nwarning: ${warning}`),
    '',
  ].join('\n');
}

function rowOf({ provider, settings }: SourceConfig): readonly string[] {
  const { baseUrl } = settings as { readonly baseUrl?: string };
  return [settings.id, provider.name, baseUrl ?? ''];
}

function callersOf(auth: AuthSettings | null, production: boolean): readonly string[] {
  const open = production ? [] : ['Whoever sends no credentials may see everything: this is development.'];
  if (auth === null) return open;
  const told = (list: '*' | readonly string[]): string =>
    list === '*' ? 'all' : list.length === 0 ? 'none' : list.join(' ');
  const rows = [
    ...auth.apiKeys.map((each) => [each.id, 'API key', told(each.sources), told(each.scopes)]),
    ...auth.jwt.map((each) => [each.issuer, 'tokens', told(each.sources), `at most ${told(each.scopes)}`]),
  ];
  return [...toTable(['caller', 'by', 'sources', 'scopes'], rows), ...open];
}
