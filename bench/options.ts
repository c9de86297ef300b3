import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { queries } from './queries/queries.js';

/** What the bench is run with. */
export interface BenchOptions {
  /** What is measured: the comparison, or one of the runs of Gatehouse alone; or nothing, where it is written again. */
  readonly what: 'compare' | 'memory' | 'paging' | 'workers' | 'report';
  readonly quick: boolean;
  readonly profile: boolean;
  /** Names of candidates; null for all. */
  readonly only: readonly string[] | null;
  /** Names of queries; null for all. */
  readonly queries: readonly string[] | null;
  readonly rounds: number;
  /** Seconds of one window of load. */
  readonly seconds: number;
  /** How long `memory` runs. */
  readonly minutes: number;
  readonly seed: number;
  readonly buildings: number;
  /** The folder of the results; null for the one that is committed. */
  readonly out: string | null;
}

const kinds = ['compare', 'memory', 'paging', 'workers', 'report'] as const;

/** @throws Error that names the option, for the person who typed it */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      only: { type: 'string' },
      queries: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string' },
      buildings: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const number = (name: string, text: string, least: number, most: number): number => {
    const value = Number(text);
    if (!(value >= least && value <= most))
      throw new Error(`--${name}: must be a number from ${least} to ${most}.`);
    return value;
  };
  const names = (
    name: string,
    text: string | undefined,
    known: readonly string[],
  ): readonly string[] | null => {
    if (text === undefined) return null;
    const given = text.split(',');
    const unknown = given.find((each) => !known.includes(each));
    if (unknown !== undefined) throw new Error(`--${name}: there are ${known.join(', ')}.`);
    return given;
  };
  const [kind = 'compare'] = positionals;
  const what = kinds.find((each) => each === kind);
  if (what === undefined) throw new Error(`There are ${kinds.join(', ')}; without a word it is compare.`);
  return {
    what,
    quick: values.quick,
    profile: values.profile,
    only: names('only', values.only, ['floor', 'gatehouse', 'yoga', 'naive', 'hive', 'cached']),
    queries: names(
      'queries',
      values.queries,
      queries.map(({ name }) => name),
    ),
    rounds: Math.round(number('rounds', values.rounds ?? (values.quick ? '2' : '5'), 1, 100)),
    // How evenly workers share their work is told only by many answers.
    seconds: number(
      'seconds',
      values.seconds ?? (values.quick ? '0.3' : what === 'workers' ? '6' : '0.75'),
      0.05,
      60,
    ),
    minutes: number('minutes', values.minutes, 0.1, 1440),
    seed: Math.round(number('seed', values.seed ?? String(randomInt(1, 2 ** 31 - 1)), 0, 2 ** 31 - 1)),
    buildings: Math.round(
      number('buildings', values.buildings ?? (what === 'paging' ? '4400' : '240'), 40, 10_000),
    ),
    out: values.out ?? null,
  };
}
