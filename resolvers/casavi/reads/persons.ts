import { isRef, type Link, type Person, type Ref } from '../../../src/domain/index.js';
import type { Asked } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { uniqueBy } from '../../../src/loaders/group.js';
import { mapListing, type Listing } from '../../../src/pagination/listing.js';
import { inTurn, together, type Cost } from '../../../src/plan/cost.js';
import { isFound, mapFound, type CasaviRecords, type Found } from '../by-id.js';
import { readPersonKey, type PersonKey, type PersonList } from '../keys.js';
import type { CasaviMap } from '../map.js';
import type { CasaviLists } from '../pages.js';

type Finder = (id: string) => Found<Person>;

/** Contacts and staff: two lists whose ids nothing tells apart. */
export function createPersons(lists: CasaviLists, records: CasaviRecords, map: CasaviMap) {
  const finders = {
    async contact(session: Session, ids: readonly string[]): Promise<Finder> {
      const found = await records.byId(session, 'contacts', ids);
      return (id) => mapFound(found(id), ({ received }) => map.toContact(received));
    },
    async staff(session: Session, ids: readonly string[]): Promise<Finder> {
      const found = await records.byId(session, 'staff', ids);
      return (id) => mapFound(found(id), ({ received }) => map.toStaff(received));
    },
  };

  const fromBoth = async (
    session: Session,
    ids: (list: PersonList) => readonly string[],
  ): Promise<Readonly<Record<PersonList, Finder>>> => {
    const [contact, staff] = await Promise.all([
      finders.contact(session.branch(), ids('contact')),
      finders.staff(session.branch(), ids('staff')),
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
      mapListing(lists.listing(session, 'contacts'), map.toContact),
    staff: (session: Session): Listing<Person> => mapListing(lists.listing(session, 'staff'), map.toStaff),

    personsByRef,

    /** The most calls of `personsByRef`. Of refs that are given, however few, the others are taken to be like them. */
    personsCost({ count, refs }: Asked<'Person'>): Cost {
      const keys = refs?.map(readPersonKey);
      const of = (fits: (key: PersonKey) => boolean): number => {
        if (keys === undefined || keys.length === 0) return count;
        const others = keys.filter((key) => !fits(key)).length;
        return others === keys.length ? 0 : count - others;
      };
      const costs = (contacts: number, staff: number): Cost =>
        together(records.byIdCost('contacts', contacts), records.byIdCost('staff', staff));
      return inTurn(
        costs(
          of(({ first }) => first === 'contact'),
          of(({ first }) => first === 'staff'),
        ),
        // With nothing known of them, both lists are reckoned with already.
        keys === undefined
          ? together()
          : costs(
              of(({ first, exact }) => first === 'staff' && !exact),
              of(({ first, exact }) => first === 'contact' && !exact),
            ),
      );
    },

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
