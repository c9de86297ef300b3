import { pino } from 'pino';

/** What the gateway tells its operator. Messages and fields never hold tenants' data, tokens or query strings. */
export interface Log {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

/** From the most talkative on; `silent` says nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Members that no line has. Should one come in by mistake, at the top or one level down, its value does not go out.
 * They are no substitute for care: what is logged is chosen member by member.
 */
const redacted = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'apiKey',
  'credentials',
  'headers',
  'query',
  'document',
  'variables',
  'body',
  'url',
  'email',
  'phone',
].flatMap((member) => [member, `*.${member}`]);

/**
 * JSON lines for machines in production, plain lines for people otherwise.
 *
 * @param worker number of the worker that this process is, where it is one: every line has it
 */
export function createLog(production: boolean, level: LogLevel = 'info', worker?: number): Log {
  if (production) {
    const whole = pino({
      level,
      redact: redacted,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    });
    const logger = worker === undefined ? whole : whole.child({ worker });
    return {
      info: (message, fields = {}) => logger.info(fields, message),
      warn: (message, fields = {}) => logger.warn(fields, message),
      error: (message, fields = {}) => logger.error(fields, message),
    };
  }
  const tells = (wanted: LogLevel): boolean => logLevels.indexOf(wanted) >= logLevels.indexOf(level);
  const from = worker === undefined ? '' : `worker ${worker}: `;
  const complain = (kind: 'warning' | 'error', message: string, fields?: object): void => {
    process.stderr.write(
      `${from}${kind}: ${message}${fields === undefined ? '' : ` ${JSON.stringify(fields)}`}\n`,
    );
  };
  return {
    info(message) {
      if (tells('info')) process.stdout.write(`${from}${message}\n`);
    },
    warn(message, fields) {
      if (tells('warn')) complain('warning', message, fields);
    },
    error(message, fields) {
      if (tells('error')) complain('error', message, fields);
    },
  };
}

/** An internal error for the log: its name and where it came from, not its message, which may quote a record. */
export function describe(error: Error): object {
  const origin = error instanceof AggregateError ? error.errors : undefined;
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: stack.slice(0, 5).map((line) => line.trim()), causes: origin?.length };
}
