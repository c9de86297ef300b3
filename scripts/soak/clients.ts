import { setTimeout as delay } from 'node:timers/promises';
import { createRandom, type Random } from '../../src/sandbox/random.js';
import type { Answer, Ask, Query } from './ask.js';
import type { Comparison } from './compare.js';
import type { Expected, Thing } from './expected.js';
import type { Findings } from './findings.js';
import { checkPage, type ExpectedList, type Page, type Reader, type Row } from './lists.js';
import {
  linkedBuildings,
  node,
  nodes,
  orderedBuildings,
  otherLists,
  plainLists,
  type ListQuery,
} from './queries.js';
import { checkOrdered, checkRecords, checkThings } from './things.js';

/** What clients need. */
export interface ClientTools {
  readonly ask: Ask;
  readonly expected: Expected;
  readonly findings: Findings;
  /** Told of each operation by the name of its query. */
  readonly onAsked: (name: string) => void;
  /** From when on nothing more is asked. */
  readonly ending: AbortSignal;
  /** From when on nobody waits for an answer. */
  readonly leaving: AbortSignal;
  readonly seed: number;
}

/** Milliseconds that a client thinks before it asks again: so long that the default number of them leaves two cores some air. */
const thinking = [1_500, 6_000] as const;

/** One client in so many that asks does not wait for its answer. */
const leavesOnceIn = 40;

/** Asks one thing after another and holds each answer against what is right, until the end. */
export async function runClient(number: number, tools: ClientTools): Promise<void> {
  const random = createRandom(tools.seed, `client ${number}`);
  const tasks = tasksOf(tools, random);
  const all = tasks.flatMap(({ weight, run }) => Array.from({ length: weight }, () => run));
  while (!tools.ending.aborted) await random.pick(all)();
}

interface Task {
  /** How often it is picked beside the others. */
  readonly weight: number;
  readonly run: () => Promise<void>;
}

function tasksOf(
  { ask, expected, findings, onAsked, ending, leaving }: ClientTools,
  random: Random,
): readonly Task[] {
  /** Asks after some thought, and has the answer checked if there is one. */
  const meet = async <D>(
    query: Query,
    variables: Readonly<Record<string, unknown>>,
    check: (data: D, comparison: Comparison) => void,
  ): Promise<D | null> => {
    await delay(random.int(...thinking), undefined, { signal: ending }).catch(() => undefined);
    if (ending.aborted) return null;
    onAsked(query.name);
    const isImpatient = random.int(1, leavesOnceIn) === 1;
    const leave = isImpatient ? AbortSignal.any([leaving, AbortSignal.timeout(random.int(5, 80))]) : leaving;
    const answer: Answer | null = await ask(query, variables, leave);
    if (answer === null) return null;
    const data = answer.data as D;
    check(data, { errors: answer.errors, wrong: (path, what) => findings.add(query.name, path, what) });
    return data;
  };

  const readList = async (query: ListQuery, list: ExpectedList): Promise<void> => {
    const first = random.pick(query.firsts);
    const reader: Reader = new Map();
    const most = random.int(1, query.pages);
    let after: string | null = null;
    for (let read = 0; read < most; read += 1) {
      const data: { readonly page: Page } | null = await meet<{ readonly page: Page }>(
        query,
        { first, after },
        ({ page }, comparison) => checkPage(page, { first, expected: list, reader }, comparison),
      );
      if (data === null || !data.page.pageInfo.hasNextPage) return;
      after = data.page.pageInfo.endCursor;
    }
  };
  const listTask = (query: ListQuery, weight: number): Task => {
    const list = expected.lists.get(query);
    if (list === undefined) throw new Error(`Nothing is expected of "${query.name}".`);
    return { weight, run: () => readList(query, list) };
  };
  const known = [...expected.records.values()];

  return [
    listTask(plainLists.buildings, 4),
    listTask(plainLists.units, 3),
    listTask(plainLists.persons, 3),
    listTask(plainLists.leases, 3),
    listTask(plainLists.issues, 3),
    listTask(plainLists.documents, 2),
    listTask(otherLists.tree, 4),
    listTask(otherLists.around, 2),
    listTask(otherLists.openIssues, 3),
    listTask(otherLists.occupied, 1),
    listTask(otherLists.found, 2),
    {
      weight: 10,
      async run() {
        const wanted = random.pick(known);
        await meet<{ readonly node: Row | null }>(node, { id: wanted.id }, (data, comparison) =>
          checkRecords([data.node], [wanted], () => ['node'], comparison),
        );
      },
    },
    {
      weight: 5,
      async run() {
        const wanted = Array.from({ length: random.int(2, 12) }, () => random.pick(known));
        const ids = wanted.map(({ id }) => id);
        await meet<{ readonly nodes: readonly (Row | null)[] }>(nodes, { ids }, (data, comparison) =>
          checkRecords(data.nodes, wanted, (index) => ['nodes', index], comparison),
        );
      },
    },
    {
      weight: 2,
      async run() {
        await meet<{
          readonly page: Page & { readonly nodes: readonly Thing[]; readonly totalCount: number | null };
        }>(linkedBuildings, {}, ({ page }, comparison) => checkThings(page, expected.linked, comparison));
      },
    },
    {
      weight: 1,
      async run() {
        await meet<{ readonly page: Page }>(orderedBuildings, {}, ({ page }, comparison) =>
          checkOrdered(page, expected.ordered, comparison),
        );
      },
    },
  ];
}
