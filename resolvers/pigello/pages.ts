import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { chunkByBytes, type Query } from '../../src/http/url.js';
import { uniqueBy } from '../../src/loaders/group.js';
import { concatListings } from '../../src/pagination/concat.js';
import { arrayListing, readAll, type Listing } from '../../src/pagination/listing.js';
import { pagedListing } from '../../src/pagination/pages.js';
import { readRows } from '../../src/wire/fields.js';
import type { PigelloSettings } from './config.js';
import { apartmentContract, paths, type Entity } from './paths.js';
import { readEnvelope, shapes, type Rows } from './wire.js';

/** A row, and when the answer that held it arrived. */
export interface Received<E extends Entity> {
  readonly row: Rows[E];
  readonly at: Date;
}

/** A filter by one list of values, e.g. `building__in`. */
export interface InFilter {
  readonly name: string;
  readonly values: readonly string[];
  /** Whether a row may match several of the values, as a contract of two tenants does. */
  readonly overlapping?: boolean;
}

/** Pigello's lists: numbered pages whose size is ours to choose, narrowed by lists of ids. */
export interface PigelloLists {
  /** A list as a listing; with a filter, only the rows that match one of its values. */
  listing<E extends Entity>(
    session: Session,
    entity: E,
    ...filters: readonly InFilter[]
  ): Listing<Received<E>>;
  /** All rows that match one of the values, in as few calls as URLs allow. */
  matching<E extends Entity>(session: Session, entity: E, filter: InFilter): Promise<readonly Received<E>[]>;
}

/**
 * Bytes of a comma-joined id list. The whole request target stays under 8,000: about 200 uuids.
 */
const idBytes = 7_500;

/** How many uuids one call takes: what the most calls of a batch are reckoned with. */
export const idsPerCall = Math.floor(idBytes / 37);

export function createLists(settings: PigelloSettings, origin: Origin): PigelloLists {
  const one = <E extends Entity>(session: Session, entity: E, query: Query): Listing<Received<E>> =>
    pagedListing({
      size: { max: settings.pageSize },
      total: 'maybe',
      key: ({ row }: Received<E>) => row.id,
      async page(index, size) {
        const { body, receivedAt } = await session.get({
          path: settings.paths[entity] ?? paths[entity].path,
          params: { contentType: apartmentContract },
          // "must be set together" holds for these two; pages count from 1 (docs/pigello-my-pages.txt, step 1).
          query: { _page: index + 1, _page_size: size, ...query },
        });
        const envelope = readEnvelope(body);
        if (envelope === null)
          throw new UnexpectedShapeError(origin, `the list of ${entity} has no known envelope`);
        const rows = readRows(shapes[entity], envelope.rows) as readonly (Rows[E] | null)[];
        if (rows.length > 0 && rows.every((row) => row === null)) {
          throw new UnexpectedShapeError(origin, `no record of the list of ${entity} has an id`);
        }
        return { rows: rows.map((row) => row && { row, at: receivedAt }), total: envelope.total };
      },
    });

  const listing = <E extends Entity>(
    session: Session,
    entity: E,
    ...filters: readonly InFilter[]
  ): Listing<Received<E>> => {
    const queries = combinations(filters);
    const parts = queries.map((query) => one(session, entity, query));
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    return filters.some(({ overlapping }) => overlapping === true)
      ? arrayListing(() => readParts(parts))
      : concatListings(parts);
  };

  /** The rows of several parts, each once: one that matches several values may stand in several parts. */
  const readParts = async <E extends Entity>(
    parts: readonly Listing<Received<E>>[],
  ): Promise<readonly Received<E>[]> => {
    const rows = await Promise.all(parts.map((part) => readAll(part, settings.pageSize)));
    return uniqueBy(rows.flat(), ({ row }) => row.id);
  };

  return {
    listing,
    async matching(session, entity, filter) {
      // Sorted, so that the same ids are the same call, in whichever order two edges came by them.
      const values = [...new Set(filter.values)].sort();
      return readParts(
        chunkByBytes(values, idBytes).map((chunk) => one(session, entity, { [filter.name]: chunk })),
      );
    },
  };
}

/** One query for each combination of chunks; nearly always there is just one. */
function combinations(filters: readonly InFilter[]): readonly Query[] {
  return filters.reduce<Query[]>(
    (queries, { name, values }) =>
      chunkByBytes([...new Set(values)], idBytes / filters.length).flatMap((chunk) =>
        queries.map((query) => ({ ...query, [name]: chunk })),
      ),
    [{}],
  );
}
