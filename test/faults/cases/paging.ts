import { expect } from 'vitest';
import type { FaultTarget } from '../../../src/sandbox/faults.js';
import { onStage, resultOf, sourcesOf, type Page, type Stage } from '../stage.js';
import type { FaultCase, FaultGroup } from '../table.js';

/** casavi's contacts: bare arrays of 25, page by page. */
type Persons = { readonly persons: Page };
type Rows = readonly { readonly id: string }[];

const page = (first: number, after?: string): string =>
  `{ persons(first: ${first}${after === undefined ? '' : `, after: "${after}"`}) {
    nodes { id } pageInfo { hasNextPage endCursor } ${sourcesOf} } }`;

const numberOf = ({ query }: FaultTarget): number => Number(query.get('page') ?? 0);

function onContacts(
  fault: string,
  change: (rows: Rows, number: number) => unknown,
  play: (stage: Stage) => Promise<{ readonly client: string; readonly calls: string }>,
): FaultCase {
  return {
    fault,
    run: () =>
      onStage({ only: ['casavi'] }, async (stage) => {
        stage.sandbox.casavi.fail('/contacts', {
          change: (body, request) => change(body as Rows, numberOf(request)),
        });
        return play(stage);
      }),
  };
}

const ids = ({ nodes }: Page): readonly string[] => nodes.map(({ id }) => id);
const distinct = (list: readonly string[]): void => expect(new Set(list).size).toBe(list.length);

export const paging: FaultGroup = {
  title: 'Pages',
  intro:
    'No page is read for ever, no row is given twice, and a list that moves while it is read loses none in silence.',
  cases: [
    onContacts(
      'A record that stands on two pages',
      (rows, number) => (number === 1 ? [firstOf(rows), ...rows.slice(1)] : remember(rows)),
      async (stage) => {
        const { data, errors } = await stage.query<Persons>(page(60));
        expect(errors).toEqual([]);
        distinct(ids(data.persons));
        return { client: 'everything, once each', calls: '3 for 3 pages' };
      },
    ),
    onContacts(
      'A page that comes again and again, whichever is asked for',
      (rows, number) => (number === 0 ? remember(rows) : repeated()),
      async (stage) => {
        const { data, errors } = await stage.query<Persons>(page(100));
        expect(errors).toEqual([]);
        distinct(ids(data.persons));
        expect(resultOf(data.persons, 'casavi')).toMatchObject({
          status: 'PARTIAL',
          error: { code: 'UPSTREAM_BAD_RESPONSE' },
        });
        expect(data.persons.pageInfo.hasNextPage).toBe(false);
        expect(stage.received('casavi', '/contacts')).toBeLessThanOrEqual(4);
        return {
          client: 'PARTIAL: the page, once; `UPSTREAM_BAD_RESPONSE` in `sources`',
          calls: 'at most 4',
        };
      },
    ),
    moved('A row that is removed between two pages', (rows) => rows.slice(1)),
    moved('A row that is inserted between two pages', (rows) => [
      { ...(rows[0] as { readonly id: string }), id: 'C-1' },
      ...rows,
    ]),
    {
      fault: 'A total that is too high',
      run: () =>
        onStage({ only: ['homeq'] }, async (stage) => {
          stage.sandbox.homeq.fail('*', {
            change: (body) =>
              typeof body === 'object' && body !== null && 'total_hits' in body
                ? { ...body, total_hits: 100_000 }
                : body,
          });
          return readToEnd(stage);
        }),
    },
    {
      fault: 'A total that is too low',
      run: () =>
        onStage({ only: ['homeq'] }, async (stage) => {
          stage.sandbox.homeq.fail('*', {
            change: (body) =>
              typeof body === 'object' && body !== null && 'total_hits' in body
                ? { ...body, total_hits: 3 }
                : body,
          });
          const { errors } = await stage.query('{ units(first: 50) { nodes { id } } }');
          expect(errors).toEqual([]);
          return { client: 'what the pages hold', calls: `${stage.received('homeq') - 1}` };
        }),
    },
  ],
};

let kept: Rows = [];
const remember = (rows: Rows): Rows => (kept = rows);
const repeated = (): Rows => kept;
const firstOf = (rows: Rows): { readonly id: string } => kept[0] ?? (rows[0] as { readonly id: string });

/** Two windows by cursor, with the list changed in between, as far as its pages are read. */
function moved(fault: string, change: (rows: Rows) => Rows): FaultCase {
  return {
    fault,
    run: () =>
      onStage({ only: ['casavi'] }, async (stage) => {
        const { casavi } = stage.sandbox;
        const pages: Rows[] = [];
        casavi.fail('/contacts', {
          change: (body, request) => (pages[numberOf(request)] = body as Rows),
        });
        const whole = await stage.query<Persons>(page(100));
        casavi.clearFaults();
        const first = await stage.query<Persons>(page(20));
        const list = change(pages.flat());
        casavi.fail('/contacts', {
          change: (_, request) => list.slice(numberOf(request) * 25, (numberOf(request) + 1) * 25),
        });
        const second = await stage.query<Persons>(page(20, first.data.persons.pageInfo.endCursor));
        expect(second.errors).toEqual([]);
        const seen = [...ids(first.data.persons), ...ids(second.data.persons)];
        distinct(seen);
        expect(seen).toEqual(ids(whole.data.persons).slice(0, 40));
        return { client: 'every row that was there all the time, once each', calls: 'one for each page' };
      }),
  };
}

async function readToEnd(stage: Stage): Promise<{ readonly client: string; readonly calls: string }> {
  const seen: string[] = [];
  let after: string | undefined;
  for (let count = 0; count < 20; count += 1) {
    const { data, errors } = await stage.query<{ units: Page }>(
      `{ units(first: 100${after === undefined ? '' : `, after: "${after}"`}) {
        nodes { id } pageInfo { hasNextPage endCursor } ${sourcesOf} } }`,
    );
    expect(errors).toEqual([]);
    seen.push(...ids(data.units));
    if (!data.units.pageInfo.hasNextPage) break;
    after = data.units.pageInfo.endCursor;
  }
  distinct(seen);
  expect(seen.length).toBeGreaterThan(0);
  expect(stage.received('homeq')).toBeLessThan(20);
  return {
    client: 'what the pages hold, to its end',
    calls: 'no more than the pages, and the empty one behind',
  };
}
