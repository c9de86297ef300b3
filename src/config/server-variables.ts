import { z } from 'zod';
import { logLevels } from '../log.js';
import { MOST_BUILDINGS } from '../sandbox/index.js';
import * as forms from './variable-forms.js';

/** What the documentation says of a variable, and what holds where it is not set. */
export interface AboutVariable {
  /** The table that it stands in. */
  readonly group: 'server' | 'surface' | 'limits' | 'callers' | 'sandbox';
  /** As it would be written in the environment; by mode where that differs, and nothing where being unset is a value. */
  readonly default?: string | { readonly development: string; readonly production: string };
  /** What being unset means, in words, where there is no default. */
  readonly unset?: string;
  readonly description: string;
  /** What `.env.example` shows, where that is not the default. */
  readonly example?: string;
}

/** Shown where a key stands in examples; it is no secret, and no key. */
export const exampleKey = 'at-least-16-characters';

/** More would be a slip of the hand: each of them takes what a process takes. */
export const MOST_WORKERS = 64;

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
    description: 'Address to listen on. Outside production, beyond loopback only the sandbox is served.',
  }),
  NODE_ENV: forms.text().register(about, {
    group: 'server',
    default: 'development',
    description:
      '`production` answers callers that prove who they are, and does not start without a source, without callers and without GATEHOUSE_CURSOR_KEY; what helps developers is off, and the log is JSON lines. Any other value is development: open, on this machine.',
    example: 'production',
  }),
  GATEHOUSE_CONFIG: forms.text().optional().register(about, {
    group: 'server',
    unset: 'none',
    description:
      'A JSON file with sources, whose order comes before those of the environment, and with who may ask (`auth`).',
    example: './gatehouse.json',
  }),
  GATEHOUSE_CURSOR_KEY: forms.keys(16).optional().register(about, {
    group: 'server',
    unset: 'made at start',
    description:
      'Signs cursors and links to documents. A list joined by commas, each of at least 16 characters: the first signs, all are accepted. Give all processes that serve the same clients the same keys; without one, cursors and links end with the process. Production does not start without it.',
    example: exampleKey,
  }),
  GATEHOUSE_WORKERS: forms.wholeNumber(1, MOST_WORKERS).register(about, {
    group: 'server',
    default: '1',
    description:
      'Processes that answer requests, on one port: one for each core that is to be used. 1 is a single process. Limits and rates are counted in each of them. See docs/deployment.md.',
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
  GATEHOUSE_VERIFY: forms.share().register(about, {
    group: 'server',
    default: '0',
    description:
      'Share of queries, from 0 to 1, that are run again with graphql-js once they are answered, on the records already read: no call is made for it. Answers that differ are logged, without values, and counted. It costs several times the CPU of the query; one is looked at at a time.',
    example: '0.01',
  }),
  GATEHOUSE_OPERATION_TIME: forms.wholeNumber(100, 600_000).register(about, {
    group: 'server',
    default: '30000',
    description:
      'Milliseconds for one operation. At its end what is there is returned; sources that were not done are FAILED with UPSTREAM_TIMEOUT.',
  }),
  GATEHOUSE_INTROSPECTION: forms.onOff().register(about, {
    group: 'surface',
    default: { development: 'on', production: 'off' },
    description: 'Whether clients may ask for the schema (`__schema`, `__type`).',
    example: 'on',
  }),
  GATEHOUSE_GRAPHIQL: forms.onOff().register(about, {
    group: 'surface',
    default: { development: 'on', production: 'off' },
    description: 'Whether browsers that open `/graphql` are given GraphiQL.',
    example: 'on',
  }),
  GATEHOUSE_SUGGESTIONS: forms.onOff().register(about, {
    group: 'surface',
    default: { development: 'on', production: 'off' },
    description:
      'Whether messages suggest names of the schema that are near to what was asked ("Did you mean …"). They give away a schema that introspection hides.',
    example: 'on',
  }),
  GATEHOUSE_GET: forms.onOff().register(about, {
    group: 'surface',
    default: { development: 'on', production: 'off' },
    description:
      'Whether queries may be sent by GET. Any page on the internet can make a browser send one, and its address ends up in the logs of proxies.',
    example: 'on',
  }),
  GATEHOUSE_PERSISTED: forms.oneOf(['off', 'optional', 'required']).register(about, {
    group: 'surface',
    default: 'off',
    description:
      'Whether operations may be sent by the hash of their document: not at all, beside whole documents, or only so. See docs/limits.md.',
    example: 'off',
  }),
  GATEHOUSE_PERSISTED_FILE: forms.text().optional().register(about, {
    group: 'surface',
    unset: 'none',
    description: 'The JSON file with the documents, by their hashes, as codegen writes it.',
    example: './persisted-documents.json',
  }),
  GATEHOUSE_CORS_ORIGINS: forms.list(forms.origin()).register(about, {
    group: 'surface',
    default: '',
    description:
      'Origins whose pages may read answers, joined by commas. No other origin may; there is no `*`, and `null` is none.',
    example: 'https://portal.example.com',
  }),
  GATEHOUSE_CORS_CREDENTIALS: forms.onOff().register(about, {
    group: 'surface',
    default: 'off',
    description: 'Whether browsers of these origins may send cookies and the like.',
  }),
  GATEHOUSE_HSTS: forms.orOff(forms.wholeNumber(1, 99_999_999)).register(about, {
    group: 'surface',
    default: 'off',
    description:
      'Seconds for which browsers must come back by https only (`Strict-Transport-Security`), or `off`. For gateways behind something that speaks https; one year is 31536000.',
    example: '31536000',
  }),
  GATEHOUSE_TRUSTED_PROXIES: forms.list(forms.network()).register(about, {
    group: 'surface',
    default: '',
    description:
      'Addresses and networks (`10.0.0.0/8`) of the proxies in front, joined by commas. From them alone `X-Forwarded-For` is believed: the client is the last address in it that is no trusted proxy.',
    example: '10.0.0.0/8',
  }),
  GATEHOUSE_MAX_BODY_BYTES: forms.wholeNumber(1_024, 104_857_600).register(about, {
    group: 'limits',
    default: '262144',
    description: 'Bytes of a request. More is answered by 413.',
  }),
  GATEHOUSE_MAX_DOCUMENT_BYTES: forms.wholeNumber(256, 10_485_760).register(about, {
    group: 'limits',
    default: '12288',
    description: 'Bytes of a document, white space and comments included.',
  }),
  GATEHOUSE_MAX_TOKENS: forms.wholeNumber(10, 1_000_000).register(about, {
    group: 'limits',
    default: '1000',
    description: 'Tokens of a document: names, values, punctuation.',
  }),
  GATEHOUSE_MAX_DEPTH: forms.wholeNumber(1, 100).register(about, {
    group: 'limits',
    default: '20',
    description:
      'Levels of fields, through fragments. Below `__schema` and `__type` 30 are allowed where this is less.',
  }),
  GATEHOUSE_MAX_ROOT_FIELDS: forms.wholeNumber(1, 1_000).register(about, {
    group: 'limits',
    default: '20',
    description: 'Fields at the top of an operation, fragments included.',
  }),
  GATEHOUSE_MAX_FIELDS: forms.wholeNumber(1, 100_000).register(about, {
    group: 'limits',
    default: '500',
    description: 'Fields of an operation, those of a fragment counted wherever it is spread.',
  }),
  GATEHOUSE_MAX_ALIASES: forms.wholeNumber(0, 100_000).register(about, {
    group: 'limits',
    default: '15',
    description: 'Aliases of a document, those of `__typename` included.',
  }),
  GATEHOUSE_MAX_DIRECTIVES: forms.wholeNumber(0, 100_000).register(about, {
    group: 'limits',
    default: '20',
    description: 'Directives of a document.',
  }),
  GATEHOUSE_MAX_DIRECTIVES_PER_PLACE: forms.wholeNumber(0, 100_000).register(about, {
    group: 'limits',
    default: '4',
    description: 'Directives at one field, fragment, operation or variable.',
  }),
  GATEHOUSE_MAX_DUPLICATES: forms.wholeNumber(1, 100_000).register(about, {
    group: 'limits',
    default: '30',
    description:
      'How often one field, or one alias, may stand in one place; fragments ask for the same field again and again, but not so often.',
  }),
  GATEHOUSE_MAX_VARIABLES_BYTES: forms.wholeNumber(2, 104_857_600).register(about, {
    group: 'limits',
    default: '65536',
    description: 'Bytes of the variables, as JSON.',
  }),
  GATEHOUSE_MAX_VARIABLES_DEPTH: forms.wholeNumber(1, 100).register(about, {
    group: 'limits',
    default: '10',
    description: 'Levels of objects and lists in the variables.',
  }),
  GATEHOUSE_MAX_VALUES: forms.wholeNumber(1_000, 100_000_000).register(about, {
    group: 'limits',
    default: '500000',
    description:
      'Values of an answer, objects and lists included. What is read once can be shown many times: units of the building of units, and so on.',
  }),
  GATEHOUSE_CALLER_REQUESTS: forms.orOff(forms.wholeNumber(1, 999_999_999)).register(about, {
    group: 'callers',
    default: { development: 'off', production: '1200' },
    description: 'Requests of one caller a minute, or `off`. One more is answered by 429.',
    example: '1200',
  }),
  GATEHOUSE_CALLER_CALLS: forms.orOff(forms.wholeNumber(1, 999_999_999)).register(about, {
    group: 'callers',
    default: { development: 'off', production: '60000' },
    description:
      'Upstream calls that the operations of one caller may make a minute, or `off`. Once they are made, its next request is answered by 429.',
    example: '60000',
  }),
  GATEHOUSE_CALLER_OPERATIONS: forms.orOff(forms.wholeNumber(1, 999_999_999)).register(about, {
    group: 'callers',
    default: { development: 'off', production: '50' },
    description: 'Requests of one caller under way at once, or `off`. One more is answered by 429.',
    example: '50',
  }),
  GATEHOUSE_CALLER_DOWNLOADS: forms.orOff(forms.wholeNumber(1, 100_000)).register(about, {
    group: 'callers',
    default: { development: 'off', production: '10' },
    description:
      'Files of documents that are sent at once through links of one caller, or `off`. One more is answered by 429.',
    example: '10',
  }),
  GATEHOUSE_UNKNOWN_REQUESTS: forms.orOff(forms.wholeNumber(1, 999_999_999)).register(about, {
    group: 'callers',
    default: { development: 'off', production: '60' },
    description:
      'Requests from one address a minute that prove no caller (401), or `off`. One more is answered by 429.',
    example: '60',
  }),
  GATEHOUSE_SANDBOX_SEED: forms.wholeNumber(0, 999_999_999).register(about, {
    group: 'sandbox',
    default: '1',
    description: 'Which portfolio is made up: the same seed makes the same one.',
  }),
  GATEHOUSE_SANDBOX_BUILDINGS: forms.wholeNumber(1, MOST_BUILDINGS).register(about, {
    group: 'sandbox',
    default: '40',
    description: 'How many buildings it has, with 12.5 units each on average.',
  }),
  GATEHOUSE_SANDBOX_PORTFOLIO: forms.text().optional().register(about, {
    group: 'sandbox',
    unset: 'made up',
    description:
      'A portfolio of your own: JSON such as `gatehouse sandbox --export` writes it. Seed and buildings count for nothing then.',
    example: './portfolio.json',
  }),
  GATEHOUSE_SANDBOX_FAULTS: forms.list(forms.sandboxFault()).optional().register(about, {
    group: 'sandbox',
    unset: 'none',
    description:
      'What goes wrong from the start: a list joined by commas of `provider:fault`, such as `casavi:503`, in the words of the page above.',
    example: 'casavi:503,pigello:latency=500',
  }),
  GATEHOUSE_SANDBOX_LATENCY: forms.wholeNumber(0, 600_000).register(about, {
    group: 'sandbox',
    default: '0',
    description: 'Milliseconds that every answer of a provider takes, if no fault strikes it.',
  }),
  GATEHOUSE_SANDBOX_PORT: forms.wholeNumber(0, 65_532).register(about, {
    group: 'sandbox',
    default: '0',
    description: 'Port of the first provider; those of the others follow. 0 takes free ones.',
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
