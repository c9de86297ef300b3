import type { Plugin } from 'graphql-yoga';
import { graphiqlPolicy } from '../front/headers.js';

/** Lets GraphiQL's page run its scripts, and takes away what says which server this is. All other headers come before yoga. */
export function useResponseHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      headers.delete('x-yoga-id');
      if (headers.get('content-type')?.startsWith('text/html') === true)
        headers.set('content-security-policy', graphiqlPolicy);
    },
  };
}
