import type { ApolloLink } from '@apollo/client';
import type { GraphQLFormattedError } from 'graphql';

/** A source that does not answer. */
export interface Outage {
  readonly sourceId: string;
  /** When it was first seen. The gateway stores nothing, so this is as far back as this window knows. */
  readonly since: Date;
  /** What is missing of it: names of lists and records, such as `buildings`. */
  readonly missing: readonly string[];
  /** What happened, in the gateway's words. */
  readonly reason: string;
  /** Seconds that the source wants to be left alone. */
  readonly retryAfter: number;
}

/** What was asked, to ask it again. */
type Asked = Pick<ApolloLink.Operation, 'operationName' | 'query' | 'variables'>;

interface Failed {
  readonly asked: Asked;
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * Keeps which sources do not answer. An operation that fails stays noted until the same operation is answered in full.
 *
 * @param ask - sends an operation again; its answer comes back through `note`
 */
export function createOutages(ask: (operation: Asked) => Promise<void>) {
  const failed = new Map<string, Failed>();
  const since = new Map<string, Date>();
  const watchers = new Set<() => void>();
  const recoveries = new Set<() => void>();
  let current: readonly Outage[] = [];

  return {
    /** To be told of every answer: its errors name the sources that failed, or there are none. */
    note(asked: Asked, errors: readonly GraphQLFormattedError[]): void {
      const key = keyOf(asked);
      const ofSources = errors.filter(({ extensions }) => typeof extensions?.['source'] === 'string');
      const wasDown = failed.delete(key);
      if (ofSources.length > 0) failed.set(key, { asked, errors: ofSources });
      else if (!wasDown) return;
      current = outagesOf([...failed.values()], since);
      for (const tell of watchers) tell();
    },
    /** Asks again for one row each of what failed, and tells `onRecovery` if that is answered now. */
    async retry(): Promise<void> {
      const before = failed.size;
      const again = [...failed.values()].map(({ asked }) =>
        ask({ ...asked, variables: { ...asked.variables, first: 1, after: null } }),
      );
      await Promise.allSettled(again);
      if (failed.size < before) for (const tell of recoveries) tell();
    },
    current: () => current,
    subscribe(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    /** Calls back when something that failed is to be had again: what is on the screen should be read anew. */
    onRecovery(recovered: () => void): () => void {
      recoveries.add(recovered);
      return () => recoveries.delete(recovered);
    },
  };
}

/** One for all pages of a list. */
function keyOf({ operationName, variables }: Asked): string {
  return JSON.stringify([operationName, { ...variables, first: undefined, after: undefined }]);
}

/** @param since - when each was first seen: is brought up to date */
function outagesOf(failed: readonly Failed[], since: Map<string, Date>): readonly Outage[] {
  const bySource = Map.groupBy(
    failed.flatMap(({ errors }) => errors),
    ({ extensions }) => String(extensions?.['source']),
  );
  for (const sourceId of since.keys()) if (!bySource.has(sourceId)) since.delete(sourceId);
  return [...bySource].map(([sourceId, errors]) => {
    const first = since.get(sourceId) ?? new Date();
    since.set(sourceId, first);
    return {
      sourceId,
      since: first,
      missing: [...new Set(errors.flatMap(missingIn))],
      reason: errors[0]?.message ?? '',
      retryAfter: Math.max(0, ...errors.map(({ extensions }) => Number(extensions?.['retryAfter'] ?? 0))),
    };
  });
}

/** The names at the ends of an error's paths; what failed for one reason in several places has `paths`. */
function missingIn({ path, extensions }: GraphQLFormattedError): readonly string[] {
  const paths = (extensions?.['paths'] ?? [path ?? []]) as readonly (readonly (string | number)[])[];
  return paths.flatMap((place) => place.filter((step) => typeof step === 'string').slice(-1));
}
