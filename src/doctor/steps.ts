import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord, NodeType, PersonRole, Ref, RefType } from '../domain/index.js';
import type { EdgeLoader, ListLoader, Port, RecordLoader } from '../domain/provider.js';
import type { PersonFilter } from '../domain/filter.js';
import { noSession, type Session } from '../http/session.js';
import type { Ask, Listing } from '../pagination/listing.js';
import { start } from '../pagination/position.js';
import type { Cost } from '../plan/cost.js';
import { windowRows } from './paging.js';
import type { Pool } from './pool.js';

/** Something that can be read of a source, and what it would ask. */
export type Step = {
  /** The same for the same step. */
  readonly name: string;
  /** Worth it even if it leads to no other endpoint: rows of several lists may stand behind one. */
  readonly always?: boolean;
  /** As the port reckons it, which chooses its ways by the same rule. */
  cost(): Cost;
} & (
  | { open(session: Session): readonly Listing<NodeRecord>[] }
  | { load(session: Session): Promise<readonly unknown[]> }
);

/** What a first window asks. */
export const window: Ask = { from: start, limit: windowRows, needMore: false, needTotal: false };

const lists = ['buildings', 'units', 'persons', 'leases', 'issues', 'documents', 'otherPersons'] as const;

/** Vendors keep people in lists by what they are, and only the first list of several is met by reading all of them. */
const roles = Object.keys({
  TENANT: true,
  SUB_TENANT: true,
  OCCUPANT: true,
  OWNER: true,
  PROPERTY_MANAGER: true,
  ISSUE_MANAGER: true,
  SERVICE_PROVIDER: true,
  CONTACT: true,
  STAFF: true,
  APPLICANT: true,
  CO_APPLICANT: true,
  GUARANTOR: true,
  LANDLORD_SIGNATORY: true,
  UNKNOWN: true,
} satisfies Record<PersonRole, true>) as PersonRole[];

type AnyList = ListLoader<NodeRecord, PersonFilter>;
type AnyEdge = EdgeLoader<NodeType, NodeType>;

/** Everything that a port can be asked with what is known so far. */
export function stepsOf(port: Port, pool: Pool): readonly Step[] {
  return [...listSteps(port), ...edgeSteps(port, pool), ...recordSteps(port, pool)];
}

function listSteps(port: Port): readonly Step[] {
  return lists.flatMap((name) => {
    const loader = port[name] as AnyList | undefined;
    if (loader === undefined) return [];
    const filters: readonly PersonFilter[] =
      name === 'persons' && loader.pushes.includes('role') ? roles.map((role) => ({ role: [role] })) : [];
    return [...filters, {}].map((filter): Step => ({
      name: `${name} ${filter.role?.join() ?? ''}`,
      always: loader.support === 'NATIVE' && filters.length === 0,
      cost: () => loader.list(noSession, filter).cost(window),
      open: (session) => [loader.list(session, filter)],
    }));
  });
}

function edgeSteps(port: Port, pool: Pool): readonly Step[] {
  return membersOf(port, /^\w+Of[A-Z]\w+$/).flatMap(([name, member]) => {
    const loader = member as AnyEdge;
    const parent = /Of([A-Z]\w+)$/.exec(name)?.[1] as NodeType;
    const records = pool.records(parent);
    // Many parents at once are as many calls as one where the provider takes lists of ids, and more likely to have rows.
    const groups = [...(records.length > 1 ? [records] : []), ...records.map((record) => [record])];
    return groups.map((group): Step => {
      const refs = group.map(({ ref }) => ref);
      return {
        name: `${name} ${refs.map(toGlobalId).join()}`,
        cost: () => loader.cost(group.length, group[0] as never, window),
        open: (session) =>
          loader.needs === 'ref' ? loader.open(session, refs) : loader.open(session, group as never),
      };
    });
  });
}

function recordSteps(port: Port, pool: Pool): readonly Step[] {
  return membersOf(port, /(ById|Detail)$/).flatMap(([name, member]) => {
    const loader = member as RecordLoader<RefType>;
    const type = typeOf(name);
    const { looksAt = [] } = loader;
    // Some fields stand in another answer than the others.
    const wanted = [[], looksAt, ...looksAt.map((field) => [field])].map((fields) => new Set(fields));
    const refs = [...pool.refs(type), ...pool.records(type).map(({ ref }) => ref as Ref)];
    return refs.flatMap((ref) =>
      wanted.map((fields): Step => ({
        name: `${name} ${toGlobalId(ref)} ${[...fields].join()}`,
        cost: () => loader.cost({ count: 1, refs: [ref], like: ref }, fields),
        load: (session) => loader.load(session, [ref], fields),
      })),
    );
  });
}

/** What an endpoint that no step leads to is asked with, where it reads records by their ids. */
export function keyTypeOf(port: Port, path: string): RefType | null {
  for (const [name, member] of membersOf(port, /(ById|Detail)$/)) {
    const { calls } = (member as RecordLoader<RefType>).cost({ count: 1 }, new Set());
    if (calls.some((call) => call.path === path)) return typeOf(name);
  }
  return null;
}

function membersOf(port: Port, names: RegExp): readonly (readonly [string, object])[] {
  return Object.entries(port).filter(
    (entry): entry is [string, object] => names.test(entry[0]) && typeof entry[1] === 'object',
  );
}

/** `buildingById` reads a Building. */
function typeOf(loader: string): RefType {
  const name = loader.replace(/(ById|Detail)$/, '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}` as RefType;
}
