import type { Session } from '../../src/http/session.js';
import { groupBy } from '../../src/loaders/group.js';
import { toOffset, type Listing, type Row } from '../../src/pagination/listing.js';
import { perSession } from '../../src/loaders/per-session.js';

/** One read through a list: the rows it brought, and where it stopped if its budget ended first. */
interface Scan<T> {
  readonly of: (key: string) => readonly Row<T>[];
  readonly stoppedAt: number | null;
  readonly warnings: readonly string[];
}

export interface ScanOptions<T> {
  /** The list, from an offset onwards asked for together as far as its size is known. */
  open(session: Session, first: number): Promise<Listing<T>>;
  /** What a row hangs on. */
  keysOf(row: T): readonly (string | null)[];
  /** Rows that one read may look at. */
  readonly budget: number;
  /** Rows of a page: readers that stand on the same one share their scan. */
  readonly pageSize: number;
}

/**
 * The rows of a list that hang on a certain record, where the provider has no filter for it. One read through the list
 * serves all records of an operation. The position is the row's offset in the provider's list, however it was reached.
 */
export function createScan<T>(options: ScanOptions<T>): (session: Session, key: string) => Listing<T> {
  const { budget, pageSize } = options;
  const scansOf = perSession(() => new Map<number, Promise<Scan<T>>>());

  const scanFrom = (session: Session, offset: number): Promise<Scan<T>> => {
    const scans = scansOf(session);
    const first = offset - (offset % pageSize);
    let scan = scans.get(first);
    if (scan === undefined) scans.set(first, (scan = read(session, first, options)));
    return scan;
  };

  return (session, key) => ({
    stride: budget,
    async read({ from, limit }) {
      const offset = toOffset(from);
      const { of, stoppedAt, warnings } = await scanFrom(session, offset);
      const own = of(key).filter(({ next }) => toOffset(next) > offset);
      const rows = own.slice(0, limit);
      if (own.length > limit) return { rows, more: true, total: null, warnings };
      if (stoppedAt !== null) return { rows, more: true, total: null, stoppedAt, warnings };
      return { rows, more: false, total: offset === 0 ? rows.length : null, warnings };
    },
  });
}

async function read<T>(session: Session, first: number, options: ScanOptions<T>): Promise<Scan<T>> {
  const list = await options.open(session, first);
  const slice = await list.read({ from: first, limit: options.budget, needMore: true, needTotal: false });
  const end = slice.rows.at(-1)?.next;
  return {
    of: groupBy(slice.rows, ({ value }) => options.keysOf(value)),
    stoppedAt: slice.more === true && end !== undefined ? toOffset(end) : null,
    warnings: slice.warnings ?? [],
  };
}
