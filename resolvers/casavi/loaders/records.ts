import type { Port, RecordLoader, RecordLoaderName } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import { isFound } from '../reads/listings.js';
import type { CasaviMap } from '../map.js';
import type { Reads } from '../reads/index.js';
import { gatherCalls, personCalls, unitPages } from './calls.js';

/** Records by id: single calls, or the pages of a list where these are fewer (`gather.ts`). */
export function createRecordLoaders(
  { structure, persons, tickets }: Reads,
  map: CasaviMap,
): Pick<Port, RecordLoaderName> {
  const issue: RecordLoader<'Issue'> = {
    support: 'NATIVE',
    load: (session, refs) =>
      Promise.all(refs.map(({ key: [id = ''] }) => tickets.issueDetail(session, id).catch(toError))),
    calls: (refs) => refs,
  };

  return {
    buildingById: {
      support: 'NATIVE',
      async load(session, refs) {
        const ids = refs.map(({ key: [id = ''] }) => id);
        return ids.map(await structure.buildingsById(session, ids));
      },
      calls: gatherCalls,
    },
    unitById: {
      support: 'NATIVE',
      load: async (session, refs) => refs.map(await structure.unitsByRef(session, refs, { complete: false })),
      calls: gatherCalls,
    },
    personById: {
      support: 'NATIVE',
      load: async (session, refs) => refs.map(await persons.personsByRef(session, refs)),
      calls: personCalls,
    },
    leaseById: {
      support: 'DERIVED',
      note: 'Found among the units of its property.',
      async load(session, refs) {
        const unitRefs = refs.map(({ source, key }) => ({
          type: 'Unit' as const,
          source,
          key: key.slice(0, 2),
        }));
        const unit = await structure.unitsByRef(session, unitRefs, { complete: true });
        return refs.map(({ key }, index) => {
          const unitRef = unitRefs[index];
          const found = unitRef === undefined ? null : unit(unitRef);
          if (found === null || found instanceof Error) return found;
          return found.leases?.find((lease) => lease.ref.key[2] === key[2]) ?? null;
        });
      },
      calls: (refs) => unitPages * refs,
    },
    issueById: issue,
    issueDetail: issue,
    documentById: {
      support: 'NATIVE',
      load: (session, refs) =>
        Promise.all(
          refs
            .map(async ({ key: [kind, ...ids] }) => {
              if (kind === 'document') return tickets.storedDocument(session, ids[0] ?? '');
              const ticket = await tickets.issueDetail(session, ids[0] ?? '');
              return ticket?.documents?.find((document) => document.ref.key[2] === ids[1]) ?? null;
            })
            .map((record) => record.catch(toError)),
        ),
      calls: (refs) => refs,
    },
    commentById: {
      support: 'DERIVED',
      note: 'Found among the comments of its ticket.',
      load: (session, refs) =>
        Promise.all(
          refs.map(({ key: [ticketId = '', id] }) =>
            tickets
              .commentsById(session, ticketId)
              .then((comment) => comment(id ?? ''))
              .catch(toError),
          ),
        ),
      calls: (refs) => 2 * refs,
    },
    taskById: {
      support: 'NATIVE',
      load: (session, refs) => Promise.all(refs.map((ref) => tickets.task(session, ref).catch(toError))),
      calls: (refs) => refs,
    },
    /** The address of a unit that leaves it to the houses of its property. */
    addressById: {
      support: 'DERIVED',
      async load(session, refs) {
        const property = await structure.propertiesById(
          session,
          refs.map(({ key: [id = ''] }) => id),
        );
        return refs.map(({ key: [propertyId = '', unitId = ''] }) => {
          const found = property(propertyId);
          return isFound(found) ? map.toHouse(found.row, unitId) : found;
        });
      },
      calls: gatherCalls,
    },
  };
}
