import { together, type Cost } from '../plan/cost.js';
import { unknownLength, type Ask, type Listing, type Row, type Slice } from './listing.js';
import { offsetOf, start, type Position } from './position.js';

/** Rows that one read may look at before it stops and says so. */
export const defaultScanRows = 5_000;

export interface ScanBudget {
  /** Rows that one read may look at. @default 5,000 */
  readonly rows?: number;
  /** Is asked at the start of each read for a function that says when its calls are spent. */
  start?(): () => boolean;
  /** Calls that one read may spend, for the reckoning beforehand. */
  readonly calls?: number;
}

/**
 * The rows that match. What a provider cannot filter is filtered here: rows are read until the window is full, first as
 * many as one call brings, then as many as are likely to hold what is missing, by the share that matched so far. A window
 * that would take too long ends early with the position to go on from.
 */
export function filterListing<T>(
  inner: Listing<T>,
  matches: (row: T) => boolean,
  budget: ScanBudget = {},
): Listing<T> {
  const { rows: scanRows = defaultScanRows } = budget;
  const stride = Number.isFinite(inner.stride) ? inner.stride : scanRows;

  const scan = async (ask: Omit<Ask, 'needTotal'>, first: number): Promise<Slice<T>> => {
    const { from, limit, needMore } = ask;
    const rows: Row<T>[] = [];
    const warnings: string[] = [];
    const spent = budget.start?.() ?? ((): boolean => false);
    let at: Position = from;
    let scanned = 0;
    let lost: { readonly lost?: true } = {};
    for (;;) {
      const missing = limit - rows.length + (needMore ? 1 : 0);
      const slice = await inner.read({
        from: at,
        limit:
          scanned === 0 ? first : nextStretch({ missing, matched: rows.length, scanned, stride, scanRows }),
        // Whether rows follow is seen where the next stretch is read, if it has to be.
        needMore: false,
        needTotal: false,
      });
      warnings.push(...(slice.warnings ?? []));
      if (slice.lost === true) lost = { lost: true };
      scanned += slice.rows.length;
      for (const row of slice.rows) {
        if (!matches(row.value)) continue;
        if (rows.length >= limit) return { rows, more: true, total: null, warnings, ...lost };
        rows.push(row);
      }
      at = slice.stoppedAt ?? slice.rows.at(-1)?.next ?? at;
      const ended = slice.more === false || (slice.rows.length === 0 && slice.stoppedAt === undefined);
      if (ended) {
        // Only a scan from the start to the end has counted them all, and only where nothing was odd on the way.
        const counted = from === start && warnings.length === 0;
        return { rows, more: false, total: counted ? rows.length : null, warnings, ...lost };
      }
      if (slice.stoppedAt !== undefined || scanned >= scanRows || spent()) {
        return { rows, more: true, total: null, stoppedAt: at, warnings, ...lost };
      }
      if (rows.length >= limit && !needMore) return { rows, more: undefined, total: null, warnings, ...lost };
    }
  };

  /** All that match, where the list can tell its own size: counting is then a few more pages, the same on every page. */
  const count = async (): Promise<number | null> => {
    const { total } = await inner.read({ from: start, limit: stride, needMore: true, needTotal: true });
    if (total === null || total > scanRows) return null;
    const all = Math.max(total, 1);
    return (await scan({ from: start, limit: all, needMore: true }, all)).total;
  };

  const firstStretch = (from: Position, limit: number): number =>
    // Up to the end of a whole page: it costs no more than a part of it.
    Math.max(stride - (offsetOf(from) % stride), limit + 1);

  /** The whole list, or as much of it as one read may look at. */
  const scanCost = (from: Position): Cost => {
    const { rows } = inner.known();
    const most = Math.min(scanRows, (budget.calls ?? Infinity) * stride);
    const left = rows === undefined ? most : Math.min(most, Math.max(rows - offsetOf(from), 1));
    return inner.cost({ from, limit: left, needMore: true, needTotal: false });
  };

  return {
    stride: inner.stride,
    async read(ask) {
      const [window, total] = await Promise.all([
        isCount(ask) ? noRows : scan(ask, firstStretch(ask.from, ask.limit)),
        ask.needTotal ? count() : null,
      ]);
      return { ...window, total: total ?? window.total };
    },
    cost(ask) {
      if (!ask.needTotal) return scanCost(ask.from);
      return isCount(ask) ? scanCost(start) : together(scanCost(ask.from), scanCost(start));
    },
    known: () => unknownLength,
  };
}

/** Whether rows are counted, and none are wanted. */
function isCount({ limit, needMore, needTotal }: Ask): boolean {
  return limit === 0 && !needMore && needTotal;
}

const noRows: Slice<never> = { rows: [], more: undefined, total: null };

interface Progress {
  readonly missing: number;
  readonly matched: number;
  readonly scanned: number;
  readonly stride: number;
  readonly scanRows: number;
}

/** As many whole pages as are likely to hold what is missing; where nothing matched yet, as many again as were read. */
function nextStretch({ missing, matched, scanned, stride, scanRows }: Progress): number {
  const likely = matched === 0 ? scanned : (missing * scanned) / matched;
  const pages = Math.max(1, Math.ceil(Math.min(likely, scanRows - scanned) / stride));
  return pages * stride;
}
