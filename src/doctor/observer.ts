import type { Patience, SourceClient } from '../http/client.js';
import type { Query } from '../http/url.js';

/** What came of a call. */
export interface Seen {
  /** Path template of the endpoint that answered last: the login's, where that failed. */
  readonly path: string;
  readonly query: Query;
  /** Whether it was the login that failed. */
  readonly login: boolean;
  readonly failure: unknown;
  /** Milliseconds that the provider's clock is ahead of ours. */
  readonly clockSkew: number | null;
  /** Whether it is a list without rows. */
  readonly isEmpty: boolean;
  /** Whether it is the first page of a list, without rows and with a total that says there are some. */
  readonly lacksRows: boolean;
}

/** A client, and what came of all calls that were made through it. */
export interface Observed {
  readonly client: Pick<SourceClient, 'origin' | 'request'>;
  readonly seen: readonly Seen[];
}

/** Looks on while the gateway's own code asks: what its loaders make of an answer, or of a 404, hides how it came. */
export function observe(source: Pick<SourceClient, 'origin' | 'request'>): Observed {
  const seen: Seen[] = [];
  return {
    seen,
    client: {
      origin: source.origin,
      async request(call, patience) {
        let login: string | null = null;
        const watch: Patience['watch'] = (exchange) => {
          login = exchange.login ? exchange.path : null;
          return patience.watch?.(exchange) ?? (() => undefined);
        };
        const { path, query = {} } = call;
        try {
          const answer = await source.request(call, { ...patience, watch });
          const { clockSkew = null, body } = answer;
          seen.push({ path, query, login: false, failure: null, clockSkew, ...rowsIn(body, query) });
          return answer;
        } catch (failure) {
          const place = { path: login ?? path, query, login: login !== null };
          seen.push({ ...place, failure, clockSkew: null, isEmpty: false, lacksRows: false });
          throw failure;
        }
      },
    },
  };
}

/**
 * An envelope is told by its only list, whatever name the vendor has for it. Where the first page is empty although the
 * answer counts rows, its number is not that of the first page.
 */
function rowsIn(body: unknown, query: Query): Pick<Seen, 'isEmpty' | 'lacksRows'> {
  const members = Array.isArray(body) ? [['', body] as const] : membersOf(body);
  const [list, ...others] = members.filter(([, value]) => Array.isArray(value));
  // A record may hold a list as well.
  const isRecord = members.some(([name]) => name === 'id');
  const isList = list !== undefined && others.length === 0 && !isRecord;
  const isEmpty = isList && (list[1] as readonly unknown[]).length === 0;
  const isFurther = Object.entries(query).some(
    ([name, value]) =>
      /^_?page(_?(no|number|index))?$|offset/i.test(name) && typeof value === 'number' && value > 1,
  );
  const isCounted = members.some(
    ([name, value]) => /^(count|total(_?(count|items))?)$/i.test(name) && isSome(value),
  );
  return { isEmpty, lacksRows: isEmpty && !isFurther && isCounted };
}

/** A total may be text (`"1,"`). */
function isSome(value: unknown): boolean {
  return (typeof value === 'number' || typeof value === 'string') && Number.parseInt(String(value), 10) > 0;
}

/** The members of an envelope, and of an object in it such as `meta`. */
function membersOf(body: unknown): readonly (readonly [string, unknown])[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (Object.entries(value) as [string, unknown][])
      : [[name, value] as const],
  );
}
