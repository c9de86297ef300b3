import { refKey } from '../domain/global-id.js';
import type { NodeRecord } from '../domain/index.js';
import { comparison, tells, type ListRows, type Order } from '../domain/order.js';
import type { ListLoader, ListLoaderName, Source } from '../domain/provider.js';
import { BadInputError, UnexpectedStatusError } from '../errors.js';
import type { Opened } from '../loaders/loaders.js';
import { likeListing, type Listing } from '../pagination/listing.js';
import { checkedListing, orderedListing, type Trust } from '../pagination/ordered.js';
import { sortedListing } from '../pagination/sorted.js';

/** The order that a root list was asked in. */
export interface Ordering {
  readonly list: ListLoaderName;
  readonly order: Order;
  compare(one: NodeRecord, other: NodeRecord): number;
}

export function createOrdering(list: ListLoaderName, order: Order): Ordering {
  return { list, order, compare: comparison(list, order) };
}

/** Whether a source's provider can be asked for a list in an order. */
export function sortsAtSource({ port }: Source, { list, order }: Ordering, filter: object): boolean {
  const loader = port[list] as ListLoader<NodeRecord, object> | undefined;
  return loader?.sorts?.(filter).includes(order.field) === true;
}

/** How the rows of a list are had in an order. */
export interface OrderedRows {
  /** The rows as they come. */
  readonly plain: Opened;
  /** The same list, asked for in the order; `null` where the provider has none. */
  readonly asked: Opened | null;
  /** Leaves out what the filter does not match. */
  narrow(listing: Listing<NodeRecord>): Listing<NodeRecord>;
}

/** A list in an order: by its provider where that can, otherwise read to its end and ordered here. */
export function openInOrder(
  ordering: Ordering,
  source: Source,
  { plain, asked, narrow }: OrderedRows,
): Opened {
  const like = plain.sample?.();
  if (like !== undefined && !tells(ordering.list, ordering.order, like as ListRows[ListLoaderName])) {
    throw new BadInputError(
      `orderBy: the list of ${ordering.list} of ${source.id} does not tell ${ordering.order.field}; ` +
        'leave the source out by `filter.sources`, or order by something else.',
    );
  }
  const trust = trustIn(source, ordering);
  const own = orderedHere(narrow(plain.listing), ordering, source);
  const listing = orderedListing({
    asked: asked && {
      fromStart: narrow(checkedListing(asked.listing, ordering.compare, trust, 'fails')),
      onwards: narrow(checkedListing(asked.listing, ordering.compare, trust, 'is told')),
    },
    own: asked === null ? own : waitingFor(asked, plain, own),
    isRefusal: (error) => error instanceof UnexpectedStatusError && !error.retryable,
    trust,
  });
  return { ...(asked ?? plain), listing };
}

/** Rows that are read only after others were: their calls stand in the waves behind. */
function waitingFor(first: Opened, then: Opened, listing: Listing<NodeRecord>): Listing<NodeRecord> {
  return {
    ...likeListing(listing),
    async read(ask) {
      then.waves.follow(first.waves.wave);
      const slice = await listing.read(ask);
      first.waves.follow(then.waves.wave);
      return slice;
    },
  };
}

function orderedHere(
  rows: Listing<NodeRecord>,
  { list, order, compare }: Ordering,
  { id, sortRows, scanCalls }: Source,
): Listing<NodeRecord> {
  return sortedListing(rows, {
    compare,
    key: (row) => refKey(row.ref),
    most: sortRows,
    refusal: () =>
      new BadInputError(
        `orderBy: ${id} cannot order ${list} by ${order.field}, and has more of them than are read and ordered here ` +
          `(limits.sortRows: ${sortRows}, limits.scanCalls: ${scanCalls}); narrow the list by \`filter\`, or leave the ` +
          'source out by `filter.sources`.',
      ),
  });
}

/** What each source's list has shown of its orders; it lasts as long as the source. */
const shown = new WeakMap<Source, Map<string, boolean>>();

function trustIn(source: Source, { list, order }: Ordering): Trust {
  const orders = shown.get(source) ?? new Map<string, boolean>();
  shown.set(source, orders);
  const name = `${list} ${order.field} ${order.descending}`;
  return {
    isKept: () => orders.get(name),
    remember: (kept) => void orders.set(name, kept),
  };
}
