import { addDays, addHours, dateBetween, earlier, momentOn } from './calendar.js';
import type {
  Building,
  Comment,
  Inspection,
  Issue,
  IssueState,
  Oddity,
  Person,
  SystemName,
  Task,
  Tenancy,
  Trade,
  Unit,
} from './model.js';
import { byKey, groupBy } from './keys.js';
import { createRandom, type Random } from './random.js';
import { COMPLAINTS, FAULTS, REPLIES, TASK_TITLES } from './texts.js';

/**
 * How many issues each system holds for every 500 units. 100 at casavi is a multiple of its page of 25 on purpose: a bare
 * array has no end but an empty page.
 */
const COUNTS = { pigello: 190, facilitee: 96, casavi: 100 } as const;
const INSPECTIONS = 48;
const UNITS = 500;

/** What issues need to know of the rest. */
export interface Ground {
  readonly seed: number;
  readonly asOf: string;
  readonly buildings: readonly Building[];
  readonly units: readonly Unit[];
  readonly persons: readonly Person[];
  readonly tenancies: readonly Tenancy[];
}

/** Breaks things, from 2019 until shortly before the portfolio was drawn up. */
export function createIssues(ground: Ground): Issue[] {
  const random = createRandom(ground.seed, 'issues');
  const crowd = crowdOf(ground);
  const drafts = (Object.keys(COUNTS) as (keyof typeof COUNTS)[]).flatMap((system) =>
    report(random, ground, crowd, system),
  );
  // Sorted by plain text comparison: locale rules differ between machines.
  drafts.sort((one, other) =>
    one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0,
  );
  return drafts.map((draft, index) => {
    const ordinal = index + 1;
    const number = String(ordinal).padStart(4, '0');
    const reference = ordinal % 13 === 0 ? `AP-${draft.createdAt.slice(0, 4)}/${number}` : `AP-${number}`;
    return { ...draft, key: `issue-${ordinal}`, ordinal, reference };
  });
}

type IssueDraft = Omit<Issue, 'key' | 'ordinal' | 'reference'>;

/** Who may have to do with an issue. */
interface Crowd {
  /** Who lives there today; nobody at no place. */
  residentsOf(place: Building | Unit | null): readonly string[];
  readonly managers: readonly Person[];
  /** Everybody with a trade. */
  readonly providers: readonly Person[];
}

function crowdOf({ tenancies, persons }: Ground): Crowd {
  const current = tenancies.filter(
    ({ kind, state }) => kind !== 'ownership' && (state === 'active' || state === 'notice-given'),
  );
  const inUnit = groupBy(current, ({ unitKey }) => unitKey);
  const inBuilding = groupBy(current, ({ buildingKey }) => buildingKey);
  const residents = new Map<string, readonly string[]>();
  return {
    residentsOf(place) {
      if (place === null) return [];
      let found = residents.get(place.key);
      if (found === undefined) {
        const here = inUnit.get(place.key) ?? inBuilding.get(place.key) ?? [];
        found = [...new Set(here.flatMap(({ personKeys }) => personKeys))];
        residents.set(place.key, found);
      }
      return found;
    },
    managers: persons.filter(({ roles }) => roles.includes('manager')),
    providers: persons.filter(({ trades }) => trades.length > 0),
  };
}

function report(random: Random, ground: Ground, crowd: Crowd, system: keyof typeof COUNTS): IssueDraft[] {
  const buildings = ground.buildings.filter((building) => building.systems.includes(system));
  const inBuilding = groupBy(
    // Pigello knows apartments only.
    ground.units.filter((unit) => system !== 'pigello' || unit.kind === 'apartment'),
    (unit) => unit.buildingKey,
  );
  const unitsOf = (building: Building): readonly Unit[] => inBuilding.get(building.key) ?? [];
  // A building turns up once, and once more for every three units.
  const weighted = buildings.flatMap((building) =>
    Array<Building>(1 + Math.ceil(unitsOf(building).length / 3)).fill(building),
  );
  const count = Math.max(2, Math.round((COUNTS[system] * ground.units.length) / UNITS));
  const dates = Array.from({ length: count }, () =>
    momentOn(random, dateBetween(random, '2019-01-08', addDays(ground.asOf, -20))),
  );
  // Two at the very same moment: an interval with both ends included must hold each once.
  dates[1] = dates[0] ?? ground.asOf;
  return dates.map((createdAt, index) => {
    const nowhere = system !== 'facilitee' && index % 71 === 70;
    const building = nowhere ? null : random.pick(weighted);
    const inside = building === null ? [] : unitsOf(building);
    // Facilitee ties an issue to its building through the unit alone.
    const wholeBuilding = random.chance(system === 'facilitee' ? 4 : 22);
    const unit = inside.length === 0 || wholeBuilding ? null : random.pick(inside);
    return describe(random, ground, crowd, { system, index, createdAt, building, unit });
  });
}

interface Place {
  readonly system: keyof typeof COUNTS;
  readonly index: number;
  readonly createdAt: string;
  readonly building: Building | null;
  readonly unit: Unit | null;
}

function describe(random: Random, ground: Ground, crowd: Crowd, place: Place): IssueDraft {
  const { system, index, createdAt, building, unit } = place;
  const country = building?.country ?? 'SE';
  const trade = random.pick(Object.keys(COMPLAINTS) as Trade[]);
  const [title, description] = random.pick(COMPLAINTS[trade][country]);
  const state = stateOf(random, index, createdAt);
  const neighbours = crowd.residentsOf(building);
  const home = crowd.residentsOf(unit ?? building);
  const reporterKey =
    home.length > 0 && random.chance(90)
      ? random.pick(home)
      : neighbours.length > 0 && random.chance(60)
        ? random.pick(neighbours)
        : null;
  const modifiedAt = earlier(addHours(createdAt, random.int(1, 24 * 30)), `${ground.asOf}T00:00:00.000Z`);
  const over = state === 'closed' || state === 'rejected' || state === 'resolved';
  const others = neighbours.filter((key) => key !== reporterKey);
  return {
    reportedIn: system,
    title: building !== null && unit === null ? `${title} (${building.address.street})` : title,
    description: random.chance(6) ? null : description,
    trade,
    state,
    stateText: state === 'on-hold' ? 'Waiting for spare parts' : state === 'rejected' ? 'Rejected' : null,
    urgent: random.chance(12),
    buildingKey: building?.key ?? null,
    unitKey: unit?.key ?? null,
    reporterKey,
    enteredByKey:
      reporterKey === null
        ? null
        : random.chance(10) && others.length > 0
          ? random.pick(others)
          : reporterKey,
    followerKeys: random.chance(25) ? random.sample(others, 2) : [],
    assigneeKey: state === 'open' || building === null ? null : assigneeOf(random, crowd, system, building),
    serviceProviderKey:
      state === 'open' || random.chance(60) ? null : providerOf(random, crowd, system, trade),
    reportedAt: createdAt,
    createdAt,
    modifiedAt,
    closedAt: over ? modifiedAt : null,
    responseHoursLeft: over ? null : random.int(-40, 72),
    rejectionComment: state === 'rejected' ? 'Not the responsibility of the landlord.' : null,
    rating:
      state === 'closed' && random.chance(40)
        ? {
            stars: random.int(1, 5),
            comment: random.chance(50) ? 'Quick and friendly.' : null,
            ratedAt: modifiedAt,
          }
        : null,
    oddity: oddityOf(index),
  };
}

const STATES: readonly IssueState[] = [
  'scheduled',
  'open',
  'waiting',
  'on-hold',
  'quotation',
  'assigned',
  'in-progress',
  'resolved',
  'closed',
  'rejected',
];

/** Every state in turn for a third of the issues; old ones are mostly over. */
function stateOf(random: Random, index: number, createdAt: string): IssueState {
  if (index === 40) return 'unlisted';
  if (index % 3 === 0) return STATES[(index / 3) % STATES.length] ?? 'open';
  if (createdAt < '2026-01-01') return random.pick(['closed', 'closed', 'closed', 'resolved', 'rejected']);
  return random.pick(['open', 'open', 'assigned', 'in-progress', 'waiting']);
}

function oddityOf(index: number): Oddity | null {
  if (index % 31 === 30) return 'invalid-date';
  if (index % 43 === 42) return 'null-members';
  return index % 37 === 36 ? 'empty-text' : null;
}

function assigneeOf(random: Random, crowd: Crowd, system: SystemName, building: Building): string | null {
  const staff = crowd.managers.filter(
    (person) => person.systems.includes(system) && person.country === building.country,
  );
  return staff.length === 0 ? null : random.pick(staff).key;
}

function providerOf(random: Random, crowd: Crowd, system: SystemName, trade: Trade): string | null {
  const able = crowd.providers.filter(
    (person) => person.trades.includes(trade) && person.systems.includes(system),
  );
  return able.length === 0 ? null : random.pick(able).key;
}

/** Conversations about half of the issues; one of them is longer than a page of 25. */
export function createComments(ground: Ground, issues: readonly Issue[]): Comment[] {
  const random = createRandom(ground.seed, 'comments');
  const comments: Comment[] = [];
  const [buildings, persons] = [byKey(ground.buildings), byKey(ground.persons)];
  const longest = issues.find((issue) => issue.reportedIn === 'casavi' && issue.reporterKey !== null)?.key;
  for (const issue of issues) {
    const count = issue.key === longest ? 27 : random.chance(50) ? random.int(1, 4) : 0;
    const country = buildings.get(issue.buildingKey ?? '')?.country ?? 'SE';
    for (let nth = 0; nth < count; nth++) {
      const ordinal = comments.length + 1;
      const authorKey = nth % 2 === 1 ? issue.reporterKey : issue.assigneeKey;
      const author = persons.get(authorKey ?? '');
      comments.push({
        key: `comment-${ordinal}`,
        ordinal,
        issueKey: issue.key,
        authorKey,
        authorName: [author?.firstName, author?.lastName].filter(Boolean).join(' ') || 'Customer service',
        text: REPLIES[country][nth % REPLIES[country].length] ?? '',
        internal: nth % 2 === 0 && random.chance(20),
        createdAt: addHours(issue.createdAt, nth * 5 + 1),
      });
    }
  }
  return comments;
}

/** Work orders within a third of the issues. */
export function createTasks(ground: Ground, issues: readonly Issue[]): Task[] {
  const random = createRandom(ground.seed, 'tasks');
  const tasks: Task[] = [];
  const buildings = byKey(ground.buildings);
  for (const issue of issues) {
    if (!random.chance(35)) continue;
    const country = buildings.get(issue.buildingKey ?? '')?.country ?? 'SE';
    const count = random.int(1, 3);
    for (let nth = 0; nth < count; nth++) {
      const ordinal = tasks.length + 1;
      const state =
        issue.closedAt !== null
          ? 'completed'
          : random.pick(['open', 'accepted', 'completed', 'declined'] as const);
      const createdAt = addHours(issue.createdAt, 2 + nth);
      const accepted = state === 'accepted' || state === 'completed' ? addHours(createdAt, 5) : null;
      tasks.push({
        key: `task-${ordinal}`,
        ordinal,
        reference: `T-${String(ordinal).padStart(6, '0')}`,
        issueKey: issue.key,
        title: TASK_TITLES[country][nth] ?? issue.title,
        description: random.chance(50) ? issue.description : null,
        state,
        assigneeKey: issue.serviceProviderKey ?? issue.assigneeKey,
        createdByKey: issue.assigneeKey,
        createdAt,
        acceptedAt: accepted,
        declinedAt: state === 'declined' ? addHours(createdAt, 4) : null,
        completedAt: state === 'completed' ? (issue.closedAt ?? addHours(createdAt, 30)) : null,
        oddity: ordinal % 19 === 0 ? 'trailing-comma' : null,
      });
    }
  }
  return tasks;
}

/** Inspections of apartments that Pigello manages, with what they found. */
export function createInspections(ground: Ground): Inspection[] {
  const random = createRandom(ground.seed, 'inspections');
  const managed = new Set(
    ground.buildings
      .filter((building) => building.systems.includes('pigello'))
      .map((building) => building.key),
  );
  const apartments = ground.units.filter(
    (unit) => unit.kind === 'apartment' && managed.has(unit.buildingKey),
  );
  let faultCount = 0;
  const count = Math.round((INSPECTIONS * ground.units.length) / UNITS);
  return random.sample(apartments, count).map((unit, index) => {
    const requestedAt = momentOn(random, dateBetween(random, '2021-02-01', addDays(ground.asOf, -40)));
    const state = random.pick([
      'open',
      'in-progress',
      'waiting',
      'done',
      'done',
      'closed',
      'closed',
      'rejected',
    ] as const);
    const done = state === 'done' || state === 'closed';
    const found = done ? random.sample(FAULTS, random.int(0, 3)) : [];
    return {
      key: `inspection-${index + 1}`,
      ordinal: index + 1,
      unitKey: unit.key,
      title: random.pick(['Avflyttningsbesiktning', 'Inflyttningsbesiktning', 'Statusbesiktning']),
      state,
      requestedAt,
      plannedAt: state === 'open' ? null : addHours(requestedAt, 240),
      doneAt: done ? addHours(requestedAt, 242) : null,
      faults: found.map(([title, description]) => ({
        key: `fault-${++faultCount}`,
        ordinal: faultCount,
        title,
        description,
        fixed: random.chance(60),
        createdAt: addHours(requestedAt, 243),
      })),
    };
  });
}
