import { beforeEach, describe, expect, it } from 'vitest';
import { settings } from '../../resolvers/casavi/config.js';
import { gather } from '../../resolvers/casavi/gather.js';
import { createLists, pageSize, type CasaviLists, type Received } from '../../resolvers/casavi/pages.js';
import { UnexpectedShapeError } from '../../src/errors.js';
import type { ApiAnswer, ApiCall } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import { readAll } from '../../src/pagination/listing.js';

/** How casavi may page, as far as the document leaves it open. */
interface Manners {
  readonly base?: 0 | 1;
  readonly envelope?: 'array' | 'rows' | 'content' | 'list';
  /** Whether an envelope tells its page and how many there are. */
  readonly tells?: boolean;
  readonly ignoresPage?: boolean;
}

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `C-${index}` }));
const idsOf = (rows: readonly Received<'contacts'>[]): readonly string[] => rows.map(({ row }) => row.id);

/** A casavi of contacts (and properties, which always come in their envelope) that writes down what it is asked. */
function createCasavi(rows: readonly { readonly id: string }[], manners: Manners = {}) {
  const { base = 0, envelope = 'array', tells = true, ignoresPage = false } = manners;
  const asked: string[] = [];
  const answer = (body: unknown): ApiAnswer => ({ status: 200, body, receivedAt: new Date(), bytes: 0 });
  const get = ({ path, query }: ApiCall): Promise<ApiAnswer> => {
    const number = query?.['page'];
    asked.push(number === undefined ? path : `${path} ${String(number)}`);
    if (path === '/properties') return Promise.resolve(answer({ rows: [], pageCount: 0, page: base }));
    const at = ignoresPage || number === undefined ? 0 : Math.max(0, Number(number) - base);
    const page = rows.slice(at * pageSize, (at + 1) * pageSize);
    const told = tells ? { page: at + base, pageCount: Math.ceil(rows.length / pageSize) } : {};
    return Promise.resolve(answer(envelope === 'array' ? page : { [envelope]: page, ...told }));
  };
  const session = (): Session => ({ get, find: get });
  return { asked, session };
}

function connect(): CasaviLists {
  const own = settings.parse({ id: 'casavi', provider: 'casavi', credentials: { key: 'k', secret: 's' } });
  return createLists(own, { source: 'casavi', provider: 'CASAVI' });
}

describe('a list of casavi', () => {
  let lists: CasaviLists;
  beforeEach(() => {
    lists = connect();
  });
  const read = (session: Session, from: number, limit: number, needMore = false) =>
    lists.of(session, 'contacts').listing.read({ from, limit, needMore, needTotal: false });

  describe.each([0, 1] as const)('counted from %i', (base) => {
    describe.each(['array', 'rows', 'content', 'list'] as const)('in the envelope %s', (envelope) => {
      it.each([0, 1, 24, 25, 26, 50, 60])('of %i rows is read to its end', async (count) => {
        for (const tells of [true, false]) {
          lists = connect();
          const { session } = createCasavi(people(count), { base, envelope, tells });
          // Twice: the second time the number of pages is known, and they are asked for together.
          for (let time = 0; time < 2; time += 1) {
            const all = await readAll(lists.of(session(), 'contacts').listing, 7);
            expect(idsOf(all)).toEqual(people(count).map(({ id }) => id));
          }
        }
      });
    });

    it('tells where it begins by a first page that comes again', async () => {
      const { session, asked } = createCasavi(people(60), { base });
      await read(session(), 0, 50);
      expect(asked).toEqual(['/contacts', '/contacts 1', ...(base === 1 ? ['/contacts 2'] : [])]);
      asked.splice(0);
      await read(session(), 25, 25);
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
    await Promise.all([read(one, 0, 5), read(one, 5, 5), lists.of(one, 'contacts').page(0)]);
    expect(asked).toHaveLength(1);
    await read(session(), 0, 5);
    expect(asked).toHaveLength(2);
  });

  it('asks for the pages of a window together once their number is known, and for no more', async () => {
    const { session, asked } = createCasavi(people(110));
    await readAll(lists.of(session(), 'contacts').listing);
    asked.splice(0);
    const reading = read(session(), 20, 40);
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toHaveLength(3);
    await reading;
    expect(asked).toEqual(['/contacts', '/contacts 1', '/contacts 2']);
  });

  it.each([
    ['no list', { message: 'Hello' }],
    ['rows without ids', [{ name: 'x' }, {}]],
    ['more rows than a page has', people(26)],
  ])('that answers %s has failed', async (_, body) => {
    const get = () => Promise.resolve({ status: 200, body, receivedAt: new Date(), bytes: 0 });
    await expect(read({ get, find: get }, 0, 5)).rejects.toThrow(UnexpectedShapeError);
  });

  it('leaves out a row without its id, and keeps the places of the others', async () => {
    const { session } = createCasavi([{ id: 'C-1' }, {} as { id: string }, { id: 'C-3' }]);
    const slice = await read(session(), 0, 5);
    expect(slice.rows).toMatchObject([
      { value: { row: { id: 'C-1' } }, next: 1 },
      { value: { row: { id: 'C-3' } }, next: 3 },
    ]);
    expect(slice.warnings).toHaveLength(1);
  });
});

describe('records by their ids', () => {
  let singles: string[];
  beforeEach(() => {
    singles = [];
  });
  const gathered = async (
    lists: CasaviLists,
    session: Session,
    ids: readonly string[],
    { only = false }: { readonly only?: boolean } = {},
  ) => {
    const single = (id: string): Promise<string | null> => {
      singles.push(id);
      if (id === 'broken') return Promise.reject(new Error('broken'));
      return Promise.resolve(id.startsWith('C-') ? `single ${id}` : null);
    };
    const find = await gather<'contacts', string>(ids, {
      list: lists.of(session, 'contacts'),
      toRecord: ({ row }) => `listed ${row.id}`,
      ...(only ? {} : { single }),
    });
    return ids.map(find);
  };

  it('none: no call', async () => {
    const { session, asked } = createCasavi(people(60));
    expect(await gathered(connect(), session(), [])).toEqual([]);
    expect([asked, singles]).toEqual([[], []]);
  });

  it('few, of a list that nobody has seen: singly, each once, and a failure takes its own place', async () => {
    const { session, asked } = createCasavi(people(60));
    const found = await gathered(connect(), session(), ['C-1', 'broken', 'gone', 'C-1', 'C-50']);
    expect(found).toEqual(['single C-1', new Error('broken'), null, 'single C-1', 'single C-50']);
    expect(singles).toEqual(['C-1', 'broken', 'gone', 'C-50']);
    expect(asked).toEqual([]);
  });

  it('many, of a list that nobody has seen: its pages, as far as these pay', async () => {
    const { session, asked } = createCasavi(people(100));
    const ids = people(100).map(({ id }) => id);
    const found = await gathered(connect(), session(), [...ids.slice(0, 80), 'gone']);
    expect(found).toEqual([...ids.slice(0, 80).map((id) => `listed ${id}`), null]);
    expect(singles).toEqual(['gone']);
    expect(asked).toHaveLength(4);
  });

  it('many, spread thinly over a long list: a try, then singly', async () => {
    const { session, asked } = createCasavi(people(2_000));
    const ids = Array.from({ length: 20 }, (_, index) => `C-${index * 100}`);
    const found = await gathered(connect(), session(), ids);
    expect(found.map((each) => String(each).split(' ')[1])).toEqual(ids);
    expect(asked).toEqual(['/contacts']);
    expect(singles).toHaveLength(19);
  });

  it('of a list that was seen: its pages if these are fewer than the ids, else singly', async () => {
    const lists = connect();
    const { session, asked } = createCasavi(people(60));
    await readAll(lists.of(session(), 'contacts').listing);
    asked.splice(0);
    expect(await gathered(lists, session(), ['C-1', 'C-30', 'C-59', 'gone'])).toEqual([
      'listed C-1',
      'listed C-30',
      'listed C-59',
      // Its end was read: what was not met does not exist.
      null,
    ]);
    expect([asked.length, singles]).toEqual([3, []]);
    asked.splice(0);
    await gathered(lists, session(), ['C-1', 'C-30', 'C-59']);
    expect([asked, singles]).toEqual([[], ['C-1', 'C-30', 'C-59']]);
  });

  it('of a list that has grown since: read on, or singly', async () => {
    const lists = connect();
    await readAll(lists.of(createCasavi(people(50)).session(), 'contacts').listing);
    const { session } = createCasavi(people(70));
    const found = await gathered(lists, session(), ['C-1', 'C-2', 'C-26', 'C-69']);
    expect(found).toEqual(['listed C-1', 'listed C-2', 'listed C-26', 'single C-69']);
  });

  it('of a list whose server ignores the page: singly, since nobody knows where it ends', async () => {
    const lists = connect();
    await readAll(lists.of(createCasavi(people(60)).session(), 'contacts').listing);
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
    expect(await gathered(connect(), session(), ['C-30'], { only: true })).toEqual(['listed C-30']);
    expect(asked).toEqual(['/contacts', '/contacts 1']);
    expect(await gathered(connect(), session(), ['gone'], { only: true })).toEqual([null]);
    const endless = createCasavi(people(60), { ignoresPage: true });
    expect(await gathered(connect(), endless.session(), ['gone'], { only: true })).toEqual([null]);
  });
});
