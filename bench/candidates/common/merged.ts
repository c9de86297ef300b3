import type { Providers } from './providers.js';
import { pigello, readWindow } from './reads.js';
import { globalId, text } from './values.js';
import type { BuildingRow, CommunityPage, EstatePage, PropertyPage } from './wire.js';

/** Buildings of all sources in one list, each source asked at once for as many as the list could need of it. */

export interface MergedBuilding {
  readonly id: string;
  readonly name: string | null;
  readonly externalId: string | null;
  readonly kind: string;
}

export interface Merged {
  readonly totalCount: number;
  readonly nodes: readonly MergedBuilding[];
  readonly sources: readonly { readonly sourceId: string; readonly status: string }[];
}

interface Part {
  readonly total: number;
  readonly nodes: readonly MergedBuilding[];
}

const communitiesPerPage = 25;

export function createMerged(providers: Providers): (offset: number, first: number) => Promise<Merged> {
  /** How many pages casavi had when it was last asked: known ones are asked for together. */
  let knownPages = 1;

  const fromPigello = async (offset: number, first: number): Promise<Part> => {
    const { rows, total } = await readWindow<BuildingRow>(providers, pigello.buildings, offset, first);
    return {
      total,
      nodes: rows.map((row) => ({
        id: globalId('Building', 'pigello', row.id),
        name: text(row.name) ?? text(row.popular_name),
        externalId: text(row.custom_id),
        kind: 'BUILDING',
      })),
    };
  };

  const fromFacilitee = async (first: number): Promise<Part> => {
    const { items, totalItems } = await providers.get<PropertyPage>(
      'facilitee',
      `/api/public/Properties?pageNo=1&pageSize=${first}`,
    );
    return {
      total: totalItems,
      nodes: items.map((row) => ({
        id: globalId('Building', 'facilitee', row.id),
        name: text(row.name),
        externalId: text(row.customPropertyId),
        kind: 'BUILDING',
      })),
    };
  };

  const fromHomeq = async (first: number): Promise<Part> => {
    const { results, total } = await providers.get<EstatePage>(
      'homeq',
      `/api/v3/inventory/?type=estate&use_root_office=true&offset=0&amount=${first}`,
    );
    return {
      total: Number.parseInt(String(total), 10),
      nodes: results.map(({ estate }) => ({
        id: globalId('Building', 'homeq', estate.id),
        name: text(estate.name),
        externalId: text(estate.external_id),
        kind: 'ESTATE',
      })),
    };
  };

  const fromCasavi = async (first: number): Promise<Part> => {
    const read = (page: number): Promise<CommunityPage> =>
      providers.get('casavi', page === 0 ? '/properties' : `/properties?page=${page}`);
    const wanted = Math.ceil(first / communitiesPerPage);
    const together = Math.min(wanted, knownPages);
    const pages = await Promise.all(Array.from({ length: together }, (_, page) => read(page)));
    const count = pages[0]?.count ?? 0;
    knownPages = Math.max(1, Math.ceil(count / communitiesPerPage));
    const late = Math.max(0, Math.min(wanted, knownPages) - together);
    pages.push(...(await Promise.all(Array.from({ length: late }, (_, page) => read(together + page)))));
    return {
      total: count,
      nodes: pages.flatMap(({ rows }) =>
        rows.map((row) => ({
          id: globalId('Building', 'casavi', row.id),
          name: text(row.name),
          externalId: text(row.id),
          kind: 'COMMUNITY',
        })),
      ),
    };
  };

  return async (offset, first) => {
    const parts = await Promise.all([
      fromPigello(offset, first),
      fromFacilitee(first),
      fromHomeq(first),
      fromCasavi(first),
    ]);
    return {
      totalCount: parts.reduce((sum, { total }) => sum + total, 0),
      nodes: parts.flatMap(({ nodes }) => nodes).slice(0, first),
      sources: ['pigello', 'facilitee', 'homeq', 'casavi'].map((sourceId) => ({ sourceId, status: 'OK' })),
    };
  };
}
