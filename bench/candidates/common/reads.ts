import type { Providers } from './providers.js';
import type { PigelloPage } from './wire.js';

/** Pigello's lists, by their entities. */
export const pigello = {
  buildings: '/objects/structural/building/list/',
  apartments: '/objects/spaces/spaces/apartment/list/',
  contracts: '/contracts/apartmentcontract/list/',
  tenants: '/accounts/users/customer/tenant/list/',
  errands: '/errands/generalerrands/reporting/generalerrand/',
  documents: '/contracts/signedcontractdocument/list/contracts.apartmentcontract/',
} as const;

/** The largest page that is asked of Pigello, and how many ids fit into one target of it. */
const largest = 500;
const idsPerCall = 200;

/** All rows that a filter finds by ids, in as few calls as targets allow. */
export async function rowsBy<Row>(
  providers: Providers,
  list: string,
  filter: string,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const chunks: string[][] = [];
  for (let at = 0; at < ids.length; at += idsPerCall) chunks.push(ids.slice(at, at + idsPerCall));
  const found = await Promise.all(
    chunks.map(async (chunk) => {
      const read = (page: number): Promise<PigelloPage<Row>> =>
        providers.get('pigello', `${list}?_page=${page}&_page_size=${largest}&${filter}=${chunk.join(',')}`);
      const { data, meta } = await read(1);
      const rest = Math.max(0, Math.ceil(meta.total / largest) - 1);
      const more = await Promise.all(Array.from({ length: rest }, (_, index) => read(index + 2)));
      return rest === 0 ? data : [...data, ...more.flatMap((page) => page.data)];
    }),
  );
  return found.length === 1 ? (found[0] ?? []) : found.flat();
}

/** A window on one of Pigello's lists. */
export interface Window<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** The smallest page that holds a window; pages count from 0. */
export function pageAround(offset: number, first: number): { readonly page: number; readonly size: number } {
  let size = first;
  while (Math.floor(offset / size) !== Math.floor((offset + first - 1) / size)) size += 1;
  return { page: Math.floor(offset / size), size };
}

/** Reads a window by the one page that holds it. */
export async function readWindow<Row>(
  providers: Providers,
  list: string,
  offset: number,
  first: number,
): Promise<Window<Row>> {
  const { page, size } = pageAround(offset, first);
  const { data, meta } = await providers.get<PigelloPage<Row>>(
    'pigello',
    `${list}?_page=${page + 1}&_page_size=${size}`,
  );
  const skipped = offset - page * size;
  return { rows: data.slice(skipped, skipped + first), total: meta.total };
}

/** Rows by a key that they share. */
export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | undefined,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
