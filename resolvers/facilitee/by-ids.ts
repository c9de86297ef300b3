import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import type { FaciliteeLists, Received } from './pages.js';
import type { ListName, RecordName, Row } from './wire.js';

/** A list and the call for a single one of its records, where both are read by the same shape. */
export interface Ways<L extends ListName> {
  readonly list: L;
  readonly record: RecordName;
}

/**
 * Records by their ids: as lists of this operation have shown them already, else out of their list where that takes
 * fewer calls, else one by one. A failed page fails all of them, a failed single call its own slot.
 */
export async function byIds<L extends ListName>(
  lists: FaciliteeLists,
  session: Session,
  { list, record }: Ways<L>,
  ids: readonly string[],
): Promise<(id: string) => Received<Row<L>> | null | Error> {
  const unknown = (): readonly string[] =>
    [...new Set(ids)].filter((id) => lists.known(session, list, id) === undefined);
  const singles = new Map<string, Received<Row<L>> | null | Error>();
  let missing = unknown();
  const fresh = missing.filter((id) => !lists.isAsked(session, record, id)).length;
  if (fresh > 0 && (await lists.isCheaper(session, list, fresh))) {
    const { complete } = await lists.whole(session, list);
    // At the end of the list, who was not met does not exist.
    missing = complete ? [] : unknown();
  } else missing = unknown();
  await Promise.all(
    missing.map(async (id) => {
      const found = await lists.find(session, record, id).catch(toError);
      singles.set(id, found as Received<Row<L>> | null | Error);
    }),
  );
  return (id) => lists.known(session, list, id) ?? singles.get(id) ?? null;
}

/** The most calls that so many records may cost: single calls, and a list that was tried against them. */
export const byIdsCalls = (ids: number): number => 2 * ids + 1;
