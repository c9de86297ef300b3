import { start, type Ask, type Listing, type Position, type Row, type Slice } from './listing.js';

/** Rows that one read may look at before it stops and says so. */
export const defaultScanRows = 5_000;

/**
 * The rows that match. What a provider cannot filter is filtered here: rows are read in strides until the window is
 * full, and a window that would take too long ends early with the position to go on from.
 *
 * @param startBudget is asked at the start of each read for a function that says when its calls are spent.
 */
export function filterListing<T>(
  inner: Listing<T>,
  matches: (row: T) => boolean,
  scanRows: number = defaultScanRows,
  startBudget: () => () => boolean = () => () => false,
): Listing<T> {
  const scan = async ({ from, limit, needMore }: Omit<Ask, 'needTotal'>): Promise<Slice<T>> => {
    const rows: Row<T>[] = [];
    const warnings: string[] = [];
    let at: Position = from;
    let scanned = 0;
    const spent = startBudget();
    for (;;) {
      const wanted = limit - rows.length + (needMore ? 1 : 0);
      const slice = await inner.read({
        from: at,
        limit: Number.isFinite(inner.stride) ? Math.max(inner.stride, wanted) : Math.max(wanted, scanRows),
        needMore: true,
        needTotal: false,
      });
      warnings.push(...(slice.warnings ?? []));
      scanned += slice.rows.length;
      for (const row of slice.rows) {
        if (!matches(row.value)) continue;
        if (rows.length >= limit) return { rows, more: true, total: null, warnings };
        rows.push(row);
      }
      at = slice.stoppedAt ?? slice.rows.at(-1)?.next ?? at;
      const ended = slice.more === false || (slice.rows.length === 0 && slice.stoppedAt === undefined);
      if (ended) {
        // Only a scan from the start to the end has counted them all, and only where nothing was odd on the way.
        const counted = from === start && warnings.length === 0;
        return { rows, more: false, total: counted ? rows.length : null, warnings };
      }
      if (slice.stoppedAt !== undefined || scanned >= scanRows || spent()) {
        return { rows, more: true, total: null, stoppedAt: at, warnings };
      }
      if (rows.length >= limit && !needMore) return { rows, more: undefined, total: null, warnings };
    }
  };

  /** All that match, where the list can tell its own size: counting is then a few more pages, the same on every page. */
  const count = async (): Promise<number | null> => {
    const limit = Number.isFinite(inner.stride) ? inner.stride : scanRows;
    const { total } = await inner.read({ from: start, limit, needMore: true, needTotal: true });
    if (total === null || total > scanRows) return null;
    return (await scan({ from: start, limit: Math.max(total, 1), needMore: true })).total;
  };

  return {
    stride: inner.stride,
    async read(ask) {
      const [window, total] = await Promise.all([scan(ask), ask.needTotal ? count() : null]);
      return { ...window, total: total ?? window.total };
    },
  };
}
