import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { providers } from '../../resolvers/providers.js';
import type { Provider, Source, SourceSettings } from '../domain/provider.js';
import { ConfigError } from '../errors.js';
import { identitySettings, type IdentitySettings } from '../identity/settings.js';
import { authSettings, type AuthSettings } from '../access/settings.js';
import { isLoopback } from './loopback.js';
import { resolveSecrets } from './secrets.js';

export { isLoopback } from './loopback.js';

/**
 * Where the sources come from: the file named by GATEHOUSE_CONFIG first, then the environment, one source a provider.
 * Every fault stops the start with a message that names the variable or the path in the file, and the cure.
 */

export type Environment = Readonly<Record<string, string | undefined>>;

/** A source that is fully configured but not yet connected. */
export interface SourceConfig {
  readonly provider: Provider;
  readonly settings: SourceSettings;
}

export function readSources(environment: Environment): readonly SourceConfig[] {
  const sources = [...fromFile(environment), ...fromEnvironment(environment)];
  const ids = new Set<string>();
  for (const { settings, provider } of sources) {
    if (ids.has(settings.id)) {
      throw new ConfigError(
        `There are two sources with the id "${settings.id}". Give one of them another id in the configuration file` +
          ` (the ${provider.name} variables of the environment always make the source "${provider.name.toLowerCase()}").`,
      );
    }
    ids.add(settings.id);
  }
  return sources;
}

export function connectSources(configs: readonly SourceConfig[]): readonly Source[] {
  return configs.map(({ provider, settings }) => provider.connect(settings));
}

/** Checks one source as it stands in a file; `place` names it in messages, e.g. `gatehouse.json: sources[0]`. */
export function parseSource(raw: unknown, place: string, name: (path: string) => string): SourceConfig {
  const wanted = (raw as { provider?: unknown } | null)?.provider;
  const provider = providers.find((each) => typeof wanted === 'string' && each.name === wanted.toUpperCase());
  if (provider === undefined) {
    const known = providers.map((each) => each.name.toLowerCase()).join(', ');
    throw new ConfigError(`${place}: \`provider\` must be one of ${known}.`);
  }
  const result = provider.settings.safeParse({ ...(raw as object), provider: provider.name.toLowerCase() });
  if (!result.success) throw new ConfigError(describeIssues(result.error, place, name));
  requireSafeUrl(result.data, name('baseUrl'));
  return { provider, settings: result.data };
}

/** How records of several sources are found to be the same: `identity` of the file, or the defaults. */
export function readIdentity(environment: Environment): IdentitySettings {
  const file = environment['GATEHOUSE_CONFIG'];
  const raw =
    file === undefined || file === '' ? undefined : (readJson(file) as { identity?: unknown }).identity;
  const result = identitySettings.safeParse(raw ?? {});
  if (result.success) return result.data;
  throw new ConfigError(
    describeIssues(result.error, `${file}: identity`, (path) => `${file}: identity.${path}`),
  );
}

/**
 * Who may ask: `auth` of the file; `null` where it names nobody.
 *
 * @param sources what callers can be shown
 */
export function readAuth(environment: Environment, sources: readonly SourceConfig[]): AuthSettings | null {
  const file = environment['GATEHOUSE_CONFIG'];
  const raw = file === undefined || file === '' ? undefined : (readJson(file) as { auth?: unknown }).auth;
  if (raw === undefined) return null;
  const place = `${file}: auth`;
  const result = authSettings.safeParse(raw);
  if (!result.success)
    throw new ConfigError(describeIssues(result.error, place, (path) => `${place}.${path}`));
  for (const member of ['apiKeys', 'jwt'] as const) {
    for (const [index, each] of result.data[member].entries()) {
      const unknown = each.sources === '*' ? undefined : each.sources.find((id) => !isSource(id, sources));
      if (unknown === undefined) continue;
      throw new ConfigError(
        `${place}.${member}[${index}].sources: there is no source "${unknown}"; name one of ${sources.map(({ settings }) => settings.id).join(', ')}.`,
      );
    }
  }
  return result.data;
}

function isSource(id: string, sources: readonly SourceConfig[]): boolean {
  return sources.some(({ settings }) => settings.id === id);
}

const members: ReadonlySet<string> = new Set(['$schema', 'sources', 'identity', 'auth']);

function fromFile(environment: Environment): SourceConfig[] {
  const file = environment['GATEHOUSE_CONFIG'];
  if (file === undefined || file === '') return [];
  const raw = readJson(file);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new ConfigError(`${file}: must be an object such as {"sources": […]}.`);
  const { sources } = raw as { readonly sources?: unknown };
  const unknown = Object.keys(raw).find((member) => !members.has(member));
  if (unknown !== undefined) throw new ConfigError(`${file}: \`${unknown}\` is no setting; remove it.`);
  // The sources may stand in the environment, and the rest here.
  if (sources === undefined) return [];
  if (!Array.isArray(sources)) throw new ConfigError(`${file}: \`sources\` must be a list.`);
  if (sources.length === 0) {
    throw new ConfigError(`${file}: \`sources\` is empty; add a source, or unset GATEHOUSE_CONFIG.`);
  }
  return sources.map((source: unknown, index) => {
    const place = `${file}: sources[${index}]`;
    return parseSource(withSecrets(source, environment, place), place, (path) => `${place}.${path}`);
  });
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new ConfigError(`GATEHOUSE_CONFIG: ${file} cannot be read (${reason}); name a readable JSON file.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the text around the fault, which may be a secret.
    throw new ConfigError(`GATEHOUSE_CONFIG: ${file} is not JSON; check it with an editor.`);
  }
}

function withSecrets(source: unknown, environment: Environment, place: string): unknown {
  if (typeof source !== 'object' || source === null || !('credentials' in source)) return source;
  return { ...source, credentials: resolveSecrets(source.credentials, environment, `${place}.credentials`) };
}

function fromEnvironment(environment: Environment): SourceConfig[] {
  return providers.flatMap((provider) => {
    const given = provider.environment.filter(({ variable }) => (environment[variable] ?? '') !== '');
    if (given.length === 0) return [];
    const missing = provider.environment.filter(
      ({ required, variable }) => required && !environment[variable],
    );
    if (missing.length > 0) {
      throw new ConfigError(
        `The source ${provider.name} is half configured: ${given.map((each) => each.variable).join(', ')} ` +
          `${given.length === 1 ? 'is' : 'are'} set, ${missing.map((each) => each.variable).join(', ')} ` +
          `${missing.length === 1 ? 'is' : 'are'} missing. Set what is missing, or unset the others.`,
      );
    }
    const raw: Record<string, unknown> = { id: provider.name.toLowerCase(), provider: provider.name };
    for (const { variable, setting } of given) assign(raw, setting, environment[variable]);
    const variableOf = (path: string): string =>
      provider.environment.find((each) => each.setting === path)?.variable ?? `${provider.name}: ${path}`;
    return [parseSource(raw, provider.name, variableOf)];
  });
}

function assign(target: Record<string, unknown>, path: string, value: unknown): void {
  const [head, ...rest] = path.split('.');
  if (head === undefined) return;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = (target[head] ??= {}) as Record<string, unknown>;
  assign(inner, rest.join('.'), value);
}

/** Plain http would send credentials and tenants' data in the clear: loopback only, unless the operator says otherwise. */
function requireSafeUrl(settings: SourceSettings, name: string): void {
  const { baseUrl, allowHttp } = settings as SourceSettings & { baseUrl?: string; allowHttp?: boolean };
  if (baseUrl === undefined || allowHttp === true) return;
  const url = new URL(baseUrl);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new ConfigError(
      `${name}: plain http is accepted for loopback only; use https, or set \`allowHttp\` in a configuration file.`,
    );
  }
}

/** One line an issue; values are left out, since they may be secrets. */
function describeIssues(error: z.ZodError, place: string, name: (path: string) => string): string {
  const lines = error.issues.map((issue) => {
    const path = issue.path.reduce<string>(
      (text, part) =>
        typeof part === 'number'
          ? `${text}[${part}]`
          : text === ''
            ? String(part)
            : `${text}.${String(part)}`,
      '',
    );
    if (issue.code === 'unrecognized_keys') {
      return `${path === '' ? place : name(path)}: ${issue.keys.map((key) => `\`${key}\``).join(', ')} is no setting; remove it.`;
    }
    const missing = issue.code === 'invalid_type' && /received undefined/.test(issue.message);
    return `${path === '' ? place : name(path)}: ${missing ? 'is missing; set it' : issue.message}.`;
  });
  return lines.join('\n');
}
