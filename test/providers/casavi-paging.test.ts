import { beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../../resolvers/casavi/by-id.js';
import { createLists, pageSize, type CasaviLists, type Received } from '../../resolvers/casavi/pages.js';
import { paths, type PathName } from '../../resolvers/casavi/paths.js';
import { UnexpectedShapeError, UnexpectedStatusError } from '../../src/errors.js';
import type { ApiAnswer, ApiCall } from '../../src/http/client.js';
import { createSession, type Session } from '../../src/http/session.js';
import { startOperation } from '../../src/operation.js';
import { readAll } from '../../src/pagination/listing.js';
import { start, toPosition, type Position } from '../../src/pagination/position.js';
import { callsOf } from '../../src/plan/cost.js';
import { createSizes } from '../../src/plan/sizes.js';
import { createDrift } from '../../src/wire/drift.js';
import { drain } from '../pagination/fakes.js';

/** How casavi may page, as far as the document leaves it open. */
interface Manners {
  readonly base?: 0 | 1;
  readonly envelope?: 'array' | 'rows' | 'content' | 'list';
  /** Whether an envelope tells its page and how many there are. */
  readonly tells?: boolean;
  readonly ignoresPage?: boolean;
}

const origin = { source: 'casavi', provider: 'CASAVI' };
const people = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `C-${index}` }));
const idsOf = (rows: readonly Received<'contacts'>[]): readonly string[] => rows.map(({ row }) => row.id);
const at = (offset: number): Position => toPosition({ offset, marks: [] });

/** A session of an operation whose calls are answered by hand. */
function sessionOver(answer: (call: ApiCall) => unknown): Session {
  const request = async (call: ApiCall): Promise<ApiAnswer> => {
    // As from afar: what goes out together is under way together.
    await new Promise((resolve) => setImmediate(resolve));
    return { status: 200, body: answer(call), receivedAt: new Date() };
  };
  const operation = startOperation(undefined);
  operation.finish();
  return createSession({ origin, request }, operation);
}

/** A casavi of contacts (and properties, which always come in their envelope) that writes down what it is asked. */
function createCasavi(rows: readonly { readonly id: string }[], manners: Manners = {}) {
  const { base = 0, envelope = 'array', tells = true, ignoresPage = false } = manners;
  const asked: string[] = [];
  const answer = ({ path, params, query }: ApiCall): unknown => {
    const number = query?.['page'];
    const single = params?.['contactId'];
    asked.push(single ?? (number === undefined ? path : `${path} ${String(number)}`));
    if (single === 'broken') throw new Error('broken');
    if (single !== undefined) {
      const found = rows.find(({ id }) => id === single);
      if (found === undefined) throw new UnexpectedStatusError(origin, `GET ${path}`, 404);
      return { ...found, note: 'single' };
    }
    if (path === '/properties') return { rows: [], pageCount: 0, page: base };
    const index = ignoresPage || number === undefined ? 0 : Math.max(0, Number(number) - base);
    const page = rows.slice(index * pageSize, (index + 1) * pageSize);
    const told = tells ? { page: index + base, pageCount: Math.ceil(rows.length / pageSize) } : {};
    return envelope === 'array' ? page : { [envelope]: page, ...told };
  };
  return { asked, session: () => sessionOver(answer) };
}

const pathOf = (name: PathName): string => paths[name].path;
const connect = (): CasaviLists => createLists(pathOf, origin, createSizes(), createDrift());

describe('a list of casavi', () => {
  let lists: CasaviLists;
  beforeEach(() => {
    lists = connect();
  });
  const read = (session: Session, offset: number, limit: number, needMore = false) =>
    lists.listing(session, 'contacts').read({ from: at(offset), limit, needMore, needTotal: false });

  describe.each([0, 1] as const)('counted from %i', (base) => {
    describe.each(['array', 'rows', 'content', 'list'] as const)('in the envelope %s', (envelope) => {
      it.each([0, 1, 24, 25, 26, 50, 60])('of %i rows is read to its end', async (count) => {
        for (const tells of [true, false]) {
          lists = connect();
          const { session } = createCasavi(people(count), { base, envelope, tells });
          // Twice: the second time the number of pages is known, and they are asked for together.
          for (let time = 0; time < 2; time += 1) {
            const { rows } = await drain(lists.listing(session(), 'contacts'), () => 7);
            expect(idsOf(rows)).toEqual(people(count).map(({ id }) => id));
          }
          expect(lists.size('contacts').rows).toBe(count);
        }
      });
    });

    it('tells where it begins by a first page that comes again', async () => {
      const { session, asked } = createCasavi(people(60), { base });
      await read(session(), 0, 50);
      expect(asked).toEqual(['/contacts', '/contacts 1', ...(base === 1 ? ['/contacts 2'] : [])]);
      asked.splice(0);
      await read(session(), 30, 20);
      expect(asked).toEqual([`/contacts ${1 + base}`]);
    });

    it('tells it by its envelope, which costs nothing', async () => {
      const { session, asked } = createCasavi(people(60), { base, envelope: 'content' });
      await read(session(), 0, 50);
      expect(asked).toEqual(['/contacts', `/contacts ${1 + base}`]);
    });

    it('is begun in the middle with the properties, which tell it', async () => {
      const { session, asked } = createCasavi(people(60), { base });
      const { rows } = await read(session(), 30, 5);
      expect(rows.map(({ value }) => value.row.id)).toEqual(['C-30', 'C-31', 'C-32', 'C-33', 'C-34']);
      expect(asked).toEqual(['/properties', `/contacts ${1 + base}`]);
    });
  });

  it('whose server ignores the page repeats itself: it ends, and no wrong number is learnt', async () => {
    const { session } = createCasavi(people(60), { ignoresPage: true });
    const slice = await read(session(), 0, 100);
    expect(slice.rows).toHaveLength(pageSize);
    expect(slice.warnings).toHaveLength(1);
    const honest = createCasavi(people(60));
    expect((await read(honest.session(), 0, 100)).rows).toHaveLength(60);
  });

  it('reads a page once in an operation, and again in the next', async () => {
    const { session, asked } = createCasavi(people(10));
    const one = session();
    await Promise.all([read(one, 0, 5), read(one, 0, 10)]);
    expect(asked).toHaveLength(1);
    await read(session(), 0, 5);
    expect(asked).toHaveLength(2);
  });

  it('asks for the pages of a window together once their number is known, and for no more', async () => {
    const { session, asked } = createCasavi(people(110));
    await readAll(lists.listing(session(), 'contacts'));
    asked.splice(0);
    const own = session();
    await read(own, 20, 40);
    expect(asked).toEqual(['/contacts', '/contacts 1', '/contacts 2']);
    expect(own.wave).toBe(1);
  });

  it('asks for all further pages together once an envelope has told how many there are', async () => {
    const { session, asked } = createCasavi(people(110), { envelope: 'rows' });
    const first = session();
    await read(first, 0, 100);
    expect([asked.length, first.wave]).toEqual([4, 2]);
    // The last page was not read, but it is known to be there.
    expect([lists.size('contacts').rows, lists.size('contacts').atLeast]).toEqual([undefined, 101]);
    const next = session();
    await read(next, 0, 110);
    expect(next.wave).toBe(1);
  });

  it.each([
    ['no list', { message: 'Hello' }],
    ['rows without ids', [{ name: 'x' }, {}]],
    ['more rows than a page has', people(26)],
  ])('that answers %s has failed', async (_, body) => {
    await expect(
      read(
        sessionOver(() => body),
        0,
        5,
      ),
    ).rejects.toThrow(UnexpectedShapeError);
  });

  it('leaves out a row without its id, and keeps the places of the others', async () => {
    const { session } = createCasavi([{ id: 'C-1' }, {} as { id: string }, { id: 'C-3' }]);
    const slice = await read(session(), 0, 5);
    expect(slice.rows).toMatchObject([
      { value: { row: { id: 'C-1' } }, next: [1, expect.anything()] },
      { value: { row: { id: 'C-3' } }, next: [3, expect.anything()] },
    ]);
    expect(slice.warnings).toHaveLength(1);
  });

  it('that hangs on a record ends with it: no rows, and no failure', async () => {
    const session = sessionOver(({ path }) => {
      throw new UnexpectedStatusError(origin, `GET ${path}`, 404);
    });
    const gone = lists.listing(session, 'units', { params: { propertyId: 'W-1' } });
    expect(await readAll(gone)).toEqual([]);
    await expect(read(session, 0, 5)).rejects.toThrow(UnexpectedStatusError);
  });

  describe('is reckoned', () => {
    const window = (limit: number) => ({ from: start, limit, needMore: true, needTotal: false });

    it.each([
      // A full last page of a bare array needs the next one as proof.
      ['array', 3, 2],
      ['rows', 2, 2],
    ] as const)(
      'with a proof page or without, as its answers (%s) have shown',
      async (envelope, full, less) => {
        const { session, asked } = createCasavi(people(50), { envelope });
        await readAll(lists.listing(session(), 'contacts'));
        for (const [limit, calls] of [
          [50, full],
          [49, less],
        ] as const) {
          expect(callsOf(lists.listing(session(), 'contacts').cost(window(limit)))).toBe(calls);
          asked.splice(0);
          await lists.listing(session(), 'contacts').read(window(limit));
          expect(asked).toHaveLength(calls);
        }
      },
    );

    it('by the documented form as long as nobody has seen an answer', () => {
      expect(callsOf(lists.windowCost('contacts', window(25)))).toBe(2);
      expect(callsOf(lists.windowCost('units', window(25)))).toBe(1);
    });

    it('as shared by all who read it from its start, without a reference in the name', () => {
      const { session } = createCasavi([]);
      const names = (propertyId: string): unknown =>
        lists.listing(session(), 'units', { params: { propertyId } }).cost(window(5)).calls[0]?.shared;
      expect(names('W-1')).toBe(names('W-1'));
      expect(names('W-1')).not.toBe(names('W-2'));
      expect(names('W-1')).not.toContain('W-1');
      const later = lists.listing(session(), 'contacts').cost({ ...window(5), from: at(30) });
      expect(later.calls[0]).not.toHaveProperty('shared');
    });
  });
});

describe('records by their ids', () => {
  /** How each was found, and what was asked for. */
  const gathered = async (
    lists: CasaviLists,
    session: Session,
    ids: readonly string[],
    inListOnly = false,
  ): Promise<readonly (string | null)[]> => {
    const records = createRecords(lists, pathOf, origin, createDrift());
    const found = await records.byId(session, 'contacts', ids, { inListOnly });
    return ids.map((id) => {
      const each = found(id);
      if (each === null || each instanceof Error) return each && each.message;
      return `${each.listed ? 'listed' : 'single'} ${each.received.row.id}`;
    });
  };
  const singlesIn = (asked: readonly string[]): readonly string[] =>
    asked.filter((each) => !each.startsWith('/'));

  it('none: no call', async () => {
    const { session, asked } = createCasavi(people(60));
    expect(await gathered(connect(), session(), [])).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('of a list that nobody has seen: singly, each once, and a failure takes its own place', async () => {
    const { session, asked } = createCasavi(people(60));
    const found = await gathered(connect(), session(), ['C-1', 'broken', 'gone', 'C-1', 'C-50']);
    expect(found).toEqual(['single C-1', 'broken', null, 'single C-1', 'single C-50']);
    expect(asked).toEqual(['C-1', 'broken', 'gone', 'C-50']);
  });

  it.each([60, 100])('%i of a list that nobody has seen: singly', async (many) => {
    const { session, asked } = createCasavi(people(200));
    await gathered(
      connect(),
      session(),
      people(many).map(({ id }) => id),
    );
    expect(singlesIn(asked)).toHaveLength(many);
  });

  it.each([0, 1] as const)(
    'more than a hundred of a list that nobody has seen: its pages, tried together (counted from %i)',
    async (base) => {
      const { session, asked } = createCasavi(people(150), { base });
      const ids = people(120).map(({ id }) => id);
      const own = session();
      const found = await gathered(connect(), own, [...ids, 'gone']);
      expect(found).toEqual([...ids.map((id) => `listed ${id}`), null]);
      expect(singlesIn(asked)).toEqual(['gone']);
      // The number of the first page is learnt on the way, by a page that repeats it.
      expect(asked.filter((each) => each.startsWith('/'))).toHaveLength(5 + base);
      // The first page, the one that shows how pages are counted, the others, and the single call.
      expect(own.wave).toBe(4 + base);
    },
  );

  it('of a list that was seen: its pages if these are fewer than the ids, else singly', async () => {
    const lists = connect();
    const { session, asked } = createCasavi(people(60));
    await readAll(lists.listing(session(), 'contacts'));
    asked.splice(0);
    const own = session();
    expect(await gathered(lists, own, ['C-1', 'C-30', 'C-59', 'gone'])).toEqual([
      'listed C-1',
      'listed C-30',
      'listed C-59',
      // Its end was read: what was not met does not exist.
      null,
    ]);
    expect([asked.length, own.wave, singlesIn(asked)]).toEqual([3, 1, []]);
    asked.splice(0);
    await gathered(lists, session(), ['C-1', 'C-30', 'C-59']);
    expect(asked).toEqual(['C-1', 'C-30', 'C-59']);
  });

  it('that the operation has met in the list already: no call', async () => {
    const lists = connect();
    const { session, asked } = createCasavi(people(60));
    const own = session();
    await lists.listing(own, 'contacts').read({ from: start, limit: 5, needMore: false, needTotal: false });
    asked.splice(0);
    expect(await gathered(lists, own, ['C-24', 'C-25'])).toEqual(['listed C-24', 'single C-25']);
    expect(asked).toEqual(['C-25']);
  });

  it('of a list that has grown since: read on, or singly', async () => {
    const lists = connect();
    await readAll(lists.listing(createCasavi(people(50)).session(), 'contacts'));
    const { session } = createCasavi(people(70));
    const found = await gathered(lists, session(), ['C-1', 'C-2', 'C-26', 'C-69']);
    expect(found).toEqual(['listed C-1', 'listed C-2', 'listed C-26', 'single C-69']);
  });

  it('of a list whose server ignores the page: singly, since nobody knows where it ends', async () => {
    const lists = connect();
    await readAll(lists.listing(createCasavi(people(60)).session(), 'contacts'));
    const { session } = createCasavi(people(60), { ignoresPage: true });
    expect(await gathered(lists, session(), ['C-1', 'C-30', 'C-59', 'gone'])).toEqual([
      'listed C-1',
      'single C-30',
      'single C-59',
      null,
    ]);
  });

  it('of a list alone: read until all are met, to the end if need be', async () => {
    const { session, asked } = createCasavi(people(60));
    expect(await gathered(connect(), session(), ['C-30'], true)).toEqual(['listed C-30']);
    expect(asked).toEqual(['/contacts', '/contacts 1']);
    expect(await gathered(connect(), session(), ['gone'], true)).toEqual([null]);
    const endless = createCasavi(people(60), { ignoresPage: true });
    expect(await gathered(connect(), endless.session(), ['gone'], true)).toEqual([null]);
  });

  it('of a list alone whose first page tells how many there are: all others together', async () => {
    const { session, asked } = createCasavi(people(110), { envelope: 'rows' });
    const own = session();
    expect(await gathered(connect(), own, ['C-109'], true)).toEqual(['listed C-109']);
    expect([asked.length, own.wave]).toEqual([5, 2]);
  });
});
