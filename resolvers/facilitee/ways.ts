import type { Ref } from '../../src/domain/index.js';
import type { Session } from '../../src/http/session.js';
import { chooseWay, type Access, type Ways } from '../../src/loaders/gather.js';
import { pagedCost } from '../../src/pagination/pages.js';
import { start } from '../../src/pagination/position.js';
import { count, inTurn, oneWave, sharedByParents, type Cost } from '../../src/plan/cost.js';
import { isId } from './keys.js';
import type { FaciliteeLists, Received } from './pages.js';
import type { PathName } from './paths.js';
import type { ListName, RecordName, Row } from './wire.js';

/** A list whose rows have single records of the same shape. */
export interface Pair<L extends ListName = ListName> {
  readonly list: L;
  readonly record: RecordName;
}

/** The ways to records, which of them takes fewer calls, and how many those are. */
export function createWays({ sizes, pathOf, paged, listing, find }: FaciliteeLists, pageSize: number) {
  /** A whole list: what is known of its length, and what its pages cost. */
  const whole = (list: ListName): Access['list'] => ({
    known: () => sizes.of(list),
    cost: (ask) => pagedCost({ ...paged(list), shared: list, size: sizes.of(list) }, ask),
  });
  const access = ({ list, record }: Pair) => ({
    list: whole(list),
    pageSize,
    single: { path: pathOf(record) },
  });
  const pages = (number: number) => ({
    from: start,
    limit: number * pageSize,
    needMore: false,
    needTotal: false,
  });

  return {
    whole,
    /** What the choice between single records and their list goes by. */
    access,
    of: <L extends ListName>(session: Session, pair: Pair<L>) =>
      ({
        ...access(pair),
        list: listing(session, pair.list, { shared: pair.list }),
        keyOf: ({ row }: Received<Row<L>>) => row.id,
        single: {
          path: pathOf(pair.record),
          load: async (id: string) => (await find(session, pair.record, id)) as Received<Row<L>> | null,
        },
      }) satisfies Ways<Received<Row<L>>>,

    /**
     * Whether the pages of a list are fewer than so many calls that would serve instead. Its first page tells, where
     * nobody has seen the list and the calls are many.
     */
    async isShorter(session: Session, pair: Pair, calls: number): Promise<boolean> {
      const way = chooseWay(calls, access(pair));
      if (way.by === 'single' || !way.tried) return way.by === 'list';
      await listing(session, pair.list, { shared: pair.list }).read(pages(1));
      const told = chooseWay(calls, access(pair));
      return told.by === 'list' && !told.tried;
    },
    /** What that choice costs; `otherwise` is the cost of those calls. */
    shorterCost(pair: Pair, calls: number, otherwise: Cost): Cost {
      const way = chooseWay(calls, access(pair));
      if (way.by === 'single') return otherwise;
      const { cost } = whole(pair.list);
      return way.tried ? inTurn(cost(pages(1)), otherwise) : cost(pages(way.pages));
    },

    /** Calls to one endpoint that go out together. */
    cost: (endpoint: PathName, calls: number, formula: string): Cost =>
      oneWave(pathOf(endpoint), calls, formula),
    /**
     * Single records. Of one whose id is known it is the same call wherever it is wanted; and several edges of the same
     * parents want the same records.
     */
    singlesCost: (record: RecordName, calls: number, id?: string): Cost =>
      sharedByParents(
        record,
        oneWave(pathOf(record), calls, count(calls, 'single call'), callOf(record, calls, id)),
      ),
  };
}

export type FaciliteeWays = ReturnType<typeof createWays>;

/** The id of a parent, where there is one alone: what is known of it says nothing of others. */
export function onlyId(parents: number, { key }: Ref): string | undefined {
  return parents === 1 ? key[0] : undefined;
}

/** Names a call that hangs on one record, if its id is known. */
export function callOf(endpoint: PathName, calls: number, id: string | undefined): string | undefined {
  return calls === 1 && id !== undefined && isId(id) ? `${endpoint} ${id}` : undefined;
}
