/**
 * The calls of one source that an operation has under way, by their waves: so that whoever could ask for several things in
 * one call can wait until all of them are known.
 */
export interface Steps {
  /** A call of a wave has begun; returns what is to be called when it has ended. */
  begin(wave: number): () => void;
  /** Settles once no call of this wave, or of an earlier one, is under way or about to be made. */
  reached(wave: number): Promise<void>;
}

/** Milliseconds that a call which hangs holds others up at most: they go out without what it would have brought. */
const patience = 2_000;

interface Waiting {
  readonly done: Promise<void>;
  readonly open: () => void;
}

export function createSteps(): Steps {
  /** Calls under way, by wave. */
  const calls = new Map<number, number>();
  /** Those who wait for a wave to end, before they make a call of the next. */
  const waiting = new Map<number, Waiting>();

  const isReached = (wave: number): boolean =>
    [...calls.keys()].every((each) => each > wave) && [...waiting.keys()].every((each) => each >= wave);

  let isLooking = false;
  /** Once what came of an answer has been done: only then it is known what is asked for next. */
  const look = (): void => {
    if (isLooking || waiting.size === 0) return;
    isLooking = true;
    setImmediate(() => {
      isLooking = false;
      for (const wave of [...waiting.keys()].sort((one, other) => one - other)) {
        if (!isReached(wave)) break;
        waiting.get(wave)?.open();
      }
    });
  };

  const wait = (wave: number): Waiting => {
    let settle = (): void => undefined;
    const done = new Promise<void>((resolve) => (settle = resolve));
    const open = (): void => {
      clearTimeout(timer);
      waiting.delete(wave);
      settle();
      look();
    };
    // Answers that have arrived meanwhile are dealt with first.
    const timer = setTimeout(() => setImmediate(open), patience).unref();
    return { done, open };
  };

  return {
    begin(wave) {
      calls.set(wave, (calls.get(wave) ?? 0) + 1);
      return () => {
        const left = (calls.get(wave) ?? 1) - 1;
        if (left === 0) calls.delete(wave);
        else calls.set(wave, left);
        look();
      };
    },
    reached(wave) {
      // What a client named is known from the beginning.
      if (wave === 0) return Promise.resolve();
      let found = waiting.get(wave);
      if (found === undefined) waiting.set(wave, (found = wait(wave)));
      look();
      return found.done;
    },
  };
}
