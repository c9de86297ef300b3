import { having, type Portfolio } from '../../src/sandbox/portfolio.js';

/** What is left of a portfolio. */
export interface Part {
  /** Places of the buildings in the portfolio. */
  readonly buildings: readonly number[];
  /** Units of each building at most. @default all of them */
  readonly unitsEach?: number;
  /** Issues at most. @default all that concern what is left */
  readonly issues?: number;
  /** Persons beside those whom the other records name. @default all of them */
  readonly others?: number;
}

/** A smaller portfolio: some buildings of a larger one with all that hangs on them, so that no record names one that is gone. */
export function partOf(
  whole: Portfolio,
  { buildings: places, unitsEach = Infinity, issues: mostIssues = Infinity, others = Infinity }: Part,
): Portfolio {
  const buildings = whole.buildings.filter((_, place) => places.includes(place));
  const units = buildings.flatMap((building) =>
    having(whole.units, 'buildingKey', [building]).slice(0, unitsEach),
  );
  const tenancies = having(whole.tenancies, 'unitKey', units);
  const left = new Set<string | null>([null, ...[...buildings, ...units].map(({ key }) => key)]);
  const issues = whole.issues
    .filter(({ buildingKey, unitKey }) => left.has(buildingKey) && left.has(unitKey))
    .slice(0, mostIssues);
  const comments = having(whole.comments, 'issueKey', issues);
  const tasks = having(whole.tasks, 'issueKey', issues);

  const named = new Set<string | null>([
    ...buildings.flatMap(({ managerKey, caretakerKey }) => [managerKey, caretakerKey]),
    ...units.flatMap(({ ownerKey, managerKey, issueManagerKey }) => [ownerKey, managerKey, issueManagerKey]),
    ...tenancies.flatMap(({ personKeys }) => personKeys),
    ...issues.flatMap((issue) => [
      issue.reporterKey,
      issue.enteredByKey,
      issue.assigneeKey,
      issue.serviceProviderKey,
      ...issue.followerKeys,
    ]),
    ...comments.map(({ authorKey }) => authorKey),
    ...tasks.flatMap(({ assigneeKey, createdByKey }) => [assigneeKey, createdByKey]),
  ]);
  let idle = 0;
  const persons = whole.persons.filter(
    // The account that programs log in with is there in any case.
    ({ key, employment }) => named.has(key) || employment?.apiUser === true || (idle += 1) <= others,
  );
  const owners = [...units, ...tenancies, ...issues, ...comments, ...persons];

  return {
    ...whole,
    buildings,
    units,
    persons,
    tenancies,
    subTenancies: having(having(whole.subTenancies, 'tenantKey', persons), 'subTenantKey', persons),
    issues,
    comments,
    tasks,
    inspections: having(whole.inspections, 'unitKey', units),
    files: having(whole.files, 'ownerKey', owners),
  };
}
