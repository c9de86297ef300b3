/** A run that somebody breaks off: what it started has to end, and what it found is kept. */
export interface Interruption {
  /** Rejects when the process is told to end. */
  readonly told: Promise<never>;
  /** From then on the process ends as it always does. */
  dispose(): void;
}

export function watchForInterruption(): Interruption {
  let tell = (): void => undefined;
  const told = new Promise<never>((_, reject) => {
    tell = () => reject(new Error('The run was broken off.'));
  });
  // Whoever is told too late has nobody who listens.
  told.catch(() => undefined);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, tell);
  return {
    told,
    dispose() {
      for (const signal of signals) process.removeListener(signal, tell);
    },
  };
}
