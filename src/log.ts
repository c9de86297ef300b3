import { pino } from 'pino';

/** What the gateway tells its operator. Messages and fields never hold tenants' data, tokens or query strings. */
export interface Log {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

/** JSON lines for machines in production, plain lines for people otherwise. */
export function createLog(production: boolean): Log {
  if (production) {
    const logger = pino();
    return {
      info: (message, fields = {}) => logger.info(fields, message),
      warn: (message, fields = {}) => logger.warn(fields, message),
      error: (message, fields = {}) => logger.error(fields, message),
    };
  }
  return {
    info: (message) => process.stdout.write(`${message}\n`),
    warn: (message, fields) =>
      process.stderr.write(
        `warning: ${message}${fields === undefined ? '' : ` ${JSON.stringify(fields)}`}\n`,
      ),
    error: (message, fields) =>
      process.stderr.write(`error: ${message}${fields === undefined ? '' : ` ${JSON.stringify(fields)}`}\n`),
  };
}
