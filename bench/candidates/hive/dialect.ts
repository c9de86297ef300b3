import type { Body, Dialect } from '../candidate.js';
import { pageAround } from '../common/reads.js';
import { day, globalId, leaseStatus, parseId, rooms, tenantName, text, today } from '../common/values.js';
import type { ApartmentRow, BuildingRow, ContractRow, TenantRow } from '../common/wire.js';
import { toListed, toPaged } from '../floor/lists.js';
import { toOne } from '../floor/one.js';
import type { Variant } from '../../queries/query.js';
import type { World } from '../../upstreams/world.js';

/**
 * The queries in the schema that Mesh makes of Pigello's description: the vendor's own names, and the envelope of its pages. A
 * list over several sources with one paging, and `nodes` over all types, it has no words for.
 */
export const dialect: Dialect = {
  body(query, operation, variant, world) {
    const words = queries[query];
    if (words === undefined) return null;
    const [, alias = ''] = operation.split('_');
    return {
      query: words.document(operation, alias),
      operationName: operation,
      variables: words.variables(variant, world),
    } satisfies Body;
  },
  content(query, answer, variant) {
    return queries[query]?.content(answer as Page<never>, variant);
  },
};

interface Page<Row> {
  readonly data: readonly Row[];
  readonly meta?: { readonly total: number };
}

interface Words {
  document(operation: string, alias: string): string;
  variables(variant: Variant, world: World): Readonly<Record<string, unknown>>;
  content(page: Page<never>, variant: Variant): unknown;
}

/** A page of Pigello's; its smallest page that holds the window may hold a few rows more. */
function pageVariables({ offset = 0 }: Variant, first: number) {
  const { page, size } = pageAround(offset, first);
  return { page: page + 1, size };
}

/** The rows of the window. */
function windowOf<Row>({ data }: Page<Row>, { offset = 0 }: Variant, first: number): readonly Row[] {
  const { page, size } = pageAround(offset, first);
  return data.slice(offset - page * size).slice(0, first);
}

type DeepBuilding = BuildingRow & { readonly units: readonly DeepUnit[] };
type DeepUnit = ApartmentRow & { readonly leases: readonly DeepLease[] };
type DeepLease = Omit<ContractRow, 'tenants'> & {
  readonly tenants: readonly ({ readonly id: string; readonly person: TenantRow } | null)[];
};

const queries: Readonly<Record<string, Words>> = {
  one: {
    document: (operation, alias) => `query ${operation}($ids: [String]) {
  ${alias}: buildings(_page: 1, _page_size: 1, id__in: $ids) {
    data { id name popular_name custom_id archived created_at }
  }
}`,
    variables: ({ id = '' }) => ({ ids: parseId(id).key }),
    content: ({ data: [row] }: Page<BuildingRow>) => (row === undefined ? null : toOne(row)),
  },
  list: {
    document: (operation, alias) => `query ${operation}($page: Int, $size: Int) {
  ${alias}: apartments(_page: $page, _page_size: $size) {
    data {
      id popular_name custom_id landlord_custom_id apartment_id category floors archived created_at usable_area
      building { id }
    }
  }
}`,
    variables: (variant) => pageVariables(variant, 100),
    content: (page: Page<ApartmentRow>, variant) => ({ nodes: windowOf(page, variant, 100).map(toListed) }),
  },
  page: {
    document: (operation, alias) => `query ${operation}($page: Int, $size: Int) {
  ${alias}: contracts(_page: $page, _page_size: $size) {
    data {
      id id_number start_date end_date initial_end_date signed_time cancellation_time
      apartment { id }
    }
    meta { total }
  }
}`,
    variables: (variant) => pageVariables(variant, 25),
    content: (page: Page<ContractRow>, variant) => ({
      nodes: windowOf(page, variant, 25).map((row) => toPaged(row, today())),
      pageInfo: { hasNextPage: (variant.offset ?? 0) + 25 < (page.meta?.total ?? 0) },
    }),
  },
  deep: {
    document: (operation, alias) => `query ${operation}($ids: [String]) {
  ${alias}: buildings(_page: 1, _page_size: 25, id__in: $ids) {
    data {
      id name popular_name custom_id
      units {
        id apartment_id category
        leases {
          id start_date end_date initial_end_date signed_time cancellation_time
          tenants {
            id
            person { first_name last_name corporate_name }
          }
        }
      }
    }
  }
}`,
    // By their ids, since a page of Pigello's that holds the window would hold other buildings, too.
    variables: ({ offset = 0 }, { truths }) => ({
      ids: truths.pigello.buildings.slice(offset, offset + 25).map(({ id }) => id),
    }),
    content: ({ data }: Page<DeepBuilding>) => ({ nodes: data.map(toDeep) }),
  },
};

function toDeep(row: DeepBuilding) {
  return {
    id: globalId('Building', 'pigello', row.id),
    name: text(row.name) ?? text(row.popular_name),
    externalId: text(row.custom_id),
    units: {
      nodes: row.units.map((unit) => ({
        id: globalId('Unit', 'pigello', unit.id),
        number: text(unit.apartment_id),
        unitType: text(unit.category),
        rooms: rooms(unit.category),
        leases: { nodes: unit.leases.map(toDeepLease) },
      })),
    },
  };
}

function toDeepLease(row: DeepLease) {
  return {
    id: globalId('Lease', 'pigello', 'contracts.apartmentcontract', row.id),
    status: leaseStatus({ ...row, tenants: [] }, today()),
    startDate: day(row.start_date),
    endDate: day(row.end_date) ?? day(row.initial_end_date),
    tenants: row.tenants
      .filter((tenant) => tenant !== null)
      .map(({ id, person }) => ({ id: globalId('Person', 'pigello', id), displayName: tenantName(person) })),
  };
}
