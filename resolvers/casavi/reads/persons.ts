import { isRef, type Link, type Person, type Ref } from '../../../src/domain/index.js';
import type { Session } from '../../../src/http/session.js';
import { uniqueBy } from '../../../src/loaders/group.js';
import { mapListing, type Listing } from '../../../src/pagination/listing.js';
import { gather } from '../gather.js';
import { readPersonKey, type PersonList } from '../keys.js';
import type { CasaviMap } from '../map.js';
import type { CasaviLists } from '../pages.js';
import { isFound, type Found } from './listings.js';

type Finder = (id: string) => Found<Person>;

/** Contacts and staff: two lists whose ids nothing tells apart. */
export function createPersons(lists: CasaviLists, map: CasaviMap) {
  const fromList = {
    contact: (session: Session, ids: readonly string[]): Promise<Finder> =>
      gather<'contacts', Person>(ids, {
        list: lists.of(session, 'contacts'),
        toRecord: map.toContact,
        single: async (id) => {
          const received = await lists.find(session, 'contact', id, { contactId: id });
          return received && map.toContact(received);
        },
      }),
    staff: (session: Session, ids: readonly string[]): Promise<Finder> =>
      gather<'staff', Person>(ids, {
        list: lists.of(session, 'staff'),
        toRecord: map.toStaff,
        single: async (id) => {
          const received = await lists.find(session, 'staffMember', id, { contactId: id });
          return received && map.toStaff(received);
        },
      }),
  } as const;

  const fromBoth = async (
    session: Session,
    ids: (list: PersonList) => readonly string[],
  ): Promise<Readonly<Record<PersonList, Finder>>> => {
    const [contact, staff] = await Promise.all([
      fromList.contact(session, ids('contact')),
      fromList.staff(session, ids('staff')),
    ]);
    return { contact, staff };
  };

  /** Persons by their keys. Where only the id is known, the likelier list is asked first, and the other one for the rest. */
  const personsByRef = async (
    session: Session,
    refs: readonly Ref<'Person'>[],
  ): Promise<(ref: Ref<'Person'>) => Found<Person>> => {
    const keys = refs.map(readPersonKey);
    const likely = await fromBoth(session, (list) =>
      keys.flatMap(({ first, id }) => (first === list ? id : [])),
    );
    const missing = keys.filter(({ exact, first, id }) => !exact && likely[first](id) === null);
    const other = await fromBoth(session, (list) =>
      missing.flatMap(({ first, id }) => (first === list ? [] : id)),
    );
    return (ref) => {
      const { exact, first, id } = readPersonKey(ref);
      const found = likely[first](id);
      return found !== null || exact ? found : other[first === 'contact' ? 'staff' : 'contact'](id);
    };
  };

  return {
    contacts: (session: Session): Listing<Person> =>
      mapListing(lists.of(session, 'contacts').listing, map.toContact),
    staff: (session: Session): Listing<Person> => mapListing(lists.of(session, 'staff').listing, map.toStaff),

    personsByRef,

    /** The persons behind several groups of links, each once in its group. A failure is that of its group alone. */
    async personsOf(
      session: Session,
      groups: readonly (readonly Link<'Person'>[] | Error)[],
    ): Promise<readonly (readonly Person[] | Error)[]> {
      const refs = groups.flatMap((group) =>
        group instanceof Error ? [] : group.filter((link) => isRef(link)),
      );
      const person = await personsByRef(session, refs);
      return groups.map((group) => {
        if (group instanceof Error) return group;
        const found = group.map((link) => (isRef(link) ? person(link) : link));
        const failed = found.find((each) => each instanceof Error);
        if (failed !== undefined) return failed;
        return uniqueBy(found.filter(isFound), ({ ref }) => ref.key.join(':'));
      });
    },
  };
}

export type Persons = ReturnType<typeof createPersons>;
