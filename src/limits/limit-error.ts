import { GraphQLError } from 'graphql';

/** What was found, what is allowed, and which setting says so. */
export interface Excess {
  /** What has too much of it, e.g. `The document has 1200 tokens`: it holds nothing of the request itself. */
  readonly what: string;
  readonly found: number;
  readonly limit: number;
  readonly setting: string;
}

/** A request that holds more than is allowed. 400 for clients that take GraphQL's own media type, unless `status` says otherwise. */
export function limitError({ what, found, limit, setting }: Excess, status?: number): GraphQLError {
  return new GraphQLError(
    `${what}, and ${limit} ${limit === 1 ? 'is' : 'are'} allowed; ask for less at once, or have ${setting} raised.`,
    {
      extensions: {
        code: 'LIMIT_EXCEEDED',
        setting,
        limit,
        found,
        http: status === undefined ? { spec: true, status: 400 } : { status },
      },
    },
  );
}
