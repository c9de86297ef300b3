import type { Document, Ref } from '../../../src/domain/index.js';
import type { Port, RecordLoader, RecordLoaderName } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { groupBy } from '../../../src/loaders/group.js';
import { chunks, idOf } from '../ids.js';
import type { DocumentList, PigelloMap } from '../map.js';
import type { PigelloLists, Received } from '../pages.js';
import type { Entity } from '../paths.js';

/** Records by id. They are never read by their single path: a list with `id__in` takes one id as well as many. */
export function createRecordLoaders(lists: PigelloLists, map: PigelloMap): Pick<Port, RecordLoaderName> {
  /** Records by their ids: `id__in`, answers matched by id. */
  const byId = <
    E extends Entity,
    T extends 'Building' | 'Unit' | 'Person' | 'Lease' | 'Issue' | 'Address',
    R,
  >(
    entity: E,
    to: (received: Received<E>) => R,
  ) => ({
    support: 'NATIVE' as const,
    async load(session: Session, refs: readonly Ref<T>[]): Promise<readonly (R | null | Error)[]> {
      const ids = refs.map(idOf);
      // Pigello may refuse a whole list for one id that is no uuid: such an id is asked alone, and fails alone.
      const odd = [...new Set(ids)].filter((id) => !uuid.test(id));
      const [found, ...alone] = await Promise.all([
        lists.matching(session, entity, { name: 'id__in', values: ids.filter((id) => uuid.test(id)) }),
        ...odd.map((id) => lists.matching(session, entity, { name: 'id__in', values: [id] }).catch(toError)),
      ]);
      const failures = new Map(alone.flatMap((part, i) => (part instanceof Error ? [[odd[i], part]] : [])));
      const rows = groupBy(
        [found, ...alone].flatMap((part) => (part instanceof Error ? [] : part)),
        ({ row }) => [row.id],
      );
      return ids.map((id) => {
        const [received] = rows(id);
        return received === undefined ? (failures.get(id) ?? null) : to(received);
      });
    },
    calls: chunks,
  });

  return {
    buildingById: byId('building', map.toBuilding),
    unitById: byId('apartment', map.toUnit),
    personById: byId('tenant', map.toPerson),
    leaseById: byId('apartmentcontract', map.toLease),
    issueById: byId('generalerrand', map.toIssue),
    addressById: byId('address', map.toAddress),
    documentById: {
      support: 'NATIVE',
      async load(session, refs) {
        const read = async <E extends DocumentList>(
          list: E,
          to: (received: Received<E>) => Document,
        ): Promise<readonly Document[]> => {
          const values = refs.filter((ref) => ref.key[0] === list).map(idOf);
          return (await lists.matching(session, list, { name: 'id__in', values })).map(to);
        };
        const found = await Promise.all([
          read('signedcontractdocument', map.toSignedDocument),
          read('signabledocument', map.toSignableDocument),
          read('generalerrandfile', map.toErrandFile),
        ]);
        // Compared by the whole key: an id that names another parent is no id of the document.
        const byKey = groupBy(found.flat(), (document) => [document.remoteId]);
        return refs.map((ref) => byKey(ref.key.join(':'))[0] ?? null);
      },
      calls: (refs) => 3 * chunks(refs),
    } satisfies RecordLoader<'Document'>,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
