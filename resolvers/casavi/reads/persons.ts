import DataLoader from 'dataloader';
import { refKey } from '../../../src/domain/global-id.js';
import { isRef, type Link, type Person, type Ref } from '../../../src/domain/index.js';
import type { Asked } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { uniqueBy } from '../../../src/loaders/group.js';
import { mapListing, unknownLength, type Listing } from '../../../src/pagination/listing.js';
import { anyRowsBefore, listingOf } from '../../../src/pagination/rows.js';
import { free, inTurn, together, type Cost } from '../../../src/plan/cost.js';
import { mapFound, type CasaviRecords, type Found } from '../by-id.js';
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

    /** The most calls of `personsByRef`. Those that are not told are taken to be like those that are. */
    personsCost({ count, refs, like }: Asked<'Person'>): Cost {
      const keys = (refs ?? (like && [like]))?.map(readPersonKey);
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

    /**
     * The persons behind links, each once: a listing for each parent's links, of which the window alone is asked for. Listings
     * that are read together share their calls.
     */
    behind(
      session: Session,
      parents: readonly (() => Promise<readonly Link<'Person'>[]>)[],
    ): readonly Listing<Person>[] {
      const persons = new DataLoader<Ref<'Person'>, Person | null, string>(
        async (refs) => refs.map(await personsByRef(session.branch(), refs)),
        { cacheKeyFn: keyOf },
      );
      return parents.map((linksOf) => {
        let links: Promise<readonly Link<'Person'>[]> | undefined;
        return behindLinks(
          () => (links ??= linksOf()),
          (link) => (isRef(link) ? persons.load(link) : Promise.resolve(link)),
        );
      });
    },
  };
}

/** The first so many persons behind links; more links are followed only where those of others lead nowhere. */
function behindLinks(
  linksOf: () => Promise<readonly Link<'Person'>[]>,
  follow: (link: Link<'Person'>) => Promise<Person | null>,
): Listing<Person> {
  const first = async (
    many: number,
  ): Promise<{ readonly persons: readonly Person[]; readonly isAll: boolean }> => {
    const links = uniqueBy(await linksOf(), (link) => keyOf(isRef(link) ? link : link.ref));
    for (let ahead = many; ;) {
      const reached = await Promise.all(links.slice(0, ahead).map(follow));
      const persons = uniqueBy(
        reached.filter((person) => person !== null),
        ({ ref }) => keyOf(ref),
      );
      const isAll = reached.length === links.length;
      if (isAll || persons.length >= many) return { persons, isAll };
      ahead = reached.length + many - persons.length;
    }
  };
  return listingOf({
    stride: Infinity,
    reach: Infinity,
    key: ({ ref }) => refKey(ref),
    lookback: anyRowsBefore,
    async read(from, to, { needMore, needTotal }) {
      const { persons, isAll } = await first(needTotal ? Infinity : to + (needMore ? 1 : 0));
      const more = isAll ? false : persons.length > to ? true : undefined;
      return { rows: persons.slice(from), more, total: isAll ? persons.length : null };
    },
    // Loaders reckon it, by the number of parents.
    cost: () => free,
    known: () => unknownLength,
  });
}

function keyOf({ key }: Ref<'Person'>): string {
  return key.join(':');
}

export type Persons = ReturnType<typeof createPersons>;
