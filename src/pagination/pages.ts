import { toOffset, type Ask, type Listing, type Row, type Slice } from './listing.js';

/** One page as a provider answered it. */
export interface Page<T> {
  /** The rows in their places; `null` is a record that could not be read, so that offsets stay right. */
  readonly rows: readonly (T | null)[];
  /** Rows of the whole list, where the answer says so. */
  readonly total?: number | null;
  /** Pages of the whole list at this size, where the answer says so. */
  readonly pageCount?: number | null;
}

const unreadable = 'a record without its key could not be read and was left out';
const repeated = 'a row came twice: the list changed while it was read';

/** How one list of a provider pages. */
export interface PagedList<T> {
  /** Reads page `index`, counted from 0 whatever the provider counts from, of `size` rows. */
  page(index: number, size: number): Promise<Page<T>>;
  /** The sizes that can be asked for. `fixed`: the provider alone decides. */
  readonly size: { readonly fixed: number } | { readonly max: number };
  /** Whether answers carry a total: decides if one row more must be read to know whether rows follow. */
  readonly total: 'always' | 'maybe' | 'never';
  /** What tells two rows apart, to notice a provider that repeats itself. */
  key(row: T): string;
}

/** A listing over numbered pages. The position is the row's offset in the provider's list. */
export function pagedListing<T>(list: PagedList<T>): Listing<T> {
  return {
    stride: 'fixed' in list.size ? list.size.fixed : list.size.max,
    read: (ask) => readWindow(list, ask),
  };
}

async function readWindow<T>(
  list: PagedList<T>,
  { from, limit, needMore, needTotal }: Ask,
): Promise<Slice<T>> {
  const offset = toOffset(from);
  // Without a total, the proof that rows follow is one row more, in the same page where the size is ours to choose.
  const wanted = needMore && list.total !== 'always' && !('fixed' in list.size) ? limit + 1 : limit;
  const size = pageSize(list, offset, Math.max(wanted, 1), needTotal);
  const found = createWindow<T>(list, offset, limit);
  let index = Math.floor(offset / size);

  // One page to begin with. Once the size of the list is known, what is left of the window goes out together; a window
  // that is still short then, since some of its rows could not be given, is filled page by page.
  let last = index;
  for (;;) {
    const indexes = Array.from({ length: last - index + 1 }, (_, i) => index + i);
    const pages = await Promise.all(indexes.map((each) => list.page(each, size)));
    const ended = pages.some((page, i) => found.add(page, index + i, size));
    if (ended || found.filled(needMore)) break;
    index = last + 1;
    const known = found.lastPage(size) ?? index;
    last = Math.max(index, Math.min(known, Math.floor((offset + limit - 1) / size)));
  }
  return found.slice();
}

/** Gathers the rows of a window from pages that arrive in order. */
function createWindow<T>(list: PagedList<T>, offset: number, limit: number) {
  const rows: Row<T>[] = [];
  const seen = new Set<string>();
  const warnings: string[] = [];
  let firstKey: string | undefined;
  let end = offset;
  let total: number | null = null;
  let pageCount: number | null = null;
  let reachedEnd = false;
  let beyond = false;
  let unreadablePage = false;
  let unreadableBeyond = false;

  return {
    /** Takes a page; says whether it was the last there is, or the last worth reading. */
    add(page: Page<T>, index: number, size: number): boolean {
      total = page.total ?? total;
      pageCount = page.pageCount ?? pageCount;
      const head = page.rows.find((row) => row !== null);
      const first = head === undefined || head === null ? undefined : list.key(head);
      if (first !== undefined && first === firstKey) {
        warnings.push('the provider repeated a page: it may ignore the page parameter');
        reachedEnd = true;
        return true;
      }
      firstKey ??= first;
      page.rows.forEach((value, i) => {
        const at = index * size + i;
        if (at < offset) return;
        if (rows.length >= limit) {
          if (value === null) unreadableBeyond = true;
          else beyond ||= !seen.has(list.key(value));
          return;
        }
        end = at + 1;
        if (value === null) {
          warnings.push(unreadable);
          return;
        }
        const key = list.key(value);
        if (seen.has(key)) {
          warnings.push(repeated);
          return;
        }
        seen.add(key);
        rows.push({ value, next: end });
      });
      const readTo = index * size + page.rows.length;
      // Documented samples contradict themselves (docs/facilitee.txt: one item under `totalItems: 0`): rows outweigh totals.
      if (total !== null && total < readTo) total = null;
      if (pageCount !== null && pageCount <= index && page.rows.length > 0) pageCount = null;
      // A page shorter than asked is the last one, unless the answer itself promises more.
      const promised = pageCount !== null ? index + 1 < pageCount : total !== null && readTo < total;
      reachedEnd =
        page.rows.length === 0 || (page.rows.length < size ? !promised : pageCount !== null && !promised);
      if (total !== null && readTo >= total && page.rows.length > 0) reachedEnd = true;
      // Without a total, the end of the list is the only honest way to one.
      if (reachedEnd && total === null && (page.rows.length > 0 || index === 0)) total = readTo;
      // Nothing tells such pages apart: a server that sends them for ever must not be followed.
      unreadablePage = head === undefined && page.rows.length > 0;
      return reachedEnd || unreadablePage;
    },
    filled: (needMore: boolean): boolean =>
      rows.length >= limit && (!needMore || beyond || total !== null || pageCount !== null),
    lastPage(size: number): number | null {
      if (pageCount !== null) return pageCount - 1;
      return total === null ? null : Math.max(0, Math.ceil(total / size) - 1);
    },
    slice(): Slice<T> {
      const follow = total !== null ? end < total : pageCount !== null ? true : undefined;
      const more = beyond ? true : reachedEnd ? false : unreadablePage ? true : follow;
      // Behind the last window nobody will come to look at it again.
      if (unreadableBeyond && more === false) warnings.push(unreadable);
      const told = warnings.length === 0 ? {} : { warnings: [...new Set(warnings)] };
      return unreadablePage && more === true && rows.length < limit
        ? { rows, more, total, stoppedAt: end, ...told }
        : { rows, more, total, ...told };
    },
  };
}

/**
 * The page size that covers the window with the fewest calls: the smallest that holds it in one page. An offset that
 * is no multiple of it is legal; where no allowed size will do, the largest is taken and the window spans pages.
 */
export function pageSize<T>(
  list: Pick<PagedList<T>, 'size' | 'total'>,
  offset: number,
  wanted: number,
  needTotal: boolean,
): number {
  if ('fixed' in list.size) return list.size.fixed;
  const { max } = list.size;
  const fits = (size: number): boolean =>
    Math.floor(offset / size) === Math.floor((offset + wanted - 1) / size);
  // A short page is the only total that some lists have: the largest page is the likeliest to be short.
  if (needTotal && list.total !== 'always' && fits(max)) return max;
  for (let size = Math.min(wanted, max); size <= max; size += 1) if (fits(size)) return size;
  return max;
}

/** A list that is read by offset and amount instead of pages. */
export interface OffsetList<T> {
  rows(offset: number, amount: number): Promise<Page<T>>;
  /** The most rows of one call. */
  readonly max: number;
  key(row: T): string;
}

/** A listing over offset and amount. One row more than wanted proves whether rows follow: totals of such lists may be text. */
export function offsetListing<T>(list: OffsetList<T>): Listing<T> {
  return {
    stride: list.max,
    async read({ from, limit, needMore }) {
      const offset = toOffset(from);
      const rows: Row<T>[] = [];
      const seen = new Set<string>();
      const warnings = new Set<string>();
      let total: number | null = null;
      let at = offset;
      let more: boolean | undefined;
      let stopped = false;
      do {
        const wanted = Math.max(1, limit - rows.length + (needMore ? 1 : 0));
        const amount = Math.min(list.max, wanted);
        const page = await list.rows(at, amount);
        total = page.total ?? total;
        let fresh = 0;
        let again = 0;
        for (const value of page.rows) {
          at += 1;
          if (value === null) {
            warnings.add(unreadable);
            continue;
          }
          const key = list.key(value);
          if (seen.has(key)) {
            warnings.add(repeated);
            again += 1;
            continue;
          }
          fresh += 1;
          if (rows.length >= limit) {
            more = true;
            break;
          }
          seen.add(key);
          rows.push({ value, next: at });
        }
        if (more === true) break;
        if (page.rows.length < amount || (fresh === 0 && again > 0)) more = false;
        // Nothing tells unreadable rows apart: a server that sends them for ever must not be followed.
        else if (fresh === 0) more = stopped = true;
      } while (more === undefined && (rows.length < limit || needMore));
      if (more === undefined && total !== null) more = at < total;
      const told = warnings.size === 0 ? {} : { warnings: [...warnings] };
      return stopped && rows.length < limit
        ? { rows, more, total, stoppedAt: at, ...told }
        : { rows, more, total, ...told };
    },
  };
}
