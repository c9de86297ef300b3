import type { Comparison, QueryFigures, Results, WorkersFigures } from '../measure/results.js';
import { answersOf, compared, loadOf, ratio } from './ratios.js';
import { milliseconds, times } from './words.js';

/** What was to be reached, and what was. */
export interface Target {
  readonly what: string;
  readonly aim: string;
  /** Null where it was not measured. */
  readonly found: string | null;
  readonly verdict: Verdict;
}

export type Verdict = 'met' | 'missed' | 'not measured' | 'not to be seen on this machine';

/** Two workers, the upstreams and the load: with fewer cores they take them from each other. */
const coresOfWorkers = 4;

/** How much memory under steady load, and the time of a page, may grow and still be called flat and constant. */
const noise = 1.1;

export function targetsOf({ comparison, memory, paging, workers }: Results): readonly Target[] {
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
    ...ofWorkers(workers),
  ];
}

function ofWorkers(workers: WorkersFigures | null): readonly Target[] {
  const each = (value: (load: WorkersFigures['loads'][number]) => number): readonly Named[] =>
    workers?.loads.map((load) => ({ name: `${load.concurrency} at once`, value: value(load) })) ?? [];
  const throughput = weakest(
    'Answers a second by two workers, one process = 1',
    each(({ one, two }) => two.perSecond / one.perSecond),
    1.8,
  );
  return [
    worst(
      'CPU of an answer by two workers, one process = 1',
      each(({ one, two }) => two.cpu / one.cpu),
      1.1,
      times,
    ),
    worst(
      'CPU of the busier of two workers, the other = 1',
      each(({ spread }) => spread),
      1.2,
      times,
    ),
    canShowThroughput(workers) ? throughput : { ...throughput, verdict: 'not to be seen on this machine' },
  ];
}

/** Whether two workers could give twice the answers of one process: upstreams and load need cores of their own. */
export function canShowThroughput(workers: WorkersFigures | null): boolean {
  return workers === null || workers.cores >= coresOfWorkers;
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
    verdict: others.length === 0 ? 'met' : 'missed',
  };
}

function most(what: string, value: number | null, limit: number, say: Say, whose = ''): Target {
  return {
    what,
    aim: `at most ${said(say, limit)}`,
    found: value === null ? null : `${String(say(value))}${whose}`,
    verdict: verdictOf(value, (found) => found <= limit),
  };
}

function least(what: string, value: number | null, limit: number, whose = ''): Target {
  return {
    what,
    aim: `at least ${limit}`,
    found: value === null ? null : `${String(times(value))}${whose}`,
    verdict: verdictOf(value, (found) => found >= limit),
  };
}

function verdictOf(value: number | null, isMet: (value: number) => boolean): Verdict {
  return value === null ? 'not measured' : isMet(value) ? 'met' : 'missed';
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
