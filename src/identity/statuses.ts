import type { Source } from '../domain/provider.js';
import { toSourceError } from '../graphql-errors.js';

/** What a source contributed to a merged view, as `SourceResult` of the schema. */
export interface Status {
  readonly source: Source;
  readonly status: 'OK' | 'PARTIAL' | 'FAILED' | 'SKIPPED';
  /** What went wrong, where it did. */
  readonly error: Error | null;
  readonly truncated: boolean;
  readonly fetchedAt: Date | null;
}

/** Statuses of the same sources, met at several places: the worst counts. */
export interface Statuses {
  add(status: Status): void;
  list(): readonly Status[];
}

const badness: readonly Status['status'][] = ['SKIPPED', 'OK', 'PARTIAL', 'FAILED'];

/** @param sources in the order in which they are told */
export function createStatuses(sources: readonly Source[]): Statuses {
  const worst = new Map<string, Status>();
  return {
    add(status) {
      const known = worst.get(status.source.id);
      if (known === undefined || badness.indexOf(status.status) > badness.indexOf(known.status))
        worst.set(status.source.id, status);
    },
    list: () => sources.flatMap(({ id }) => worst.get(id) ?? []),
  };
}

/** One failure a source, for `errors`. */
export function failuresOf(statuses: readonly Status[]): readonly Error[] {
  return statuses.flatMap(({ error }) => error ?? []);
}

/** A status as clients see it. */
export function toSourceResult({ source, status, error, truncated, fetchedAt }: Status): object {
  return {
    sourceId: source.id,
    provider: source.provider,
    status,
    error: error === null ? null : toSourceError(error),
    truncated,
    fetchedAt,
  };
}
