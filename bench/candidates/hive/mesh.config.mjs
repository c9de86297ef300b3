import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

const header = (name) => `{env.PIGELLO_${name}}`;

/** Pigello as a subgraph, from a description of the four lists that the bench asks. */
export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadOpenAPISubgraph('pigello', {
        source: './pigello.openapi.json',
        endpoint: process.env.PIGELLO_URL,
        operationHeaders: {
          'x-pigello-customer-id': header('CUSTOMER_ID'),
          'x-pigello-application-id': header('APPLICATION_ID'),
          'x-pigello-service-id': header('SERVICE_ID'),
          'x-pigello-service-version-id': header('SERVICE_VERSION_ID'),
          'x-pigello-client-ct': header('CLIENT_CT'),
          'x-pigello-client-entity': header('CLIENT_ENTITY'),
          'x-pigello-client-secret': header('CLIENT_SECRET'),
        },
      }),
    },
  ],
});
