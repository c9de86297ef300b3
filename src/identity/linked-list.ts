import type { Context } from '../context.js';
import { toGlobalId } from '../domain/global-id.js';
import type { Source } from '../domain/provider.js';
import {
  type Connection,
  type ConnectionArgs,
  openFiltered,
  toConnection,
  windowOf,
} from '../edges/connections.js';
import { toError } from '../errors.js';
import { type RawFilter, chooseSources, decodeFilter, isNarrowing, narrowFilter } from '../filters/decode.js';
import type { Loaded } from '../loaders/loaders.js';
import { arrayListing } from '../pagination/array.js';
import { type LinkedRecord, toLinkedRecord } from './linked-record.js';
import type { Entity } from './resolve.js';
import { type LinkableType, listOf } from './rules.js';
import { type Status, createStatuses, failuresOf, toSourceResult } from './statuses.js';

export interface LinkedListArgs extends ConnectionArgs {
  readonly filter?: RawFilter;
}

export type LinkedConnection = Connection<LinkedRecord>;

/** A page of real things. */
export async function readLinkedList(
  type: LinkableType,
  args: LinkedListArgs,
  context: Context,
): Promise<Loaded<LinkedConnection>> {
  // A mistake is told before anything is read.
  const { scope, ask, chosen } = checkLinkedList(type, args, context);
  const [known, matched] = await Promise.all([
    context.identity.all(type),
    isNarrowing(args.filter) ? matching(type, args.filter, chosen, context) : null,
  ]);
  const ids = new Set(chosen.map(({ id }) => id));
  const matches = ({ members }: Entity): boolean =>
    members.some(({ id, ref }) => ids.has(ref.source) && (matched === null || matched.ids.has(id)));
  const statuses = createStatuses(context.sources);
  for (const status of [...known.statuses, ...(matched?.statuses ?? [])]) statuses.add(status);
  const entities = known.resolution.entities.filter(matches);
  return {
    value: await pageOf(entities, ask, statuses.list(), scope, context),
    wave: Math.max(known.wave, matched?.wave ?? 0),
  };
}

/**
 * Reads the arguments of a list of real things.
 *
 * @throws BadInputError
 */
export function checkLinkedList(
  type: LinkableType,
  args: LinkedListArgs,
  context: Context,
): {
  readonly scope: Parameters<typeof windowOf>[0];
  readonly ask: ReturnType<typeof windowOf>;
  readonly chosen: readonly Source[];
} {
  const scope = { field: `Query.linked${type}s`, subject: { filter: args.filter ?? {} } };
  const ask = windowOf(scope, args, context);
  const filter = decodeFilter<'buildings'>(args.filter);
  const chosen = chooseSources(context.sources, filter);
  for (const source of chosen) narrowFilter(filter, source);
  return { scope, ask, chosen };
}

/** The records that match a filter, by id, and what each source contributed. */
async function matching(
  type: LinkableType,
  filter: RawFilter,
  chosen: readonly Source[],
  context: Context,
): Promise<{
  readonly ids: ReadonlySet<string>;
  readonly statuses: readonly Status[];
  readonly wave: number;
}> {
  const found = await Promise.all(
    chosen.map(async (source) => {
      const opened = openFiltered(listOf[type], filter, source, context).filter((each) => each !== null);
      const told = { source, error: null, truncated: false, fetchedAt: null };
      if (opened.length === 0)
        return { ids: [], status: { ...told, status: 'SKIPPED' } satisfies Status, wave: 0 };
      try {
        const { rows, isComplete, wave } = await context.identity.snapshots.rowsOf(source, opened);
        const status: Status = {
          ...told,
          status: isComplete ? 'OK' : 'PARTIAL',
          truncated: !isComplete,
          fetchedAt: new Date(),
        };
        return { ids: rows.map(({ ref }) => toGlobalId(ref)), status, wave };
      } catch (error) {
        const status: Status = { ...told, status: 'FAILED', error: toError(error) };
        return { ids: [], status, wave: 1 };
      }
    }),
  );
  return {
    ids: new Set(found.flatMap(({ ids }) => ids)),
    statuses: found.map(({ status }) => status),
    wave: found.reduce((most, each) => Math.max(most, each.wave), 0),
  };
}

/** A window of real things that are at hand. Rows of which no record can be read fall out of it. */
export async function pageOf(
  entities: readonly Entity[],
  ask: ReturnType<typeof windowOf>,
  known: readonly Status[],
  scope: Parameters<typeof windowOf>[0],
  context: Context,
): Promise<LinkedConnection> {
  const listing = arrayListing<LinkedRecord>({
    load: () => entities.map((entity) => toLinkedRecord(entity, known, context, false)),
    key: ({ id }) => id,
  });
  const slice = await listing.read({ from: ask.from, limit: ask.first, needMore: true, needTotal: true });
  const isWhole = known.every(({ status }) => status === 'OK' || status === 'SKIPPED');
  const rows = slice.rows.map((row) => ({ value: row.value, state: () => ask.stateAt(row.next) }));
  const connection = toConnection<LinkedRecord>(
    {
      rows,
      hasNextPage: slice.more === true,
      total: isWhole ? slice.total : null,
      outcomes: [],
      endState: () => rows.at(-1)?.state() ?? ask.state,
    },
    (at) => context.cursors.write(scope, at),
  );
  const statuses = (): readonly Status[] => {
    const all = createStatuses(context.sources);
    for (const status of known) all.add(status);
    for (const { value } of rows) for (const status of value.statuses.list()) all.add(status);
    return all.list();
  };
  // What was read of the rows is known when the answer is made.
  const { pageInfo, totalCount } = connection;
  const isHere = ({ isGone }: LinkedRecord): boolean => !isGone;
  return {
    pageInfo,
    totalCount,
    get nodes() {
      return connection.nodes.filter(isHere);
    },
    get edges() {
      return connection.edges.filter(({ node }) => isHere(node));
    },
    get sources() {
      return statuses().map(toSourceResult);
    },
    get failures() {
      return failuresOf(statuses());
    },
  };
}
