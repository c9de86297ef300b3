import closeWithGrace from 'close-with-grace';
import { describe, type Log } from './log.js';

export interface EndingOptions {
  readonly log: Log;
  /** Milliseconds after which the process ends, whatever is under way. */
  readonly patience: number;
  /** Signals that do not end it, or that somebody else listens to. */
  readonly except?: readonly ('SIGINT' | 'SIGTERM')[];
  close(): Promise<void>;
}

/**
 * Ends this process cleanly when it is told to, and for an error that nobody caught; a second signal ends it at once.
 *
 * @returns what ends it as a signal would
 */
export function endCleanly({ log, patience, except = [], close }: EndingOptions): () => void {
  // A field that fails at once leaves its siblings to themselves: that they fail, too, must not end the process.
  process.on('unhandledRejection', (reason) => {
    log.warn(
      'A failure came too late to be part of an answer.',
      reason instanceof Error ? describe(reason) : {},
    );
  });
  const ending = closeWithGrace(
    { delay: patience, logger: false, skip: ['unhandledRejection', 'SIGHUP', ...except] },
    async ({ err }) => {
      if (err !== undefined) log.error('The process ends for an error that nobody caught.', describe(err));
      await close();
    },
  );
  return ending.close;
}
