import { parseArgs } from 'node:util';

/** What a soak is run with. */
export interface SoakOptions {
  /** How long the run takes in all, its start and its end included. */
  readonly seconds: number;
  readonly clients: number;
  /** The share of upstream requests that are struck, from 0 to 1. */
  readonly faults: number;
  /** Draws what clients ask and which faults strike when. Which request meets which fault is left to the clock. */
  readonly seed: number;
  /** Prints the figures as JSON instead of lines for people. */
  readonly json: boolean;
}

/** @throws Error that names the option, for the person who typed it */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      seconds: { type: 'string' },
      clients: { type: 'string', default: '50' },
      faults: { type: 'string', default: '0.1' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const number = (
    name: 'minutes' | 'seconds' | 'clients' | 'faults' | 'seed',
    least: number,
    most: number,
  ) => {
    const value = Number(values[name]);
    if (!(value >= least && value <= most))
      throw new Error(`--${name}: must be a number from ${least} to ${most}.`);
    return value;
  };
  return {
    seconds:
      values.seconds === undefined ? number('minutes', 0.25, 1440) * 60 : number('seconds', 15, 86_400),
    clients: Math.round(number('clients', 1, 1000)),
    faults: number('faults', 0, 1),
    seed: Math.round(number('seed', 0, 2 ** 31)),
    json: values.json,
  };
}
