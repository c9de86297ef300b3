import { toError } from '../../src/errors.js';
import { pageSize, type CasaviList, type Received } from './pages.js';
import type { ListName } from './wire.js';

/** The ways to the records of certain ids: the list that holds them, and the call for a single one, where there is one. */
export interface Ways<N extends ListName, R> {
  readonly list: CasaviList<N>;
  toRecord(received: Received<N>): R;
  readonly single?: (id: string) => Promise<R | null>;
}

/** Up to so many records of a list of unknown size are asked singly. */
const few = 10;

/** The most calls that so many records may cost: pages that did not pay, then single calls for the rest. */
export const gatherCalls = (ids: number): number => (ids <= few ? ids : 2 * ids);

/**
 * Records by their ids, by whichever way takes fewer calls. casavi takes no list of ids, so it is one call a record, or
 * the pages of the list. The choice goes by the size that the list had when last seen. Where nobody has seen it, few
 * records are asked singly; for many, as many pages are tried as could hold them all, and what those held decides: a
 * wrong try costs a 25th part more, a right one saves nearly all calls.
 *
 * A failed page fails the whole batch; a failed single call takes its own place only.
 */
export async function gather<N extends ListName, R>(
  ids: Iterable<string>,
  { list, toRecord, single }: Ways<N, R>,
): Promise<(id: string) => R | null | Error> {
  const missing = new Set(ids);
  const asked = missing.size;
  const found = new Map<string, R | Error>();
  let read = 0;
  let ended = false;
  let repeated = false;
  let first: string | undefined;

  let next = asked === 0 ? 0 : firstPages(asked, list.lastPages, single !== undefined);
  while (next > 0) {
    const pages = await Promise.all(Array.from({ length: next }, (_, i) => list.page(read + i)));
    let pageCount: number | null = null;
    for (const [i, page] of pages.entries()) {
      const head = page.rows[0]?.row.id;
      // A server that ignores `page` shows no more than this, but may well have more.
      if (head !== undefined && head === first) repeated = true;
      first ??= head;
      for (const received of page.rows) {
        if (received !== null && missing.delete(received.row.id))
          found.set(received.row.id, toRecord(received));
      }
      pageCount = page.pageCount ?? pageCount;
      if (
        page.rows.length === 0 ||
        (pageCount === null ? page.rows.length < pageSize : read + i + 1 >= pageCount)
      ) {
        ended = true;
      }
    }
    read += next;
    if (ended || repeated || missing.size === 0) break;
    next = furtherPages({ asked, missing: missing.size, read, pageCount }, single !== undefined);
  }

  // At the end of the list what was not met does not exist.
  if (!ended && single !== undefined) {
    await Promise.all(
      [...missing].map(async (id) => {
        const record = await single(id).catch(toError);
        if (record !== null) found.set(id, record);
      }),
    );
  }
  return (id) => found.get(id) ?? null;
}

function firstPages(asked: number, lastPages: number | undefined, canAskSingly: boolean): number {
  if (!canAskSingly) return Math.max(1, lastPages ?? 1);
  if (lastPages !== undefined) return lastPages < asked ? lastPages : 0;
  return asked > few ? Math.ceil(asked / pageSize) : 0;
}

interface Progress {
  readonly asked: number;
  readonly missing: number;
  readonly read: number;
  readonly pageCount: number | null;
}

/** How many pages to read on, at once; 0 where single calls are fewer. */
function furtherPages({ asked, missing, read, pageCount }: Progress, canAskSingly: boolean): number {
  if (!canAskSingly) return pageCount === null ? 1 : Math.max(1, pageCount - read);
  const met = asked - missing;
  const left =
    pageCount !== null ? pageCount - read : met === 0 ? Infinity : Math.ceil((missing * read) / met);
  return left < missing && read + left <= asked ? left : 0;
}
