import type { Person, Ref } from '../../src/domain/index.js';
import type { Fields } from '../../src/domain/provider.js';
import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { gather, gatherCost } from '../../src/loaders/gather.js';
import { start } from '../../src/pagination/position.js';
import { free, inTurn, together, type Cost } from '../../src/plan/cost.js';
import type { FaciliteeMap } from './map.js';
import type { FaciliteeLists, Received } from './pages.js';
import { roles, userId, userNamed, type Role } from './roles.js';
import type { FaciliteeWays } from './ways.js';
import type { Row } from './wire.js';

/** A person by the number in their role. */
export type PersonOf = (id: string) => Person | null | Error;

type UserRow = Received<Row<(typeof roles)[Role]['list']>>;

/** Whoever reported an issue is in most cases one of those who use the unit, and rarely a service provider. */
const likelyRoles: readonly (readonly Role[])[] = [
  ['property-user'],
  ['owner', 'manager'],
  ['service-provider'],
];

export const noFields: Fields = new Set();

/**
 * Users by id. Most of what there is to tell stands in the row of the list as well as in the single record, so either
 * will do, whichever takes fewer calls; what only one of them tells is read there, where a query names it.
 */
export function createPersons(
  lists: FaciliteeLists,
  ways: FaciliteeWays,
  map: FaciliteeMap,
  pageSize: number,
) {
  const needs = (role: Role, fields: Fields) => ({
    row: roles[role].inRows.some((field) => fields.has(field)),
    single: roles[role].inSingles.some((field) => fields.has(field)),
  });
  /** Calls for rows where no list brings them: single records tell what to search by. */
  const searchCalls = (persons: number, areSinglesRead: boolean): number =>
    areSinglesRead ? persons : 2 * persons;

  /** A row by what its list can be searched by. */
  const search = async (session: Session, role: Role, person: Person): Promise<UserRow | null> => {
    // E-mail and name are among what is searched in each list of users (docs/facilitee.txt, each "Get a list of").
    const searchParameter = person.email ?? person.displayName;
    if (searchParameter === null || searchParameter === undefined) return null;
    const found = lists.listing(session, roles[role].list, { query: { searchParameter } });
    const { rows } = await found.read({ from: start, limit: pageSize, needMore: false, needTotal: false });
    return rows.find(({ value }) => value.row.id === userId(person.ref))?.value ?? null;
  };

  const of = async (
    session: Session,
    role: Role,
    ids: readonly string[],
    fields: Fields,
  ): Promise<PersonOf> => {
    const way = ways.of(session, roles[role]);
    const { single, ...listOnly } = way;
    const keys = [...new Set(ids)];
    const need = needs(role, fields);
    const toPerson = (received: UserRow | Error | null): Person | null | Error =>
      received === null || received instanceof Error ? received : map.toPerson(role, received);

    if (!need.row && !need.single) {
      const found = await gather(keys, way);
      return (id) => toPerson(found(id));
    }
    const isListed =
      need.row && (await ways.isShorter(session, roles[role], searchCalls(keys.length, need.single)));
    const [singleOf, listed] = await Promise.all([
      each(need.single || !isListed ? keys : [], async (id) => toPerson(await single.load(id))),
      gather(isListed ? keys : [], listOnly),
    ]);
    const known = need.row && !isListed ? keys.filter((id) => isPerson(singleOf(id))) : [];
    const searched = await each(known, (id) => search(session, role, singleOf(id) as Person));
    // A search that does not find what it should have: the list has it.
    const found = await gather(
      known.filter((id) => searched(id) === null),
      listOnly,
    );
    return (id) => {
      const row = toPerson(listed(id) ?? searched(id) ?? found(id));
      if (isListed && !need.single) return row;
      const person = singleOf(id);
      if (!isPerson(person) || row === null) return person;
      return isPerson(row) ? withRow(person, row) : row;
    };
  };

  const cost = (role: Role, persons: number, fields: Fields): Cost => {
    if (persons === 0) return free;
    const { list, record } = roles[role];
    const need = needs(role, fields);
    if (!need.row && !need.single) return gatherCost(persons, ways.access(roles[role]));
    const singles = ways.singlesCost(record, persons);
    if (!need.row) return singles;
    const searches = inTurn(singles, ways.cost(list, persons, `${persons} × 1 search`));
    const calls = searchCalls(persons, need.single);
    const byList = ways.shorterCost(roles[role], calls, searches);
    return need.single && byList !== searches ? together(singles, byList) : byList;
  };

  return {
    of,
    cost,

    /** Property users, all of whom are read when the first is wanted: their records hold their units and leases. */
    users(session: Session, ids: readonly string[]): (id: string) => Promise<Person | null> {
      let reading: Promise<PersonOf> | undefined;
      return async (id) => {
        const user = (await (reading ??= of(session, 'property-user', ids, noFields)))(id);
        if (user instanceof Error) throw user;
        return user;
      };
    },

    /** Users of whom an id and a name are known: the roles are tried in turn. */
    async named(
      session: Session,
      refs: readonly Ref<'Person'>[],
    ): Promise<(ref: Ref<'Person'>) => Person | null | Error> {
      const keyOf = ({ key: [, id = '', name] }: Ref<'Person'>): string => userNamed(id, name) ?? '';
      const found = new Map<string, Person | Error>();
      for (const likely of likelyRoles) {
        const open = refs.filter((ref) => !found.has(keyOf(ref)));
        if (open.length === 0) break;
        const finders = await Promise.all(
          likely.map((role) => of(session.branch(), role, open.map(userId), noFields)),
        );
        for (const ref of open) {
          const candidates = finders.map((personOf) => personOf(userId(ref)));
          // Ids may count anew in each role: nobody is preferred to somebody of another name.
          const person =
            candidates.find((one) => isPerson(one) && one.displayName === ref.key[2]) ??
            candidates.find((one) => one instanceof Error);
          if (person) found.set(keyOf(ref), person);
        }
      }
      return (ref) => found.get(keyOf(ref)) ?? null;
    },
    namedCost: (persons: number): Cost =>
      inTurn(
        ...likelyRoles.map((likely) => together(...likely.map((role) => cost(role, persons, noFields)))),
      ),
  };
}

export type FaciliteePersons = ReturnType<typeof createPersons>;

/** All that the two answers tell. */
export function withRow(person: Person, { unitCount, staffRole, activeIssueCount }: Person): Person {
  return { ...person, unitCount, staffRole, activeIssueCount };
}

/** Loads each on its own: one that fails takes no other with it. */
async function each<T>(
  ids: readonly string[],
  load: (id: string) => Promise<T>,
): Promise<(id: string) => T | Error | null> {
  const loaded = new Map(
    await Promise.all(ids.map(async (id) => [id, await load(id).catch(toError)] as const)),
  );
  return (id) => loaded.get(id) ?? null;
}

function isPerson(found: Person | null | Error): found is Person {
  return found !== null && !(found instanceof Error);
}
