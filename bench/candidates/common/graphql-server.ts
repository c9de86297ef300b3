import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { port, upstreams } from './environment.js';
import { createMerged } from './merged.js';
import type { NodeFields } from './node-records.js';
import { createProviders, type Providers } from './providers.js';
import { pigello, readWindow } from './reads.js';
import { toBuilding, toLease, toUnit, type Building, type Lease, type Person, type Unit } from './records.js';
import { typeDefs } from './schema.js';
import { parseId, type Ref } from './values.js';
import type { ApartmentRow, BuildingRow, ContractRow } from './wire.js';

/** How records that hang on others, or that an id names, are read for one request. */
export interface Loaders {
  building(id: string): Promise<Building | null>;
  unitsOf(building: string): Promise<readonly Unit[]>;
  leasesOf(unit: string): Promise<readonly Lease[]>;
  person(id: string): Promise<Person | null>;
  node(ref: Ref): Promise<NodeFields | null>;
}

interface ListArguments {
  readonly first: number;
  /** The number of Pigello's rows before the page. */
  readonly after?: string | null;
  readonly filter?: { readonly providers?: readonly string[] | null } | null;
}

/** Serves the schema by graphql-yoga as it comes, with resolvers as its guide shows them. */
export function serveGraphql(createLoaders: (providers: Providers) => Loaders): void {
  const providers = createProviders(upstreams);
  const merge = createMerged(providers);

  const window = async <Row, Record>(list: string, args: ListArguments, to: (row: Row) => Record) => {
    const offset = Number(args.after ?? 0);
    const { rows, total } = await readWindow<Row>(providers, list, offset, args.first);
    return { nodes: rows.map(to), pageInfo: { hasNextPage: offset + rows.length < total } };
  };

  const yoga = createYoga({
    // One that logs nothing of its own accord answers as fast as it can.
    logging: false,
    context: () => ({ loaders: createLoaders(providers) }),
    schema: createSchema<{ readonly loaders: Loaders }>({
      typeDefs,
      resolvers: {
        Query: {
          building: (_, { id }: { readonly id: string }, { loaders }) =>
            loaders.building(parseId(id).key[0] ?? ''),
          buildings: (_, args: ListArguments) =>
            args.filter?.providers == null
              ? merge(Number(args.after ?? 0), args.first)
              : window<BuildingRow, Building>(pigello.buildings, args, toBuilding),
          units: (_, args: ListArguments) => window<ApartmentRow, Unit>(pigello.apartments, args, toUnit),
          leases: (_, args: ListArguments) => window<ContractRow, Lease>(pigello.contracts, args, toLease),
          nodes: (_, { ids }: { readonly ids: readonly string[] }, { loaders }) =>
            ids.map(async (id) => {
              const ref = parseId(id);
              const found = await loaders.node(ref);
              if (found === null) return null;
              const { __typename, externalId, remoteId, field, value } = found;
              const source = { sourceId: ref.source, remoteId };
              return { __typename, id, externalId, source, [field]: value };
            }),
        },
        Building: {
          units: async ({ remoteId }: Building, _, { loaders }) => ({
            nodes: await loaders.unitsOf(remoteId),
          }),
        },
        Unit: {
          leases: async ({ remoteId }: Unit, _, { loaders }) => ({ nodes: await loaders.leasesOf(remoteId) }),
        },
        Lease: {
          tenants: ({ tenantIds }: Lease, _, { loaders }) => tenantIds.map((id) => loaders.person(id)),
        },
      },
    }),
  });
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- yoga's handler catches all it throws
  createServer(yoga).listen(port, '127.0.0.1');
}
