import type { Comparison, QueryFigures, Results } from '../measure/results.js';
import { answersOf, compared, loadOf, ratio } from './ratios.js';
import { milliseconds, times } from './words.js';

/** What was to be reached, and what was. */
export interface Target {
  readonly what: string;
  readonly aim: string;
  /** Null where it was not measured. */
  readonly found: string | null;
  readonly isMet: boolean | null;
}

/** How much memory under steady load, and the time of a page, may grow and still be called flat and constant. */
const noise = 1.1;

export function targetsOf({ comparison, memory, paging }: Results): readonly Target[] {
  const share = memory === null ? null : memory.last / memory.first;
  const growths = paging?.sources.map(({ source, first, last }) => ({
    name: source,
    value: last.time / first.time,
  }));
  return [
    ...(comparison === null ? [] : ofComparison(comparison)),
    most('Memory under steady load, last third of the run to the first', share, noise, times),
    most('Growth of peak memory over all pages of a large portfolio', paging?.grown ?? null, 100, megabytes),
    worst('Time of a late page to that of an early one of the same source', growths ?? [], noise, times),
  ];
}

function ofComparison(comparison: Comparison): readonly Target[] {
  const queries = compared(comparison);
  const deep = queries.find(({ name }) => name === 'deep');
  const one = queries.find(({ name }) => name === 'one');
  const hello = comparison.queries.find(({ name }) => name === 'hello');
  const ofDeep = (member: 'cpu' | 'perSecond', peer: string): number | null =>
    deep === undefined ? null : ratio(deep, member, 'gatehouse', peer);
  const each = (value: (query: QueryFigures) => number | null): readonly Named[] =>
    queries.flatMap((query) => {
      const found = value(query);
      return found === null ? [] : [{ name: query.title, value: found }];
    });
  const cpu = (query: QueryFigures | undefined, candidate: string): number | null =>
    query === undefined ? null : (loadOf(answersOf(query, candidate), 10)?.cpu ?? null);
  const [own, floor, server] = [cpu(one, 'gatehouse'), cpu(one, 'floor'), cpu(hello, 'yoga')];
  const behindFloor = (concurrency: number) =>
    each((query) => {
      const [gatehouse, least] = ['gatehouse', 'floor'].map(
        (name) => loadOf(answersOf(query, name), concurrency, 20)?.p50,
      );
      return gatehouse === undefined || least === undefined ? null : gatehouse - least;
    });
  return [
    calls(queries),
    most('CPU of the deep query, floor = 1', ofDeep('cpu', 'floor'), 1.5, times),
    most(
      'CPU of one record; 1 is the floor and the server of yoga without a query together',
      own === null || floor === null || server === null ? null : own / (floor + server),
      1.5,
      times,
    ),
    least('Answers a second to the deep query, yoga = 1', ofDeep('perSecond', 'yoga'), 5),
    least('Answers a second to the deep query, Hive = 1', ofDeep('perSecond', 'hive'), 15),
    weakest(
      'Answers a second to any query, yoga = 1',
      each((query) => ratio(query, 'perSecond', 'gatehouse', 'yoga')),
      1,
    ),
    weakest(
      'Answers a second to any query, Hive = 1',
      each((query) => ratio(query, 'perSecond', 'gatehouse', 'hive')),
      3,
    ),
    worst("p50 behind the floor's, upstreams of 20 ms, one at once", behindFloor(1), 10, milliseconds),
    worst("p50 behind the floor's, upstreams of 20 ms, ten at once", behindFloor(10), 10, milliseconds),
    worst(
      'p99 to p50, upstreams of 20 ms, ten at once',
      each((query) => {
        const load = loadOf(answersOf(query, 'gatehouse'), 10, 20);
        return load === null ? null : load.p99 / load.p50;
      }),
      1.5,
      times,
    ),
  ];
}

interface Named {
  readonly name: string;
  readonly value: number;
}

type Say = (value: number) => unknown;

function calls(queries: readonly QueryFigures[]): Target {
  const others = queries.filter((query) => {
    const [own, floor] = [answersOf(query, 'gatehouse'), answersOf(query, 'floor')];
    return own?.calls !== floor?.calls || own?.waves !== floor?.waves;
  });
  return {
    what: 'Queries with as many calls and waves as the floor',
    aim: 'all',
    found:
      others.length === 0
        ? `all ${queries.length}`
        : `all but ${others.map(({ title }) => title).join('; ')}`,
    isMet: others.length === 0,
  };
}

function most(what: string, value: number | null, limit: number, say: Say, whose = ''): Target {
  return {
    what,
    aim: `at most ${said(say, limit)}`,
    found: value === null ? null : `${String(say(value))}${whose}`,
    isMet: value === null ? null : value <= limit,
  };
}

function least(what: string, value: number | null, limit: number, whose = ''): Target {
  return {
    what,
    aim: `at least ${limit}`,
    found: value === null ? null : `${String(times(value))}${whose}`,
    isMet: value === null ? null : value >= limit,
  };
}

/** The largest of some figures is what counts. */
function worst(what: string, found: readonly Named[], limit: number, say: Say): Target {
  const [first] = [...found].sort((one, other) => other.value - one.value);
  return most(what, first?.value ?? null, limit, say, first && ` (${first.name})`);
}

/** The smallest of some figures is what counts. */
function weakest(what: string, found: readonly Named[], limit: number): Target {
  const [first] = [...found].sort((one, other) => one.value - other.value);
  return least(what, first?.value ?? null, limit, first && ` (${first.name})`);
}

function said(say: Say, limit: number): string {
  return String(say(limit))
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');
}

function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`;
}
