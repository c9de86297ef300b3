import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadInputError, UnreachableError } from '../../src/errors.js';
import {
  readConnection,
  type ConnectionAsk,
  type ConnectionSource,
  type ConnectionWindow,
} from '../../src/pagination/connection.js';
import { createCursors, type ConnectionState } from '../../src/pagination/cursor.js';
import type { Ask, Listing } from '../../src/pagination/listing.js';
import { offsetListing, pagedListing } from '../../src/pagination/pages.js';
import { fakeOffsets, fakePages, readOnly, rowsOf, textListing } from './fakes.js';

const clock = { deadline: Date.now() + 1_000_000, share: 1_000_000 };
const scope = { field: 'Query.rows', subject: {} };
const cursors = createCursors(['key']);

/** A source, the rows it has, and what was asked of it. */
interface Model {
  readonly source: ConnectionSource<string>;
  readonly rows: readonly string[];
  readonly asked: readonly Ask[];
  /** How often the next reads fail. */
  fail(times: number): void;
}

type Shape = {
  readonly kind: 'array' | 'pages' | 'offset' | 'none';
  readonly count: number;
  readonly size: number;
};
const shapes = fc.record({
  kind: fc.constantFrom('array', 'pages', 'offset', 'none'),
  count: fc.integer({ min: 0, max: 15 }),
  size: fc.integer({ min: 1, max: 12 }),
});
const firsts = fc.integer({ min: 1, max: 12 });

function modelOf({ kind, count, size }: Shape, index: number): Model {
  const name = `source-${index}`;
  const origin = { source: name, provider: 'PIGELLO' };
  const rows = kind === 'none' ? [] : rowsOf(count, name);
  const asked: Ask[] = [];
  let failures = 0;
  const inner =
    kind === 'pages'
      ? pagedListing(fakePages({ rows, size: { fixed: size }, total: 'never' }).list)
      : kind === 'offset'
        ? offsetListing(fakeOffsets(rows, size, { total: count }).list)
        : textListing(() => rows);
  const listing: Listing<string> = {
    ...inner,
    read(ask) {
      asked.push(ask);
      if (failures > 0) {
        failures -= 1;
        return Promise.reject(new UnreachableError(origin, 'down'));
      }
      return inner.read(ask);
    },
  };
  return {
    rows,
    asked,
    source: { origin, listing: kind === 'none' ? null : listing },
    fail: (times) => void (failures = times),
  };
}

function modelsOf(given: readonly Shape[]): readonly Model[] {
  return given.map(modelOf);
}

const read = (
  models: readonly Model[],
  ask: Partial<ConnectionAsk<string>> & { readonly first: number },
): Promise<ConnectionWindow<string>> =>
  readConnection(
    models.map(({ source }) => source),
    { state: new Map(), wantsMore: true, wantsTotal: false, ...ask },
    clock,
  );

/** Through a cursor's text and back, as every page goes. */
function stored(state: ConnectionState, models: readonly Model[]): ConnectionState {
  const names = new Set(models.map(({ source }) => source.origin.source));
  return cursors.read(scope, cursors.write(scope, state), names);
}

const text = (state: ConnectionState): string => cursors.write(scope, state);

/** Pages on as a client does; `each` looks at every window. */
async function drain(
  models: readonly Model[],
  first: number,
  ask: Partial<ConnectionAsk<string>> = {},
  each: (window: ConnectionWindow<string>, page: number) => void = () => undefined,
): Promise<readonly string[]> {
  const rows: string[] = [];
  let state: ConnectionState = new Map();
  for (let page = 0; ; page += 1) {
    const window = await read(models, { first, ...ask, state });
    each(window, page);
    rows.push(...window.rows.map(({ value }) => value));
    expect(window.rows.length).toBeLessThanOrEqual(first);
    expect(page).toBeLessThan(500);
    const failed = window.outcomes.some(({ status }) => status === 'FAILED');
    if (!window.hasNextPage && !failed) return rows;
    state = stored(window.endState(), models);
  }
}

describe('a connection over several sources', () => {
  const several = fc.array(shapes, { maxLength: 5 });

  it('gives every row once, source by source, and knows exactly whether more follows', async () => {
    await fc.assert(
      fc.asyncProperty(several, firsts, fc.boolean(), async (given, first, wantsTotal) => {
        const models = modelsOf(given);
        const all = models.flatMap(({ rows }) => rows);
        let seen = 0;
        const rows = await drain(models, first, { wantsTotal }, (window) => {
          seen += window.rows.length;
          expect(window.hasNextPage).toBe(seen < all.length);
          if (window.hasNextPage) expect(window.rows).toHaveLength(first);
        });
        expect(rows).toEqual(all);
      }),
    );
  });

  it('gives the same cursor to the same row, whatever was selected and however the pages were cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        several,
        firsts,
        firsts,
        fc.boolean(),
        fc.boolean(),
        async (given, one, other, more, total) => {
          const cursorsOf = async (first: number, ask: Partial<ConnectionAsk<string>>) => {
            const met = new Map<string, string>();
            const models = modelsOf(given);
            let state: ConnectionState = new Map();
            for (;;) {
              const window: ConnectionWindow<string> = await read(models, { first, ...ask, state });
              for (const row of window.rows) met.set(row.value, text(row.state()));
              const last = window.rows.at(-1);
              // The last row's cursor is the page's.
              if (last !== undefined) expect(text(window.endState())).toBe(text(last.state()));
              else expect(text(window.endState())).toBe(text(state));
              if (window.rows.length < first) return met;
              state = window.endState();
            }
          };
          const straight = await cursorsOf(one, { wantsMore: true, wantsTotal: false });
          expect(await cursorsOf(other, { wantsMore: more, wantsTotal: total })).toEqual(straight);
        },
      ),
    );
  });

  it('goes on behind any row of a page', async () => {
    await fc.assert(
      fc.asyncProperty(several, firsts, fc.nat(), async (given, first, at) => {
        const models = modelsOf(given);
        const all = models.flatMap(({ rows }) => rows);
        const window = await read(models, { first });
        fc.pre(window.rows.length > 0);
        const index = at % window.rows.length;
        const state = window.rows[index]?.state() ?? new Map();
        const next = await read(models, { first: 100, state: stored(state, models) });
        expect(next.rows.map(({ value }) => value)).toEqual(all.slice(index + 1));
      }),
    );
  });

  it('loses nothing of a source that fails: whoever comes back with the cursor gets the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        several,
        firsts,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 2 })), { maxLength: 6 }),
        fc.boolean(),
        async (given, first, schedule, wantsTotal) => {
          const models = modelsOf(given);
          const breakOne = (page: number): void => {
            const [which, times] = schedule[page] ?? [];
            if (which !== undefined && models.length > 0) models[which % models.length]?.fail(times ?? 0);
          };
          breakOne(0);
          const rows = await drain(models, first, { wantsTotal }, (window, page) => {
            const failed = window.outcomes.filter(({ status }) => status === 'FAILED');
            if (failed.length > 0) expect(window.total).toBeNull();
            breakOne(page + 1);
          });
          expect([...rows].sort()).toEqual(models.flatMap((model) => model.rows).sort());
        },
      ),
    );
  });

  it('counts the rows of all sources, whatever page is read, or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(several, firsts, async (given, first) => {
        const models = modelsOf(given);
        const all = models.flatMap(({ rows }) => rows).length;
        await drain(models, first, { wantsTotal: true }, ({ total }) => {
          if (given.every(({ kind }) => kind !== 'pages')) expect(total).toBe(all);
          else expect([null, all]).toContain(total);
        });
      }),
    );
  });
});

describe('a connection asks', () => {
  const shape = (count: number): Shape => ({ kind: 'array', count, size: 1 });
  const three = (): readonly Model[] => modelsOf([shape(5), shape(5), shape(5)]);
  const asked = (models: readonly Model[]): readonly number[] => models.map((model) => model.asked.length);
  const names = (window: ConnectionWindow<string>): readonly string[] =>
    window.outcomes.map(({ origin }) => origin.source);

  it('the first source alone where it fills the window, and leaves the others out', async () => {
    const models = three();
    const window = await read(models, { first: 4, wantsMore: true });
    expect(asked(models)).toEqual([1, 0, 0]);
    expect(window.hasNextPage).toBe(true);
    expect(names(window)).toEqual(['source-0']);
  });

  it('all others together, for what is missing, where it does not', async () => {
    const models = three();
    const window = await read(models, { first: 8, wantsMore: false });
    expect(asked(models)).toEqual([1, 1, 1]);
    expect(models[1]?.asked[0]).toMatchObject({ from: 0, limit: 3 });
    expect(window.rows.map(({ value }) => value)).toEqual([
      ...rowsOf(5, 'source-0'),
      ...rowsOf(3, 'source-1'),
    ]);
    expect(names(window)).toEqual(['source-0', 'source-1', 'source-2']);
  });

  it('the others for nothing but whether they have rows, where the window is full and more is asked for', async () => {
    const models = three();
    expect((await read(models, { first: 5, wantsMore: true })).hasNextPage).toBe(true);
    expect(asked(models)).toEqual([1, 1, 1]);
    expect(models.map((model) => model.asked[0]?.limit)).toEqual([5, 0, 0]);
    const again = three();
    await read(again, { first: 5, wantsMore: false });
    expect(asked(again)).toEqual([1, 0, 0]);
  });

  it('all at once where the total is asked', async () => {
    const models = three();
    const window = await read(models, { first: 2, wantsTotal: true });
    expect(asked(models)).toEqual([1, 1, 1]);
    expect(window.total).toBe(15);
    const last = await read(models, { first: 20, state: window.endState(), wantsTotal: true });
    expect(last.total).toBe(15);
  });

  it('the first unfinished source on a later page', async () => {
    const models = three();
    const window = await read(models, { first: 7, wantsMore: false });
    const again = three();
    await read(again, { first: 2, wantsMore: false, state: window.endState() });
    expect(asked(again)).toEqual([0, 1, 0]);
  });

  it('nobody who cannot serve it, and says SKIPPED of them', async () => {
    const models = modelsOf([
      { kind: 'none', count: 0, size: 1 },
      shape(2),
      { kind: 'none', count: 0, size: 1 },
    ]);
    const window = await read(models, { first: 5, wantsTotal: true });
    expect(window.outcomes.map(({ status }) => status)).toEqual(['SKIPPED', 'OK', 'SKIPPED']);
    expect([window.total, window.hasNextPage]).toEqual([2, false]);
    const none = await read(modelsOf([{ kind: 'none', count: 0, size: 1 }]), { first: 5, wantsTotal: true });
    expect(none.outcomes.map(({ status }) => status)).toEqual(['SKIPPED']);
    expect([none.total, none.hasNextPage, none.rows]).toEqual([0, false, []]);
  });

  it('no source at all: it is empty', async () => {
    const window = await read([], { first: 5, wantsTotal: true });
    expect(window).toMatchObject({ rows: [], hasNextPage: false, total: 0, outcomes: [] });
  });
});

describe('a source that fails', () => {
  const shape = (count: number): Shape => ({ kind: 'array', count, size: 1 });

  it('is named, gives nothing, and does not count for whether more follows', async () => {
    const models = modelsOf([shape(3), shape(3)]);
    models[0]?.fail(1);
    const window = await read(models, { first: 10, wantsTotal: true });
    expect(window.rows.map(({ value }) => value)).toEqual(rowsOf(3, 'source-1'));
    expect(window.outcomes.map(({ status }) => status)).toEqual(['FAILED', 'OK']);
    expect(window.hasNextPage).toBe(false);
    expect(window.total).toBeNull();
    const next = await read(models, { first: 10, state: stored(window.endState(), models) });
    expect(next.rows.map(({ value }) => value)).toEqual(rowsOf(3, 'source-0'));
  });

  it('goes on from where it stood', async () => {
    const models = modelsOf([shape(5), shape(2)]);
    const one = await read(models, { first: 3 });
    models[0]?.fail(1);
    const two = await read(models, { first: 3, state: stored(one.endState(), models) });
    expect(two.rows.map(({ value }) => value)).toEqual(rowsOf(2, 'source-1'));
    const three = await read(models, { first: 3, state: stored(two.endState(), models) });
    expect(three.rows.map(({ value }) => value)).toEqual(['source-0 3', 'source-0 4']);
  });

  it('is asked again even by a cursor of an empty page', async () => {
    const models = modelsOf([shape(2)]);
    models[0]?.fail(1);
    const window = await read(models, { first: 5 });
    expect(window.rows).toEqual([]);
    expect((await read(models, { first: 5, state: stored(window.endState(), models) })).rows).toHaveLength(2);
  });

  it('with a fault of our own is told as it is', async () => {
    const broken: ConnectionSource<string> = {
      origin: { source: 'a', provider: 'PIGELLO' },
      listing: readOnly({ stride: 1, read: () => Promise.reject(new TypeError('a mistake')) }),
    };
    const ask = { first: 1, state: new Map(), wantsMore: false, wantsTotal: false };
    const { outcomes } = await readConnection([broken], ask, clock);
    expect(outcomes).toMatchObject([{ status: 'FAILED', error: { message: 'a mistake' } }]);
  });

  it('because of its position is the fault of the cursor', async () => {
    const models = modelsOf([shape(2)]);
    const state = new Map([['source-0', [1, 2]]]);
    await expect(read(models, { first: 1, state })).rejects.toThrow(BadInputError);
    await expect(read(models, { first: 1, state })).rejects.toThrow(/another version of the gateway/);
  });
});

describe('a source that stops before its end', () => {
  const rows = rowsOf(9, 'scanned');
  /** Looks at two rows a read, of which every third fits. */
  const scan = readOnly<string>({
    stride: 2,
    read({ from, limit, needMore }) {
      const at = from as number;
      const seen = rows.slice(at, at + 2).map((value, index) => ({ value, next: at + index + 1 }));
      const fitting = seen.filter(({ value }) => Number(value.split(' ')[1]) % 3 === 0).slice(0, limit);
      const ended = at + 2 >= rows.length;
      return Promise.resolve(
        ended
          ? { rows: fitting, more: false, total: null }
          : fitting.length === limit && !needMore
            ? { rows: fitting, more: undefined, total: null }
            : { rows: fitting, more: true, total: null, stoppedAt: at + 2 },
      );
    },
  });
  const sources: readonly ConnectionSource<string>[] = [
    { origin: { source: 'scan', provider: 'CASAVI' }, listing: scan },
    { origin: { source: 'plain', provider: 'PIGELLO' }, listing: textListing(() => rowsOf(2, 'plain')) },
  ];

  it('says so, and is taken up again where it stopped', async () => {
    const found: string[] = [];
    const statuses: string[] = [];
    let state: ConnectionState = new Map();
    for (let more = true; more;) {
      const ask = { first: 4, state, wantsMore: true, wantsTotal: false };
      const window = await readConnection(sources, ask, clock);
      found.push(...window.rows.map(({ value }) => value));
      for (const outcome of window.outcomes) {
        statuses.push(`${outcome.origin.source} ${outcome.status}`);
        if (outcome.status === 'OK' || outcome.status === 'PARTIAL')
          expect(outcome.truncated).toBe(outcome.status === 'PARTIAL');
      }
      more = window.hasNextPage;
      state = cursors.read(scope, cursors.write(scope, window.endState()), new Set(['scan', 'plain']));
    }
    expect([...found].sort()).toEqual(['plain 0', 'plain 1', 'scanned 0', 'scanned 3', 'scanned 6'].sort());
    expect(statuses).toContain('scan PARTIAL');
    expect(statuses.filter((status) => status.startsWith('scan')).at(-1)).toBe('scan OK');
  });

  it('does so behind the reader, where it is only counted: nothing follows there', async () => {
    const read = () => Promise.resolve({ rows: [], more: true, total: null, stoppedAt: 2 });
    const [scanned, plain] = sources;
    if (scanned === undefined || plain === undefined) throw new TypeError('there are two sources');
    const passed = { ...scanned, listing: readOnly<string>({ stride: 2, read }) };
    const state: ConnectionState = new Map([['scan', 'end']]);
    const ask = { first: 4, state, wantsMore: true, wantsTotal: true };
    const window = await readConnection([passed, plain], ask, clock);
    expect(window).toMatchObject({
      hasNextPage: false,
      total: null,
      outcomes: [{ status: 'OK' }, { status: 'OK' }],
    });
    expect(window.endState().get('scan')).toBe('end');
  });
});

describe('the time of a connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const never: ConnectionSource<string> = {
    origin: { source: 'never', provider: 'CASAVI' },
    listing: readOnly({ stride: 1, read: () => new Promise(() => undefined) }),
  };
  const prompt: ConnectionSource<string> = {
    origin: { source: 'prompt', provider: 'PIGELLO' },
    listing: textListing(() => rowsOf(2, 'prompt')),
  };
  const ask = { first: 5, state: new Map(), wantsMore: true, wantsTotal: false };

  it('is shared out: a source that hangs has its part, then the others are asked', async () => {
    const reading = readConnection([never, prompt], ask, { deadline: Date.now() + 30_000, share: 10_000 });
    await vi.advanceTimersByTimeAsync(9_999);
    const early = await Promise.race([reading, Promise.resolve('not yet')]);
    expect(early).toBe('not yet');
    await vi.advanceTimersByTimeAsync(1);
    const window = await reading;
    expect(window.rows.map(({ value }) => value)).toEqual(rowsOf(2, 'prompt'));
    expect(window.outcomes).toMatchObject([
      { status: 'FAILED', error: { code: 'UPSTREAM_TIMEOUT' } },
      { status: 'OK' },
    ]);
  });

  it('is all for a source that nobody waits behind', async () => {
    const reading = readConnection([never], ask, { deadline: Date.now() + 30_000, share: 10_000 });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await Promise.race([reading, Promise.resolve('not yet')])).toBe('not yet');
    await vi.advanceTimersByTimeAsync(1);
    expect((await reading).outcomes).toMatchObject([{ status: 'FAILED' }]);
  });

  it('ends with what is there', async () => {
    const reading = readConnection([prompt, never], ask, { deadline: Date.now() + 30_000, share: 10_000 });
    await vi.advanceTimersByTimeAsync(30_000);
    const window = await reading;
    expect(window.rows).toHaveLength(2);
    expect(window.outcomes).toMatchObject([{ status: 'OK' }, { status: 'FAILED' }]);
  });

  it('that is over already fails what is not there at once', async () => {
    const reading = readConnection([never, prompt], ask, { deadline: Date.now() - 1, share: 10_000 });
    await vi.advanceTimersByTimeAsync(0);
    expect((await reading).outcomes[0]).toMatchObject({
      status: 'FAILED',
      error: { code: 'UPSTREAM_TIMEOUT' },
    });
  });
});
