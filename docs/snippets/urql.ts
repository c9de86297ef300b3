import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { introspection, keys } from '@gatehouse/client/introspection';

const pages = relayPagination();

export function createClient(url: string) {
  return new Client({
    url,
    exchanges: [
      cacheExchange({
        schema: introspection,
        // Types without an id stand in their record.
        keys,
        resolvers: {
          Query: {
            buildings: pages,
            units: pages,
            persons: pages,
            leases: pages,
            issues: pages,
            documents: pages,
          },
          Building: { units: pages, leases: pages, issues: pages, persons: pages, documents: pages },
          Unit: { leases: pages, issues: pages, persons: pages, documents: pages },
          Person: { units: pages, leases: pages, issues: pages, documents: pages },
        },
      }),
      fetchExchange,
    ],
  });
}
