import { groupBy, type Person, type Portfolio, type Unit } from '../../../src/sandbox/portfolio.js';
import { employeeId, mainTenant, nameOf, profileId } from './people.js';

/** States of a listing (`ObjectAdStatus`), as the first listings have them. */
const STATUSES = [
  'active',
  'draft',
  'reserved',
  'active',
  'paused',
  'rented',
  'approved',
  'closing',
  'publishing',
  'rejected',
  'deleted',
] as const;

/** An advertised apartment. */
export interface Listing {
  readonly id: number;
  readonly unit: Unit;
  readonly status: (typeof STATUSES)[number];
  /** Number of the employee who handles it. */
  readonly assigneeId: number | null;
  readonly project: { readonly id: number; readonly name: string } | null;
  /** `ElasticObjectAd`, as the inventory shows it. */
  readonly row: object;
  readonly requirements: object | null;
  readonly reserved: object | null;
}

/** Advertises apartments that nobody lives in, a few in each state. */
export function createListings(
  portfolio: Portfolio,
  apartments: readonly Unit[],
  employees: readonly Person[],
  personOf: ReadonlyMap<string, Person>,
): readonly Listing[] {
  const tenanciesOf = groupBy(portfolio.tenancies, (tenancy) => tenancy.unitKey);
  const vacant = apartments.filter((unit) =>
    (tenanciesOf.get(unit.key) ?? []).every(({ state }) => state !== 'active' && state !== 'notice-given'),
  );
  const agents = employees.filter((person) => person.employment?.apiUser === false);
  return vacant.slice(0, STATUSES.length).map((unit, index): Listing => {
    const id = index + 1;
    const status = STATUSES[index] ?? 'active';
    const agent = agents[index % Math.max(1, agents.length)];
    const next = (tenanciesOf.get(unit.key) ?? []).find(
      ({ state }) => state === 'upcoming' || state === 'unsigned',
    );
    const winner = next === undefined ? null : mainTenant(next, personOf);
    const decided = status === 'reserved' || status === 'rented' || status === 'deleted';
    return {
      id,
      unit,
      status,
      assigneeId: agent === undefined ? null : employeeId(agent),
      project: index % 4 === 3 ? { id: 12, name: 'Nyproduktion' } : null,
      row: objectAd(portfolio, id, status, agent),
      // A draft without a requirement profile.
      requirements: status === 'draft' ? null : REQUIREMENTS,
      reserved: decided && winner !== null ? application(winner) : null,
    };
  });
}

const REQUIREMENTS = {
  allows_pets: true,
  allows_smoking: false,
  is_senior: false,
  is_student: false,
  is_youth: false,
  pk: 13,
};

function objectAd(portfolio: Portfolio, id: number, status: string, agent: Person | undefined): object {
  // Without an offset, as in the document's sample.
  const moment = `${portfolio.asOf}T09:56:48.761296`;
  const stats = {
    approval_status: { accepted: id, processing: 12, rejected: 6 },
    offer_status: { no: 4, pending: 1, yes: 3 },
    timestamp: moment,
  };
  return {
    access_on_agreement: id % 3 === 0,
    assignments:
      agent === undefined
        ? []
        : [
            {
              first_name: agent.firstName,
              id: employeeId(agent),
              landlord_profile_id: 500 + agent.ordinal,
              last_name: agent.lastName,
            },
          ],
    current_stats: {
      ...stats,
      approval_status_for_contract_not_offered: { accepted: 0, processing: 0, rejected: 0 },
    },
    date_access: status === 'draft' ? null : moment,
    date_created: moment,
    date_publish: status === 'draft' ? null : moment,
    id,
    is_short_lease: false,
    nightly_stats: stats,
    prior_access: id % 2 === 0,
    short_lease_max_date: null,
    short_lease_min_date: null,
    status,
  };
}

function application(winner: Person): object {
  return {
    conversations_count: 1,
    id: 40_000 + winner.ordinal,
    profiles: [
      {
        connection_type: 'A',
        email: winner.email,
        first_name: winner.firstName,
        full_name: nameOf(winner),
        id: profileId(winner),
        last_name: winner.lastName,
        main_applicant: true,
        personal_number: winner.nationalId,
      },
    ],
    queue_points: 365 + winner.ordinal,
  };
}
