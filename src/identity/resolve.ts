import type { Evidence } from './evidence.js';
import type { Confidence, Rule } from './rules.js';

/** One real thing: the records that are it, in the order of sources. The first is the canonical one. */
export interface Entity {
  readonly id: string;
  readonly members: readonly Evidence[];
}

/** That another record is the same, or may be. */
export interface Sameness {
  readonly record: Evidence;
  readonly rule: string;
  readonly confidence: Confidence;
}

/** What the rules found. */
export interface Resolution {
  /** In the order of their first records. */
  readonly entities: readonly Entity[];
  of(id: string): Entity | undefined;
  sameAs(id: string): readonly Sameness[];
}

/** What an operator knows better than any rule, as ids of records. */
export interface Manual {
  readonly same: readonly (readonly string[])[];
  readonly different: readonly (readonly string[])[];
}

interface Link {
  readonly rule: string;
  readonly confidence: Confidence;
}

interface Group {
  readonly members: Evidence[];
}

const manualLink: Link = { rule: 'manual', confidence: 'MANUAL' };

/** Weakest last. */
const strength: readonly Confidence[] = ['MANUAL', 'EXACT', 'STRONG', 'AMBIGUOUS'];

/**
 * Finds out which records are the same thing: the configuration's word first, then rule after rule. A rule that finds
 * several candidates in one place joins none of them. Nothing that was told apart by the configuration, and no two records
 * of one slot, end up in one entity, however long the chain between them.
 *
 * @param records in the order of sources and of their lists
 * @param lookUp brings records with their addresses, for rules that cannot do without
 */
export async function resolve(
  records: readonly Evidence[],
  rules: readonly Rule[],
  manual: Manual,
  lookUp: (records: readonly Evidence[]) => Promise<readonly Evidence[]>,
): Promise<Resolution> {
  const order = new Map(records.map(({ id }, index) => [id, index]));
  const groups = new Map<string, Group>(records.map((record) => [record.id, { members: [record] }]));
  const links = new Map<string, Map<string, Link>>();
  const known = new Map(records.map((record) => [record.id, record]));
  const apart = pairsOf(manual.different);

  const groupOf = (id: string): Group => groups.get(id) as Group;
  const note = (one: string, other: string, link: Link): void => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const own = links.get(from) ?? new Map<string, Link>();
      links.set(from, own);
      // What may be the same is the same once another rule says so.
      if (!own.has(to) || own.get(to)?.confidence === 'AMBIGUOUS') own.set(to, link);
    }
  };
  const join = (one: string, other: string): void => {
    const [into, from] = [groupOf(one), groupOf(other)];
    if (into === from) return;
    into.members.push(...from.members);
    for (const { id } of from.members) groups.set(id, into);
  };
  const isApart = (one: string, other: string): boolean =>
    groupOf(one).members.some(({ id }) =>
      groupOf(other).members.some((each) => apart.has(`${id} ${each.id}`)),
    );
  const overlap = (one: Group, other: Group): boolean =>
    one.members.some(({ slot }) => other.members.some((each) => each.slot === slot));
  const holds = ({ id }: Evidence, slot: string): boolean =>
    groupOf(id).members.some((each) => each.slot === slot);

  for (const same of manual.same) {
    const [first, ...others] = same.filter((id) => known.has(id));
    if (first === undefined) continue;
    for (const other of others) {
      // Units of different buildings are different units, whoever says what.
      if (isApart(first, other) || known.get(first)?.scope !== known.get(other)?.scope) continue;
      note(first, other, manualLink);
      join(first, other);
    }
  }

  // Between several that fit alike, a weaker rule is not to choose.
  const undecided = new Set<string>();
  const nameOf = ({ id }: Evidence, { slot }: Evidence): string => `${id} ${slot}`;

  let current = records;
  for (const rule of rules) {
    const wanted = rule.needsAddress?.(current, ({ id }) => groupOf(id).members.length === 1) ?? [];
    const missing = wanted.filter(({ addresses }) => addresses === undefined);
    if (missing.length > 0) {
      const found = new Map((await lookUp(missing)).map((record) => [record.id, record]));
      current = current.map((record) => found.get(record.id) ?? record);
    }
    const pairs = candidates(current, rule).filter(
      ([one, other]) =>
        groupOf(one.id) === groupOf(other.id) ||
        (!holds(one, other.slot) &&
          !holds(other, one.slot) &&
          !isApart(one.id, other.id) &&
          !undecided.has(nameOf(one, other)) &&
          !undecided.has(nameOf(other, one))),
    );
    const seen = new Map<string, number>();
    for (const [one, other] of pairs) {
      for (const name of [nameOf(one, other), nameOf(other, one)]) seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    for (const [name, count] of seen) if (count > 1) undecided.add(name);
    const link: Link = { rule: rule.name, confidence: rule.confidence };
    for (const [one, other] of pairs) {
      const isOnly = seen.get(nameOf(one, other)) === 1 && seen.get(nameOf(other, one)) === 1;
      const [a, b] = [groupOf(one.id), groupOf(other.id)];
      if (a === b) note(one.id, other.id, link);
      else if (isOnly && !overlap(a, b) && !isApart(one.id, other.id)) {
        note(one.id, other.id, link);
        join(one.id, other.id);
      } else note(one.id, other.id, { ...link, confidence: 'AMBIGUOUS' });
    }
  }

  const place = ({ id }: Evidence): number => order.get(id) ?? 0;
  const entities = new Map<Group, Entity>();
  for (const record of records) {
    const group = groupOf(record.id);
    if (entities.has(group)) continue;
    const members = [...group.members].sort((one, other) => place(one) - place(other));
    entities.set(group, { id: (members[0] as Evidence).id, members });
  }
  return {
    entities: [...entities.values()],
    of: (id) => (groups.has(id) ? entities.get(groupOf(id)) : undefined),
    sameAs: (id) => (known.has(id) ? samenessOf(id, groupOf(id).members, links, known, place) : []),
  };
}

/** Pairs of records of different slots with an equal key, in the order of records, each once. */
function candidates(records: readonly Evidence[], rule: Rule): readonly (readonly [Evidence, Evidence])[] {
  const buckets = new Map<string, Evidence[]>();
  for (const record of records) {
    for (const key of new Set(rule.keys(record))) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [record]);
      else bucket.push(record);
    }
  }
  const pairs = new Map<string, readonly [Evidence, Evidence]>();
  for (const bucket of buckets.values()) {
    if (isCommon(bucket)) continue;
    bucket.forEach((one, index) => {
      for (const other of bucket.slice(index + 1)) {
        if (one.slot === other.slot || rule.contradicts?.(one, other) === true) continue;
        pairs.set(`${one.id} ${other.id}`, [one, other]);
      }
    });
  }
  return [...pairs.values()];
}

/** So many records of one slot may share a key: what more of them carry, such as `0` or `n/a`, stands for no one thing. */
const mostAlike = 10;

function isCommon(bucket: readonly Evidence[]): boolean {
  if (bucket.length <= mostAlike) return false;
  const count = new Map<string, number>();
  for (const { slot } of bucket) count.set(slot, (count.get(slot) ?? 0) + 1);
  return Math.max(...count.values()) > mostAlike;
}

/** The others of the entity by the strongest way to them, then those that only may be the same. */
function samenessOf(
  id: string,
  members: readonly Evidence[],
  links: ReadonlyMap<string, ReadonlyMap<string, Link>>,
  known: ReadonlyMap<string, Evidence>,
  place: (record: Evidence) => number,
): readonly Sameness[] {
  const reached = new Map<string, Link | null>([[id, null]]);
  const own = new Set(members.map((each) => each.id));
  // A way is as strong as its weakest link: what strong links reach is reached first.
  for (const most of strength.slice(0, -1)) {
    const limit = strength.indexOf(most);
    const queue = [...reached.keys()];
    for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
      for (const [to, link] of links.get(from) ?? []) {
        if (reached.has(to) || !own.has(to) || strength.indexOf(link.confidence) > limit) continue;
        const before = reached.get(from) ?? null;
        reached.set(to, before === null ? link : weaker(before, link));
        queue.push(to);
      }
    }
  }
  const same = [...reached].flatMap(([to, link]): Sameness[] => {
    const record = known.get(to);
    return link === null || record === undefined ? [] : [{ record, ...link }];
  });
  const unsure = [...(links.get(id) ?? [])].flatMap(([to, link]): Sameness[] => {
    const record = known.get(to);
    return link.confidence !== 'AMBIGUOUS' || own.has(to) || record === undefined
      ? []
      : [{ record, ...link }];
  });
  const inOrder = (one: Sameness, other: Sameness): number => place(one.record) - place(other.record);
  return [...same.sort(inOrder), ...unsure.sort(inOrder)];
}

function weaker(one: Link, other: Link): Link {
  return strength.indexOf(other.confidence) > strength.indexOf(one.confidence) ? other : one;
}

function pairsOf(sets: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(
    sets.flatMap((set) =>
      set.flatMap((one) => set.flatMap((other) => (one === other ? [] : [`${one} ${other}`]))),
    ),
  );
}
