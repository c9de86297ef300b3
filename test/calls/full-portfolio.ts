import { addDays } from '../../src/sandbox/calendar.js';
import { COMPANY, OFFICES } from '../../src/sandbox/organisation.js';
import {
  having,
  type Building,
  type Comment,
  type FileKind,
  type FileRecord,
  type Issue,
  type Person,
  type PersonRole,
  type Portfolio,
  type PostalAddress,
  type SystemName,
  type Task,
  type Tenancy,
  type Unit,
} from '../../src/sandbox/portfolio.js';

/** How much there is of everything. */
export interface FullPortfolioSizes {
  readonly buildings: number;
  readonly unitsEach: number;
}

/** As many as the schema assumes in a plain list (`@listSize`). */
const assumed = 4;
/** So many leases of four tenants hold twelve people, each of whom has one part in one of a unit's two issues. */
const leasesEach = 3;
const issuesEach = 2;
/** Comments and tasks of an issue, files of anything that has some. */
const few = 2;

const everywhere: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];
/** HomeQ has no issues. */
const withIssues: readonly SystemName[] = ['pigello', 'facilitee', 'casavi'];
const asOf = '2026-11-22';

/**
 * A portfolio in which every reference is set, no two records share what they refer to, and every list is as long as the
 * next: what a query costs at most on so many records is what it costs here.
 */
export function createFullPortfolio({ buildings: buildingCount, unitsEach }: FullPortfolioSizes): Portfolio {
  const buildings: Building[] = [];
  const units: Unit[] = [];
  const persons: Person[] = [];
  const tenancies: Tenancy[] = [];
  const issues: Issue[] = [];
  const comments: Comment[] = [];
  const tasks: Task[] = [];
  const files: FileRecord[] = [];

  const addPerson = (roles: readonly PersonRole[], systems: readonly SystemName[]): string => {
    const ordinal = persons.length + 1;
    const isStaff = roles.includes('staff');
    const key = `person-${ordinal}`;
    persons.push({
      ...personDefaults,
      key,
      ordinal,
      reference: `${isStaff ? 'M' : 'C'}-${ordinal}`,
      roles,
      systems,
      firstName: 'Maria',
      lastName: `Lund ${ordinal}`,
      email: `maria.${ordinal}@epost.example`,
      address: addressOf(ordinal),
      owner: roles.includes('owner')
        ? { authorizedAmount: 500, invoiceEmail: `invoice.${ordinal}@epost.example`, companies: [] }
        : null,
      employment: isStaff
        ? {
            username: `maria.${ordinal}`,
            officeKey: 'office-1',
            title: 'Property manager',
            rights: 'Editor',
            joinedOn: '2020-01-01',
            apiUser: false,
          }
        : null,
      trades: roles.includes('service-provider') ? ['plumbing'] : [],
    });
    return key;
  };
  const addProvider = (): string => {
    const key = addPerson(['service-provider'], ['facilitee', 'casavi']);
    for (let nth = 0; nth < few; nth++) addFile('service-provider', 'person', key);
    return key;
  };
  const addManager = (): string => addPerson(['staff', 'manager'], ['facilitee', 'casavi']);

  const addFile = (kind: FileKind, ownerType: FileRecord['ownerType'], ownerKey: string): void => {
    const ordinal = files.length + 1;
    files.push({
      key: `file-${ordinal}`,
      ordinal,
      kind,
      ownerType,
      ownerKey,
      name: `file ${ordinal}.pdf`,
      contentType: 'application/pdf',
      createdAt: '2024-03-01T12:00:00.000Z',
      signedAt: kind === 'contract-digital' ? '2024-03-02T12:00:00.000Z' : null,
      oddity: null,
    });
  };

  const addBuilding = (): Building => {
    const ordinal = buildings.length + 1;
    const address = addressOf(ordinal);
    const building: Building = {
      key: `building-${ordinal}`,
      ordinal,
      reference: `H-${1000 + ordinal}`,
      name: `Solrosen ${ordinal}`,
      popularName: `Solhuset ${ordinal}`,
      systems: everywhere,
      country: 'SE',
      address,
      entrances: [address],
      category: 'Apartment building',
      builtYear: 1964,
      archived: false,
      condominium: false,
      description: 'A house in the sun.',
      note: 'Main water valve in the cellar.',
      officeKey: 'office-1',
      // casavi does not say in which of its lists a person stands: these are in the one that is asked last.
      managerKey: addProvider(),
      caretakerKey: addManager(),
      helperKeys: Array.from({ length: assumed - 2 }, addManager),
      createdAt: '2014-05-01T08:00:00.000Z',
    };
    buildings.push(building);
    return building;
  };

  const addUnit = (building: Building, inBuilding: number): Unit => {
    const ordinal = units.length + 1;
    const number = String(inBuilding).padStart(4, '0');
    const unit: Unit = {
      key: `unit-${ordinal}`,
      ordinal,
      reference: `${building.reference}-${number}`,
      number,
      nationalNumber: `1${number.slice(1)}`,
      legacyNumber: `${building.ordinal}-${inBuilding}`,
      buildingKey: building.key,
      kind: 'apartment',
      name: `Lägenhet ${inBuilding}`,
      address: building.address,
      floor: 1,
      floorLabel: '1 tr',
      rooms: 2,
      area: 56.5,
      rent: 8000,
      amenities: ['balcony', 'elevator'],
      renovatedOn: '2019-06-01',
      votingShare: 50,
      description: 'Ljus lägenhet.',
      note: 'At the end of the hallway.',
      ownerKey: addPerson(['owner'], ['facilitee']),
      managerKey: addManager(),
      issueManagerKey: addManager(),
      archived: false,
      createdAt: '2014-06-01T08:00:00.000Z',
      oddity: null,
    };
    units.push(unit);
    for (let nth = 0; nth < few; nth++) addFile('unit', 'unit', unit.key);
    return unit;
  };

  const addTenancy = (unit: Unit): void => {
    // HomeQ makes no profile card for every third agreement: no lease here is one of those.
    const ordinal = tenancies.length + Math.floor(tenancies.length / 2) + 1;
    const personKeys = Array.from({ length: assumed }, () => addPerson(['tenant'], everywhere));
    const key = `tenancy-${ordinal}`;
    tenancies.push({
      key,
      ordinal,
      reference: `A-${String(ordinal).padStart(4, '0')}`,
      unitKey: unit.key,
      buildingKey: unit.buildingKey,
      kind: 'rental',
      state: 'active',
      personKeys,
      startDate: addDays('2020-04-01', ordinal),
      fixedUntil: '2035-03-31',
      endDate: null,
      signedOn: '2024-03-02',
      signingPlannedOn: null,
      cancelledOn: null,
      rent: 8000,
      letOnline: true,
      createdAt: '2024-03-01T08:00:00.000Z',
      archived: false,
      oddity: null,
    });
    addFile('contract-scan', 'tenancy', key);
    addFile('contract-digital', 'tenancy', key);
  };

  /** @param people the one who reports it, the one who enters it, and those who follow it */
  const addIssue = (
    reportedIn: SystemName,
    unit: Unit,
    [reporterKey = '', enteredByKey = '', ...followerKeys]: readonly string[],
  ): void => {
    const ordinal = issues.length + 1;
    const key = `issue-${ordinal}`;
    // A day of its own: Facilitee finds issues by the day of their creation.
    const createdAt = `${addDays(asOf, -20 - ordinal)}T10:00:00.000Z`;
    const assigneeKey = addManager();
    const serviceProviderKey = addProvider();
    issues.push({
      key,
      ordinal,
      reference: `AP-${String(ordinal).padStart(4, '0')}`,
      reportedIn,
      title: 'The tap drips',
      description: 'In the kitchen.',
      trade: 'plumbing',
      state: 'in-progress',
      stateText: 'Waiting for spare parts',
      urgent: false,
      buildingKey: unit.buildingKey,
      unitKey: unit.key,
      reporterKey,
      enteredByKey,
      followerKeys,
      assigneeKey,
      serviceProviderKey,
      reportedAt: createdAt,
      createdAt,
      modifiedAt: createdAt,
      closedAt: null,
      responseHoursLeft: 24,
      rejectionComment: null,
      rating: { stars: 4, comment: 'Quick and friendly.', ratedAt: createdAt },
      oddity: null,
    });
    for (let nth = 0; nth < few; nth++) {
      addFile('issue-photo', 'issue', key);
      comments.push({
        key: `comment-${comments.length + 1}`,
        ordinal: comments.length + 1,
        issueKey: key,
        authorKey: addManager(),
        authorName: 'Maria Lund',
        text: 'We are on our way.',
        internal: false,
        createdAt,
      });
      tasks.push({
        key: `task-${tasks.length + 1}`,
        ordinal: tasks.length + 1,
        reference: `T-${String(tasks.length + 1).padStart(6, '0')}`,
        issueKey: key,
        title: 'Mend the tap',
        description: 'In the kitchen.',
        state: 'accepted',
        // As above, in the one that casavi is asked last.
        assigneeKey: addManager(),
        createdByKey: addProvider(),
        createdAt,
        acceptedAt: createdAt,
        declinedAt: null,
        completedAt: null,
        oddity: null,
      });
    }
  };

  for (let nth = 0; nth < buildingCount; nth++) {
    const building = addBuilding();
    for (let inBuilding = 1; inBuilding <= unitsEach; inBuilding++) {
      const unit = addUnit(building, inBuilding);
      for (let lease = 0; lease < leasesEach; lease++) addTenancy(unit);
    }
  }
  // The first issues are those of the last building, so that the first records of two lists have nothing to do with each other.
  for (const unit of [...units].reverse()) {
    const people = having(tenancies, 'unitKey', [unit]).flatMap(({ personKeys }) => personKeys);
    const share = people.length / issuesEach;
    for (const system of withIssues) {
      for (let issue = 0; issue < issuesEach; issue++) {
        const involved = people.slice(issue * share, (issue + 1) * share);
        // Facilitee does not say in which of its lists a person stands: this one is in the list that is asked last.
        if (system === 'facilitee') involved[0] = addProvider();
        addIssue(system, unit, involved);
      }
    }
  }
  // HomeQ lets programs in by an account of their own.
  const account = persons.length;
  addPerson(['staff'], ['homeq']);
  // The last page of no list is full by accident: a bare array would not show that it is the last.
  addPerson(['contact'], ['casavi']);

  return {
    seed: 0,
    asOf,
    company: COMPANY,
    offices: OFFICES,
    buildings,
    units,
    persons: persons.map((person, index) =>
      index === account && person.employment !== null
        ? { ...person, employment: { ...person.employment, apiUser: true } }
        : person,
    ),
    tenancies,
    subTenancies: [],
    issues,
    comments,
    tasks,
    inspections: [],
    files,
  };
}

const personDefaults = {
  kind: 'person',
  country: 'SE',
  title: null,
  salutation: 'Fru',
  companyName: 'Lund AB',
  companyRole: 'Director',
  phone: '+46846500401',
  mobile: '+46701740610',
  website: 'https://www.lund.example',
  birthDate: '1980-01-01',
  nationalId: null,
  note: 'Call after 4 pm.',
  account: 'active',
  preferredContact: 'email',
  createdAt: '2015-01-01T08:00:00.000Z',
  archived: false,
  anonymized: false,
  rating: { average: 4.5, count: 10 },
  oddity: null,
} as const satisfies Partial<Person>;

function addressOf(ordinal: number): PostalAddress {
  return {
    street: 'Hornsgatan',
    houseNumber: String(ordinal),
    postalCode: '118 21',
    city: 'Stockholm',
    municipality: 'Stockholm',
    county: 'Stockholms län',
    country: 'SE',
    latitude: 59.32,
    longitude: 18.06,
    careOf: 'Lund',
  };
}
