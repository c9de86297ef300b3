/** 004 states it for tickets and measurements; assumed everywhere. */
const PAGE_SIZE = 25;

/** A page as the envelopes show it; where 004 documents a bare array, only `rows` is sent. */
export interface Page {
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly unknown[];
}

/** Makes what cuts lists into pages. A page beyond the end is empty; what is no page number is null. */
export function createPager(base: 0 | 1): (all: readonly unknown[], query: URLSearchParams) => Page | null {
  return (all, query) => {
    const asked = query.get('page') ?? String(base);
    if (!/^\d{1,9}$/.test(asked)) return null;
    // A one-based server takes page 0 for the first one.
    const page = Math.max(base, Number(asked));
    const start = (page - base) * PAGE_SIZE;
    return {
      page,
      pageCount: Math.ceil(all.length / PAGE_SIZE),
      rows: all.slice(start, start + PAGE_SIZE),
    };
  };
}
