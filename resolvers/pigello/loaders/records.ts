import type { Document, RecordOf, Ref } from '../../../src/domain/index.js';
import type { Asked, Port, RecordLoader, RecordLoaderName } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { together, type Cost } from '../../../src/plan/cost.js';
import { byId } from '../filters.js';
import { idOf } from '../ids.js';
import type { DocumentList, PigelloMap } from '../map.js';
import { isUuid, type PigelloLists, type Received } from '../pages.js';
import type { Entity } from '../paths.js';
import type { PigelloSamples } from '../samples.js';

/** Records by id. They are never read by their single path: a list with `id__in` takes one id as well as many. */
export function createRecordLoaders(
  lists: PigelloLists,
  map: PigelloMap,
  samples: PigelloSamples,
): Pick<Port, RecordLoaderName> {
  /** Ids that are no uuids are asked for one by one. */
  const costOf = (entity: Entity, count: number, ids: readonly string[] = []): Cost => {
    const odd = new Set(ids.filter((id) => !isUuid(id))).size;
    const alone = Array.from({ length: odd }, () => lists.rowsCost(entity, 1));
    return together(lists.rowsCost(entity, count - odd), ...alone);
  };

  const records = <
    E extends Entity,
    T extends 'Building' | 'Unit' | 'Person' | 'Lease' | 'Issue' | 'Address',
    R extends RecordOf<T>,
  >(
    entity: E,
    to: (received: Received<E>) => R,
    sample: R,
  ) => ({
    support: 'NATIVE' as const,
    async load(session: Session, refs: readonly Ref<T>[]): Promise<readonly (R | null | Error)[]> {
      const found = await lists.rowsBy(session, byId(entity), refs.map(idOf));
      return found.map((rows) => {
        if (rows instanceof Error) return rows;
        const [received] = rows;
        return received === undefined ? null : to(received);
      });
    },
    cost: ({ count, refs }: Asked<T>) => costOf(entity, count, refs?.map(idOf)),
    sample: () => sample,
  });

  const documents = async <E extends DocumentList>(
    session: Session,
    refs: readonly Ref<'Document'>[],
    list: E,
    to: (received: Received<E>) => Document,
  ): Promise<(ref: Ref<'Document'>) => Document | null | Error> => {
    const own = refs.filter((ref) => ref.key[0] === list);
    const found = await lists.rowsBy(session, byId(list), own.map(idOf));
    const rowsOf = new Map(own.map((ref, index) => [ref, found[index] ?? []]));
    return (ref) => {
      const rows = rowsOf.get(ref) ?? [];
      if (rows instanceof Error) return rows;
      // Compared by the whole key: an id that names another parent is no id of the document.
      return rows.map(to).find(({ remoteId }) => remoteId === ref.key.join(':')) ?? null;
    };
  };
  const documentLists: readonly DocumentList[] = [
    'signedcontractdocument',
    'signabledocument',
    'generalerrandfile',
  ];

  return {
    buildingById: records('building', map.toBuilding, samples.building),
    unitById: records('apartment', map.toUnit, samples.unit),
    personById: records('tenant', map.toPerson, samples.person),
    leaseById: records('apartmentcontract', map.toLease, samples.lease),
    issueById: records('generalerrand', map.toIssue, samples.issue),
    addressById: records('address', map.toAddress, samples.address),
    documentById: {
      support: 'NATIVE',
      async load(session, refs) {
        const found = await Promise.all([
          documents(session, refs, 'signedcontractdocument', map.toSignedDocument),
          documents(session, refs, 'signabledocument', map.toSignableDocument),
          documents(session, refs, 'generalerrandfile', map.toErrandFile),
        ]);
        return refs.map((ref) => found.map((of) => of(ref)).find((each) => each !== null) ?? null);
      },
      cost({ count, refs }) {
        const costs = documentLists.map((list) => {
          const ids = refs?.filter((ref) => ref.key[0] === list).map(idOf);
          return costOf(list, ids?.length ?? count, ids);
        });
        return together(...costs);
      },
      sample: (ref) => (ref.key[0] === 'generalerrandfile' ? samples.errandFile : samples.contractDocument),
    } satisfies RecordLoader<'Document'>,
  };
}
