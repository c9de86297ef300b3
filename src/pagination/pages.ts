import { count, oneWave, type Cost } from '../plan/cost.js';
import type { Size } from '../plan/sizes.js';
import type { Ask, Listing } from './listing.js';
import { remembered, toPlace } from './position.js';
import { anyRowsBefore, endless, listingOf, type Need, type Stretch } from './rows.js';

/** One page as a provider answered it. */
export interface Page<T> {
  /** The rows in their places; `null` is a record that could not be read, so that offsets stay right. */
  readonly rows: readonly (T | null)[];
  /** Rows of the whole list, where the answer says so. */
  readonly total?: number | null;
  /** Pages of the whole list at this size, where the answer says so. */
  readonly pageCount?: number | null;
}

/** What every list of a provider has, however it pages. */
interface ProviderList<T> {
  /** Path template of the endpoint. */
  readonly path: string;
  /** How long the list was when it was last seen; told what its pages show. */
  readonly size?: Size;
  /** Names the list within its source where its pages are the same calls for whoever reads it. */
  readonly shared?: string;
  /** What tells two rows apart, to notice a provider that repeats itself. */
  key(row: T): string;
}

/** How one list of a provider pages. */
export interface PagedList<T> extends ProviderList<T> {
  /** Reads page `index`, counted from 0 whatever the provider counts from, of `size` rows. */
  page(index: number, size: number): Promise<Page<T>>;
  /** The sizes that can be asked for. `fixed`: the provider alone decides. No page smaller than `least` is asked for. */
  readonly pageSize: { readonly fixed: number } | { readonly max: number; readonly least?: number };
  /**
   * Whether answers tell how long the list is: decides if a page more must be read to know whether rows follow.
   * `maybe`: it is not counted on.
   */
  readonly told: 'always' | 'maybe' | 'never';
}

/** A listing over numbered pages. */
export function pagedListing<T>(list: PagedList<T>): Listing<T> {
  const { pageSize: sizes, size: known } = list;
  const stride = 'fixed' in sizes ? sizes.fixed : sizes.max;
  return listingOf({
    stride,
    reach: 'fixed' in sizes ? 2 * stride : stride,
    key: (row) => list.key(row),
    lookback: (offset) => lookback(list, offset),
    read: (from, to, need) => readPages(list, from, to, need),
    cost: (from, to, need) => pagesCost(list, from, to, need),
    known: () => ({ rows: known?.rows, atLeast: known?.atLeast ?? 0 }),
  });
}

type Paging = Pick<PagedList<never>, 'path' | 'pageSize' | 'told' | 'shared' | 'size'>;

/** What a window on a list costs that pages like this one. */
export function pagedCost(list: Paging, { from, limit, ...need }: Ask): Cost {
  const { offset, marks } = toPlace(from);
  return pagesCost(list, offset - (marks.length === 0 ? 0 : lookback(list, offset)), offset + limit, need);
}

/** Where pages are the provider's to cut, no page more is read for the rows before than the one that holds the last of them. */
function lookback({ pageSize }: Paging, offset: number): number {
  return 'max' in pageSize || offset === 0
    ? anyRowsBefore(offset)
    : Math.min(remembered, ((offset - 1) % pageSize.fixed) + 1);
}

function pagesCost(list: Paging, from: number, to: number, need: Need): Cost {
  const { size, first, last, proof } = pagesOf(list, from, to, need);
  const until = Math.max(first, Math.min(proof, endOf(list, size)));
  const pages = until - first + 1;
  const together = knownUntil(list, { size, first, last, proof });
  return {
    ...oneWave(list.path, pages, count(pages, 'page'), list.shared),
    // Beyond what is known to be there: all at once where the first answer tells the length, else one after the other.
    waves: 1 + (list.told === 'always' ? Math.min(1, until - together) : until - together),
  };
}

/** The last of the pages that go out at once: those that are known to be there, and the one that shows what only it can show. */
function knownUntil({ size: known, told }: Paging, { size, first, last, proof }: Stretches): number {
  const end =
    told === 'never' && known?.rows !== undefined
      ? Math.floor(known.rows / size)
      : Math.ceil((known?.atLeast ?? 0) / size) - 1;
  return Math.max(first, Math.min(told === 'never' ? proof : last, end));
}

/** The page that shows the end of a list, as long as it was when it was last seen. */
function endOf({ size, told }: Paging, pageSize: number): number {
  if (size?.rows === undefined) return Infinity;
  return told === 'always' ? Math.ceil(size.rows / pageSize) - 1 : Math.floor(size.rows / pageSize);
}

/** The pages that hold a stretch. */
interface Stretches {
  readonly size: number;
  readonly first: number;
  readonly last: number;
  /** The page that shows whether rows follow: a full last page needs the next one, where nothing else tells. */
  readonly proof: number;
}

/** Without a told length, one row more in the same page is the proof that rows follow. */
function pagesOf(
  list: Pick<Paging, 'pageSize' | 'told'>,
  from: number,
  to: number,
  { needMore, needTotal }: Need,
): Stretches {
  const wanted = to - from + (needMore && list.told !== 'always' && !('fixed' in list.pageSize) ? 1 : 0);
  const size = pageSize(list, from, Math.max(wanted, 1), needTotal);
  const last = Math.floor((from + Math.max(to - from, 1) - 1) / size);
  const isFull = 'fixed' in list.pageSize && to % list.pageSize.fixed === 0;
  const proof = needMore && list.told !== 'always' && isFull ? last + 1 : last;
  return { size, first: Math.floor(from / size), last, proof };
}

async function readPages<T>(list: PagedList<T>, from: number, to: number, need: Need): Promise<Stretch<T>> {
  const pages = pagesOf(list, from, to, need);
  const { size, first, last } = pages;
  const found = createStretch(list, from, size);
  // Pages that are known to be there go out at once, of a list of unknown length one; once that has told the length, what
  // is left goes out together.
  let index = first;
  let until = knownUntil(list, pages);
  for (;;) {
    const indexes = Array.from({ length: until - index + 1 }, (_, i) => index + i);
    const answers = await Promise.all(indexes.map((each) => list.page(each, size)));
    const ended = answers.some((page, i) => found.add(page, index + i));
    index = until + 1;
    if (ended || index > last) break;
    until = Math.max(index, Math.min(last, found.lastPage() ?? index));
  }
  return found.stretch();
}

/** Gathers a stretch of rows from pages that arrive in order. */
function createStretch<T>(list: PagedList<T>, from: number, size: number) {
  const rows: (T | null)[] = [];
  const warnings: string[] = [];
  let firstKey: string | undefined;
  let readTo = from;
  let total: number | null = null;
  let pageCount: number | null = null;
  let ended = false;
  let stuck = false;

  return {
    /** Takes a page; says whether it was the last there is, or the last worth reading. */
    add(page: Page<T>, index: number): boolean {
      total = page.total ?? total;
      pageCount = page.pageCount ?? pageCount;
      const first = keyOfHead(list, page);
      if (first !== undefined && first === firstKey) {
        warnings.push(endless);
        return (ended = true);
      }
      firstKey ??= first;
      rows.push(...page.rows.slice(Math.max(0, from - index * size)));
      readTo = index * size + page.rows.length;
      // Documented samples contradict themselves (docs/facilitee.txt: one item under `totalItems: 0`): rows outweigh totals.
      if (total !== null && total < readTo) total = null;
      if (pageCount !== null && pageCount <= index && page.rows.length > 0) pageCount = null;
      // A page shorter than asked is the last one, unless the answer itself promises more.
      const promised = pageCount !== null ? index + 1 < pageCount : total !== null && readTo < total;
      ended =
        page.rows.length === 0 || (page.rows.length < size ? !promised : pageCount !== null && !promised);
      if (total !== null && readTo >= total && page.rows.length > 0) ended = true;
      // Without a total, the end of the list is the only honest way to one; an empty page behind a gap tells no end.
      const isNextTo = page.rows.length > 0 || rows.length > 0 || index === 0;
      if (ended && total === null && isNextTo) total = readTo;
      // An empty page right behind rows that others have read is the end of a list whose last page is full.
      const isBehind = page.rows.length === 0 && list.size?.atLeast === readTo;
      // A page that is promised behind this one holds a row at least.
      const promisedTo = pageCount === null ? 0 : (pageCount - 1) * size + 1;
      remember(list.size, total ?? (isBehind ? readTo : null), Math.max(readTo, promisedTo));
      // Nothing tells such pages apart: a server that sends them for ever must not be followed.
      stuck = first === undefined && page.rows.length > 0;
      return ended || stuck;
    },
    lastPage(): number | null {
      if (pageCount !== null) return pageCount - 1;
      return total === null ? null : Math.max(0, Math.ceil(total / size) - 1);
    },
    stretch(): Stretch<T> {
      const told = total !== null ? readTo < total : pageCount !== null ? true : undefined;
      const more = ended ? false : stuck ? true : told;
      return { rows, more, total, stuck: stuck && !ended, ...(warnings.length === 0 ? {} : { warnings }) };
    },
  };
}

/** What a page begins with; a provider that begins another one alike repeats itself. */
function keyOfHead<T>(list: Pick<ProviderList<T>, 'key'>, { rows }: Page<T>): string | undefined {
  const head = rows.find((row) => row !== null);
  return head === undefined || head === null ? undefined : list.key(head);
}

function remember(size: Size | undefined, total: number | null, readTo: number): void {
  if (total !== null) size?.remember(total);
  else size?.rememberAtLeast(readTo);
}

/**
 * The page size that covers a stretch with the fewest calls: the smallest that holds it in one page. An offset that is no
 * multiple of it is legal; where no allowed size will do, the largest is taken and the stretch spans pages.
 */
export function pageSize(
  list: Pick<Paging, 'pageSize' | 'told'>,
  offset: number,
  wanted: number,
  needTotal: boolean,
): number {
  if ('fixed' in list.pageSize) return list.pageSize.fixed;
  const { max, least = 1 } = list.pageSize;
  const fits = (size: number): boolean =>
    Math.floor(offset / size) === Math.floor((offset + wanted - 1) / size);
  // A short page is the only total that some lists have: the largest page is the likeliest to be short.
  if (needTotal && list.told !== 'always' && fits(max)) return max;
  for (let size = Math.min(Math.max(wanted, least), max); size <= max; size += 1) if (fits(size)) return size;
  return max;
}

/** A list that is read by offset and amount instead of pages. */
export interface OffsetList<T> extends ProviderList<T> {
  rows(offset: number, amount: number): Promise<Page<T>>;
  /** The most rows of one call. */
  readonly max: number;
}

/** A listing over offset and amount. One row more than wanted proves whether rows follow: totals of such lists may be text. */
export function offsetListing<T>(list: OffsetList<T>): Listing<T> {
  const { max, size: known } = list;
  const amountOf = (from: number, to: number, { needMore }: Need): number =>
    Math.max(1, to - from + (needMore ? 1 : 0));
  return listingOf({
    stride: max,
    reach: max,
    key: (row) => list.key(row),
    lookback: anyRowsBefore,
    async read(from, to, need) {
      const amount = amountOf(from, to, need);
      const parts = Array.from({ length: Math.ceil(amount / max) }, (_, part) => ({
        offset: from + part * max,
        amount: Math.min(max, amount - part * max),
      }));
      // What lies beyond the first call is asked for at the same time where it is known to be there.
      const promised = parts.filter(({ offset }, part) => part === 0 || offset < (known?.atLeast ?? 0));
      const rows: (T | null)[] = [];
      let total: number | null = null;
      let ended = false;
      let stuck = false;
      let firstKey: string | undefined;
      const warnings: string[] = [];
      const take = (page: Page<T>, asked: number): boolean => {
        const head = keyOfHead(list, page);
        if (head !== undefined && head === firstKey) {
          warnings.push(endless);
          return (ended = true);
        }
        firstKey ??= head;
        rows.push(...page.rows);
        const readTo = from + rows.length;
        total = page.total ?? total;
        if (total !== null && total < readTo) total = null;
        ended = page.rows.length < asked;
        // Nothing tells unreadable rows apart: a server that sends them for ever must not be followed.
        stuck = !ended && page.rows.every((row) => row === null);
        if (ended && total === null && (page.rows.length > 0 || from === 0)) total = readTo;
        remember(known, total, readTo);
        return ended || stuck;
      };
      const together = await Promise.all(promised.map((part) => list.rows(part.offset, part.amount)));
      let over = together.some((page, part) => take(page, promised[part]?.amount ?? 0));
      for (const part of parts.slice(promised.length)) {
        if (over) break;
        over = take(await list.rows(part.offset, part.amount), part.amount);
      }
      // Only a short answer is the end: a total is believed where it promises more.
      const told = total !== null && from + rows.length < total ? true : undefined;
      return {
        rows,
        more: ended ? false : told,
        total,
        stuck,
        ...(warnings.length === 0 ? {} : { warnings }),
      };
    },
    cost(from, to, need): Cost {
      const all = Math.ceil(amountOf(from, to, need) / max);
      // Only a short answer shows the end.
      const calls = Math.max(1, Math.min(all, Math.floor(((known?.rows ?? Infinity) - from) / max) + 1));
      const together = Math.max(1, Math.min(calls, Math.ceil(((known?.atLeast ?? 0) - from) / max)));
      return {
        ...oneWave(list.path, calls, count(calls, 'page'), list.shared),
        waves: 1 + calls - together,
      };
    },
    known: () => ({ rows: known?.rows, atLeast: known?.atLeast ?? 0 }),
  });
}
