import { defineConfig } from '@graphql-hive/gateway';
import { Kind, parse } from 'graphql';

/** What the joins below add to the types of Pigello's description. */
const additionalTypeDefs = /* GraphQL */ `
  extend type Building {
    units: [Apartment]
  }
  extend type Apartment {
    leases: [Contract]
  }
  extend type TenantRelation {
    person: Tenant
  }
`;

/** More ids than these do not fit into a target of Pigello's. */
const idsPerCall = 200;

/**
 * A field whose records another list finds by the ids of a level: by one call of that list through Mesh's own batching.
 *
 * @param list the field of Query, with the filter that takes the ids
 * @param parent what must be selected to see which parent a row belongs to
 * @param parentOf the id of that parent
 * @param isMany whether a parent has a list of them
 */
function join([list, filter], parent, parentOf, isMany) {
  const needed = parse(parent, { noLocation: true }).definitions[0].selectionSet.selections;
  return {
    selectionSet: '{ id }',
    resolve: (root, _, context, info) =>
      context.pigello.Query[list]({
        root,
        context,
        info,
        key: root.id,
        argsFromKeys: (ids) => ({ _page: 1, _page_size: 500, [filter]: ids }),
        dataLoaderOptions: { maxBatchSize: idsPerCall },
        // The rows stand in the envelope of a page.
        selectionSet: ({ selections }) => ({
          kind: Kind.SELECTION_SET,
          selections: [
            {
              kind: Kind.FIELD,
              name: { kind: Kind.NAME, value: 'data' },
              selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections, ...needed] },
            },
          ],
        }),
        valuesFromResults({ data }, ids) {
          const rows = new Map(ids.map((id) => [id, []]));
          for (const row of data) rows.get(parentOf(row))?.push(row);
          return ids.map((id) => (isMany ? rows.get(id) : (rows.get(id)[0] ?? null)));
        },
      }),
  };
}

export const gatewayConfig = defineConfig({
  supergraph: process.env.HIVE_SUPERGRAPH,
  port: Number(process.env.PORT),
  host: '127.0.0.1',
  // One process, as with all candidates.
  fork: 1,
  additionalTypeDefs,
  additionalResolvers: {
    Building: {
      units: join(['apartments', 'building__in'], '{ building { id } }', (row) => row.building?.id, true),
    },
    Apartment: {
      leases: join(['contracts', 'apartment__in'], '{ apartment { id } }', (row) => row.apartment?.id, true),
    },
    TenantRelation: { person: join(['tenants', 'id__in'], '{ id }', (row) => row.id, false) },
  },
});
