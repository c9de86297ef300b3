import { z } from 'zod';
import { logLevels } from '../log.js';
import * as forms from './variable-forms.js';

/** What the documentation says of a variable, and what holds where it is not set. */
export interface AboutVariable {
  /** The table that it stands in. */
  readonly group: 'server';
  /** As it would be written in the environment; by mode where that differs, and nothing where being unset is a value. */
  readonly default?: string | { readonly development: string; readonly production: string };
  /** What being unset means, in words, where there is no default. */
  readonly unset?: string;
  readonly description: string;
  /** What `.env.example` shows, where that is not the default. */
  readonly example?: string;
}

export const about = z.registry<AboutVariable>();

/**
 * Every variable of the environment that the server itself reads. `docs/config.md` and `.env.example` are made of it. What
 * is wrong is told as `VARIABLE: message.`, so that messages say what it must be, and never what it is.
 */
export const serverSchema = z.object({
  PORT: forms.wholeNumber(0, 65_535).register(about, {
    group: 'server',
    default: '4000',
    description: 'Port to listen on. 0 takes a free one.',
  }),
  HOST: forms.text().register(about, {
    group: 'server',
    default: '127.0.0.1',
    description:
      'Address to listen on. Beyond loopback only the sandbox is served, outside production: callers of configured sources would have to authenticate.',
  }),
  NODE_ENV: forms.text().register(about, {
    group: 'server',
    default: 'development',
    description:
      '`production` writes the log as JSON lines, refuses to start without a source, and shows no upstream calls in answers unless a request asks for them. Any other value is development.',
    example: 'production',
  }),
  GATEHOUSE_CONFIG: forms.text().optional().register(about, {
    group: 'server',
    unset: 'none',
    description: 'A JSON file with sources. Its sources come before those of the environment.',
    example: './gatehouse.json',
  }),
  GATEHOUSE_CURSOR_KEY: forms.keys(16).optional().register(about, {
    group: 'server',
    unset: 'made at start',
    description:
      'Signs cursors. A list joined by commas, each of at least 16 characters: the first signs, all are accepted. Give all processes that serve the same clients the same keys; without one, cursors end with the process.',
    example: 'at-least-16-characters',
  }),
  GATEHOUSE_MAX_CALLS: forms.orOff(forms.wholeNumber(1, 999_999_999)).register(about, {
    group: 'server',
    // With room for all that a frontend asks; a query beyond it is a mistake, or an attack on the sources.
    default: { development: 'off', production: '20000' },
    description:
      'Upstream calls that one operation may make at most, or `off`. What it could need at worst is reckoned before the first call; an operation that could need more is refused with the estimate (CALL_LIMIT_EXCEEDED).',
    example: '20000',
  }),
  GATEHOUSE_MAX_OPERATIONS: forms.wholeNumber(1, 1_000_000).register(about, {
    group: 'server',
    default: '500',
    description:
      'Operations under way at once. One more is answered by 503 with `Retry-After` (OVERLOADED), instead of waiting without end.',
  }),
  GATEHOUSE_DRAIN_TIME: forms.wholeNumber(0, 600_000).register(about, {
    group: 'server',
    default: '8000',
    description:
      'Milliseconds that operations under way get to finish when the process is told to stop (SIGTERM, SIGINT). Keep it below what the platform waits before it kills: Docker waits 10 seconds.',
  }),
  GATEHOUSE_PUBLIC_URL: forms.publicUrl().optional().register(about, {
    group: 'server',
    unset: 'what the request was sent to',
    description:
      'What links to files of documents begin with: the URL that clients reach the gateway by. Set it behind a proxy, which the gateway does not ask whether it was reached by https.',
    example: 'https://api.example.com',
  }),
  GATEHOUSE_LINK_LIFETIME: forms.wholeNumber(1, 86_400).register(about, {
    group: 'server',
    default: '300',
    description:
      'Seconds for which a link to the file of a document can be followed. Whoever has it may open the file until then.',
  }),
  GATEHOUSE_MAX_DOWNLOADS: forms.wholeNumber(1, 100_000).register(about, {
    group: 'server',
    default: '50',
    description:
      'Files of documents that are sent at once. One more is answered by 503 with `Retry-After` (OVERLOADED).',
  }),
  GATEHOUSE_MAX_FILE_SIZE: forms.wholeNumber(1, 1_000_000).register(about, {
    group: 'server',
    default: '512',
    description:
      'MiB that a file of a document may have, once it is unpacked. A larger one is refused, or broken off where that shows late.',
  }),
  LOG_LEVEL: forms.oneOf(logLevels).register(about, {
    group: 'server',
    default: 'info',
    description:
      '`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`: what the log leaves out is below it. Each operation is one line of `info`.',
  }),
  GATEHOUSE_METRICS: forms.onOff().register(about, {
    group: 'server',
    default: { development: 'on', production: 'off' },
    description:
      '`on` gives metrics for Prometheus at `/metrics` of the gateway itself. Not in production, where whoever reaches the gateway could read them: set GATEHOUSE_METRICS_PORT there.',
    example: 'on',
  }),
  GATEHOUSE_METRICS_PORT: forms.wholeNumber(0, 65_535).optional().register(about, {
    group: 'server',
    unset: 'none',
    description:
      'A port of their own for metrics, in either mode; they are then there and nowhere else, whatever GATEHOUSE_METRICS says.',
    example: '9464',
  }),
  GATEHOUSE_METRICS_HOST: forms.text().register(about, {
    group: 'server',
    default: '127.0.0.1',
    description:
      'Address for GATEHOUSE_METRICS_PORT. Kubernetes scrapes the address of the pod: 0.0.0.0 is right there, as long as the port is not published.',
  }),
});

type Variable = keyof typeof serverSchema.shape;

/** What is said of a variable. */
export function aboutVariable(variable: Variable): AboutVariable {
  const said = about.get(serverSchema.shape[variable]);
  if (said === undefined) throw new Error(`${variable} is not described.`);
  return said;
}

/** All of them, in the order in which the documentation lists them. */
export const serverVariables = Object.keys(serverSchema.shape) as readonly Variable[];

/** What holds where a variable is not set, as it would be written in the environment. */
export function presetOf(variable: Variable, production: boolean): string | undefined {
  const { default: preset } = aboutVariable(variable);
  return typeof preset === 'object' ? preset[production ? 'production' : 'development'] : preset;
}
