import { ConfigError } from './errors.js';
import { describe, type Log } from './log.js';

/** Takes a new configuration, or keeps the old one and says why. @param take what it does; the log is told what it returns */
export function reload(log: Log, take: () => string | null): void {
  try {
    const taken = take();
    if (taken !== null) log.info(`The configuration was read again. ${taken}`);
  } catch (error) {
    if (error instanceof ConfigError) {
      log.error('The configuration cannot be used; the gateway goes on with the one before.', {
        reason: error.message,
      });
    } else {
      log.error('The configuration could not be read again.', error instanceof Error ? describe(error) : {});
    }
  }
}
