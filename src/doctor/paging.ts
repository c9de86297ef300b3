import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord } from '../domain/index.js';
import type { Query } from '../http/url.js';
import type { Listing, Slice } from '../pagination/listing.js';
import { isFlat, toPosition } from '../pagination/position.js';
import { endless } from '../pagination/rows.js';
import type { Seen } from './observer.js';

/** What a second look at a list showed. */
export interface PagingCheck {
  /** What is wrong; `null` where nothing is. */
  readonly fault: string | null;
  /** The parameter that pages and what it counts from, where a call showed it. */
  readonly base: string | null;
}

/** Rows that are read of a list at first. */
export const windowRows = 20;

/**
 * Reads a part of what was read already by another page, and compares. Where the provider cuts the pages, there is no such
 * part: then the next page must hold other rows, and the last page that the total promises must hold some.
 *
 * @param slice the first window
 * @returns `null` where the list is too short, or not paged
 */
export async function checkPaging(
  listing: Listing<NodeRecord>,
  { rows: first, total, warnings }: Slice<NodeRecord>,
  seen: readonly Seen[],
): Promise<PagingCheck | null> {
  if (warnings?.includes(endless) === true) return { fault: repeats, base: null };
  // Rows that could not be read have left no gap: nothing can be compared by its place.
  if (warnings !== undefined) return null;
  const keys = first.map(({ value }) => keyOf(value));
  const half = Math.floor(keys.length / 2);
  const before = seen.at(-1);
  if (half === 0 || before === undefined) return null;

  const asked = seen.length;
  const rows = await readAt(listing, half, half);
  const [sent] = seen.slice(asked);
  if (rows === null) return null;
  if (sent !== undefined) {
    const base = baseOf(before.query, sent.query, 1, half);
    const expected = keys.slice(half, half + rows.length);
    if (rows.length > 0 && rows.every((key, index) => key === expected[index])) return { fault: null, base };
    return { fault: rows.some((key) => keys.slice(0, half).includes(key)) ? repeats : moved, base };
  }

  const { stride } = listing;
  if (!Number.isFinite(stride) || keys.length < Math.min(stride, windowRows)) return null;
  const index = Math.ceil(keys.length / stride);
  const behind = index * stride;
  if (total !== null && total <= behind) return null;
  const next = await readAt(listing, behind, 1);
  const base = baseOf(before.query, seen[asked]?.query ?? {}, index, behind);
  if (next?.some((key) => keys.includes(key)) === true) return { fault: repeats, base };
  if (total === null) return { fault: null, base };
  const last = await readAt(listing, Math.floor((total - 1) / stride) * stride, 1);
  return { fault: last?.length === 0 ? short : null, base };
}

const repeats =
  'the same rows stand on two pages: the number of the page is ignored, or counted from another one';
const moved = 'rows that follow each other on one page do not on two: some are lost or come twice';
const short =
  'the last page that the total promises is empty: pages are counted from another number, or rows are hidden';

/** The keys of rows at an offset; `null` where some could not be read. */
async function readAt(
  listing: Listing<NodeRecord>,
  offset: number,
  limit: number,
): Promise<readonly string[] | null> {
  const from = toPosition({ offset, marks: [] });
  const { rows, warnings } = await listing.read({ from, limit, needMore: false, needTotal: false });
  return warnings === undefined ? rows.map(({ value }) => keyOf(value)) : null;
}

/** Whether a list can be entered anywhere: one of several lists cannot. */
export function isPaged(listing: Listing<unknown>, next: Parameters<typeof isFlat>[0] | undefined): boolean {
  return listing.nested !== true && next !== undefined && isFlat(next);
}

/** The parameter in which the call for a page differs from an earlier one, and what it counts from. */
function baseOf(earlier: Query, query: Query, index: number, offset: number): string | null {
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'number' || value === earlier[name]) continue;
    const base = value - index;
    if (base === 0 || base === 1) return `${name} from ${base}`;
    if (value === offset) return `${name} from 0`;
  }
  return null;
}

function keyOf({ ref }: NodeRecord): string {
  return toGlobalId(ref);
}
