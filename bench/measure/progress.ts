/** How far a run is. */
export interface Progress {
  /** So many seconds of what was expected are done. */
  add(seconds: number): void;
  /** The part that is done, and how long the rest takes if things go on like this. */
  said(): string;
}

/** @param expected seconds that everything would take, of which the estimate takes the proportions only */
export function createProgress(expected: number): Progress {
  const begun = performance.now();
  let done = 0;
  return {
    add: (seconds) => void (done += seconds),
    said() {
      const part = Math.min(1, done / expected);
      const left = part === 0 ? expected : ((performance.now() - begun) / 1000 / part) * (1 - part);
      return `${(part * 100).toFixed(0)} %, about ${left < 90 ? `${left.toFixed(0)} seconds` : `${(left / 60).toFixed(0)} minutes`} left`;
    },
  };
}
