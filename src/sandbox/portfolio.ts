import { createFiles } from './files.js';
import { createComments, createInspections, createIssues, createTasks } from './issues.js';
import { having } from './keys.js';
import type { Building, Portfolio, SystemName, Unit } from './model.js';
import { spoilPersons } from './oddities.js';
import { COMPANY, createOrganisation, OFFICES } from './organisation.js';
import { createPeople } from './people.js';
import { catalogueOf, MOST_BUILDINGS, SERIES } from './series.js';
import { createStructure } from './structure.js';
import { createTenancies } from './tenancies.js';

export { byKey, groupBy, having } from './keys.js';
export type * from './model.js';

/** What a portfolio is drawn from. */
export interface PortfolioOptions {
  /** Same seed, same portfolio, on every machine and every day. */
  readonly seed?: number;
  /** From 1 to 10,000, with 12.5 units each on average; default 40. */
  readonly buildings?: number;
  /** The day it is drawn up, ISO: nothing that has happened lies after it. The clock is never read. */
  readonly asOf?: string;
}

/**
 * Draws up the landlord's portfolio: 40 buildings, 500 units, 800 persons and what happened between them, or as much of
 * each as goes with another number of buildings. A landlord of any size has the same offices, staff and service providers.
 *
 * @throws RangeError where `buildings` is no number of buildings
 */
export function createPortfolio(options: PortfolioOptions = {}): Portfolio {
  const { seed = 1, asOf = '2026-11-22', buildings: count = SERIES } = options;
  if (!Number.isInteger(count) || count < 1 || count > MOST_BUILDINGS) {
    throw new RangeError(`buildings: must be a whole number from 1 to ${MOST_BUILDINGS}.`);
  }
  const people = createPeople(seed);
  const organisation = createOrganisation(seed, people, Math.ceil(count / SERIES));
  const { buildings, units } = createStructure(seed, catalogueOf(count), organisation);
  const { tenancies, subTenancies } = createTenancies(seed, buildings, units, people);
  spoilPersons(people.list, tenancies);

  const ground = { seed, asOf, buildings, units, persons: people.list, tenancies };
  const issues = createIssues(ground);
  const comments = createComments(ground, issues);
  return {
    seed,
    asOf,
    company: COMPANY,
    offices: OFFICES,
    buildings,
    units,
    persons: people.list,
    tenancies,
    subTenancies,
    issues,
    comments,
    tasks: createTasks(ground, issues),
    inspections: createInspections(ground),
    files: createFiles({ ...ground, issues, comments }),
  };
}

/**
 * The part of a portfolio that exists in one system. Tenancies, issues, comments, tasks and files in it name only
 * records that are in it, too. Of a building's and unit's people, managers and caretakers are in it for Facilitee and
 * casavi only, owners for Facilitee only.
 * - buildings of the system, their units and those units' tenancies (HomeQ: only those let on the marketplace);
 * - persons with a record in it; issues reported in it, with their comments, tasks and files;
 * - inspections and sub-tenancies in Pigello only.
 */
export function portfolioOf(portfolio: Portfolio, system: SystemName): Portfolio {
  const buildings = portfolio.buildings.filter((building) => building.systems.includes(system));
  const units = having(portfolio.units, 'buildingKey', buildings);
  const persons = portfolio.persons.filter((person) => person.systems.includes(system));
  const tenancies = having(portfolio.tenancies, 'unitKey', units).filter(
    (tenancy) =>
      (system !== 'homeq' || tenancy.letOnline) && (system === 'casavi' || tenancy.kind !== 'ownership'),
  );
  const issues = portfolio.issues.filter((issue) => issue.reportedIn === system);
  const comments = having(portfolio.comments, 'issueKey', issues);
  const owners = new Set(
    [...units, ...persons, ...tenancies, ...issues, ...comments].map((record) => record.key),
  );
  return {
    ...portfolio,
    buildings,
    units,
    persons,
    tenancies,
    subTenancies: system === 'pigello' ? portfolio.subTenancies : [],
    issues,
    comments,
    tasks: having(portfolio.tasks, 'issueKey', issues),
    inspections: system === 'pigello' ? having(portfolio.inspections, 'unitKey', units) : [],
    files: portfolio.files.filter((file) => owners.has(file.ownerKey)),
  };
}

/** A building's or unit's address in one line, as casavi writes it: `Sendlinger Straße 38`. */
export function streetLine(place: Building | Unit): string {
  return `${place.address.street} ${place.address.houseNumber}`;
}

/** English name of a country, as Facilitee and casavi send it. */
export const COUNTRY_NAMES = { SE: 'Sweden', NL: 'Netherlands', DE: 'Germany' } as const;
