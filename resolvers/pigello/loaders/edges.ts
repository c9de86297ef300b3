import type {
  Document,
  Issue,
  Lease,
  NodeRecord,
  NodeType,
  Person,
  Ref,
  Unit,
} from '../../../src/domain/index.js';
import type { EdgeLoaderName, Port } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { batchListings } from '../../../src/loaders/batch.js';
import { mapListing, type Ask, type Listing } from '../../../src/pagination/listing.js';
import { free, inTurn, sharedByParents, together, type Cost } from '../../../src/plan/cost.js';
import { assumedEach } from '../../../src/plan/sizes.js';
import { filters, type IdFilter } from '../filters.js';
import { idOf } from '../ids.js';
import type { PigelloMap } from '../map.js';
import type { PigelloLists, Received } from '../pages.js';
import type { Entity } from '../paths.js';
import { createReads, type Slot } from '../reads.js';
import { documentKinds, type PigelloSamples } from '../samples.js';

/** Tenants that a contract is reckoned with, as the schema assumes. */
const tenantsEach = 4;

/** What hangs on what. One parent is read by its window where one filter finds its rows, many by one batch. */
export function createEdgeLoaders(
  lists: PigelloLists,
  map: PigelloMap,
  samples: PigelloSamples,
): Pick<Port, EdgeLoaderName> {
  const reads = createReads(lists, map);

  type All<T> = (session: Session, ids: readonly string[]) => Promise<readonly Slot<T>[]>;

  /** All rows that a filter finds by so many ids; other edges of the same parents find them by the same calls. */
  const allCost = (filter: IdFilter, ids: number): Cost =>
    sharedByParents(nameOf(filter), lists.rowsCost(filter.entity, ids, filter.assumedRows));
  /** How many rows hang on so many parents at most: as many as the list is known to have. */
  const below = ({ entity, assumedRows }: IdFilter, parents: number): number =>
    lists.atMost(entity, parents * assumedRows);

  /** Rows that one filter finds: `to` makes records of the window of one parent, `all` reads everything of several. */
  const filtered = <P extends NodeType, E extends Entity, R extends NodeRecord>(
    filter: IdFilter<E>,
    to: (received: Received<E>) => R,
    all: All<R>,
  ) => ({
    needs: 'ref' as const,
    open(session: Session, parents: readonly Ref<P>[]): readonly Listing<R>[] {
      const [only, ...others] = parents.map(idOf);
      return only !== undefined && others.length === 0
        ? [mapListing(lists.rowsOf(session, filter, only), to)]
        : batchListings(parents.map(idOf), (batch) => all(session, batch));
    },
    cost: (parents: number, _: unknown, ask: Ask): Cost =>
      parents === 1
        ? sharedByParents(nameOf(filter), lists.windowCost(filter.entity, ask))
        : allCost(filter, parents),
  });

  /** Rows that take several lists to find: all of them are read, however many parents there are. */
  const gathered = <P extends NodeType, R extends NodeRecord>(
    /** The filters that find what hangs on the parents themselves. */
    first: readonly IdFilter[],
    all: All<R>,
    /** What it takes to go on from there. */
    further: (parents: number) => Cost = () => free,
  ) => ({
    needs: 'ref' as const,
    open(session: Session, parents: readonly Ref<P>[]): readonly Listing<R>[] {
      const ids = parents.map(idOf);
      for (const filter of first) lists.willRead(session, filter, ids);
      return batchListings(ids, (batch) => all(session, batch));
    },
    cost: (parents: number): Cost =>
      inTurn(together(...first.map((filter) => allCost(filter, parents))), further(parents)),
  });

  const tenantsCost = (leases: number): Cost =>
    sharedByParents(
      'tenants of contracts',
      lists.rowsCost('tenant', lists.atMost('tenant', leases * tenantsEach)),
    );
  const documentsCost = (leases: number, issues: number): Cost =>
    together(
      allCost(filters.signedDocumentsOfContract, leases),
      allCost(filters.signableDocumentsOfContract, leases),
      allCost(filters.filesOfErrand, issues),
    );
  const allDocuments = () => Object.values(documentKinds(lists, samples));
  const errandsOfTenant = [filters.errandsOfReporter, filters.errandsOfCreator, filters.errandsOfReviewer];

  return {
    unitsOfBuilding: {
      support: 'NATIVE',
      ...filtered<'Building', 'apartment', Unit>(
        filters.apartmentsOfBuilding,
        map.toUnit,
        reads.unitsOfBuildings,
      ),
      sample: () => samples.unit,
    },
    leasesOfBuilding: {
      support: 'DERIVED',
      note: "The contracts of the building's apartments.",
      ...gathered<'Building', Lease>([filters.apartmentsOfBuilding], reads.leasesOfBuildings, (buildings) =>
        allCost(filters.contractsOfApartment, below(filters.apartmentsOfBuilding, buildings)),
      ),
      sample: () => samples.lease,
    },
    issuesOfBuilding: {
      support: 'NATIVE',
      note: "The building's errands and those of its apartments.",
      ...gathered<'Building', Issue>(
        [filters.errandsOfBuilding, filters.apartmentsOfBuilding],
        reads.issuesOfBuildings,
        (buildings) => allCost(filters.errandsOfApartment, below(filters.apartmentsOfBuilding, buildings)),
      ),
      sample: () => samples.issue,
    },
    personsOfBuilding: {
      support: 'DERIVED',
      note: "The tenants of the contracts of the building's apartments.",
      ...gathered<'Building', Person>(
        [filters.apartmentsOfBuilding],
        async (session, buildings) =>
          reads.personsOfLeases(session, await reads.leasesOfBuildings(session, buildings)),
        (buildings) => {
          const units = below(filters.apartmentsOfBuilding, buildings);
          return inTurn(
            allCost(filters.contractsOfApartment, units),
            tenantsCost(below(filters.contractsOfApartment, units)),
          );
        },
      ),
      sample: () => samples.person,
    },
    documentsOfBuilding: {
      support: 'DERIVED',
      note: "The documents of the building's contracts and errands.",
      ...gathered<'Building', Document>(
        [filters.apartmentsOfBuilding, filters.errandsOfBuilding],
        async (session, buildings) => {
          const [leases, issues] = await Promise.all([
            reads.leasesOfBuildings(session.branch(), buildings),
            reads.issuesOfBuildings(session.branch(), buildings),
          ]);
          return reads.documentsOf(session, leases, issues);
        },
        (buildings) => {
          const units = below(filters.apartmentsOfBuilding, buildings);
          return inTurn(
            together(
              allCost(filters.contractsOfApartment, units),
              allCost(filters.errandsOfApartment, units),
            ),
            documentsCost(
              below(filters.contractsOfApartment, units),
              below(filters.errandsOfApartment, units),
            ),
          );
        },
      ),
      sample: () => samples.contractDocument,
      kinds: allDocuments,
    },

    leasesOfUnit: {
      support: 'NATIVE',
      ...filtered<'Unit', 'apartmentcontract', Lease>(
        filters.contractsOfApartment,
        map.toLease,
        reads.leasesOfUnits,
      ),
      sample: () => samples.lease,
    },
    personsOfUnit: {
      support: 'DERIVED',
      note: "The tenants of the apartment's contracts.",
      ...gathered<'Unit', Person>(
        [filters.contractsOfApartment],
        async (session, units) => reads.personsOfLeases(session, await reads.leasesOfUnits(session, units)),
        (units) => tenantsCost(below(filters.contractsOfApartment, units)),
      ),
      sample: () => samples.person,
    },
    issuesOfUnit: {
      support: 'NATIVE',
      ...filtered<'Unit', 'generalerrand', Issue>(
        filters.errandsOfApartment,
        map.toIssue,
        reads.issuesOfUnits,
      ),
      sample: () => samples.issue,
    },
    documentsOfUnit: {
      support: 'DERIVED',
      note: "The documents of the apartment's contracts and errands.",
      ...gathered<'Unit', Document>(
        [filters.contractsOfApartment, filters.errandsOfApartment],
        async (session, units) => {
          const [leases, issues] = await Promise.all([
            reads.leasesOfUnits(session, units),
            reads.issuesOfUnits(session, units),
          ]);
          return reads.documentsOf(session, leases, issues);
        },
        (units) =>
          documentsCost(below(filters.contractsOfApartment, units), below(filters.errandsOfApartment, units)),
      ),
      sample: () => samples.contractDocument,
      kinds: allDocuments,
    },

    unitsOfPerson: {
      support: 'NATIVE',
      ...filtered<'Person', 'apartment', Unit>(
        // One tenant's apartments are found by a filter of their own (docs/pigello-my-pages.txt, step 1).
        { entity: 'apartment', name: 'tenants', keysOf: () => [], assumedRows: assumedEach.onOther },
        map.toUnit,
        // An apartment does not say whose it is: for many tenants at once their contracts lead the way.
        async (session, persons) =>
          reads.unitsOfLeases(session, await reads.leasesOfPersons(session, persons)),
      ),
      cost: (persons, _, ask) =>
        persons === 1
          ? lists.windowCost('apartment', ask)
          : inTurn(
              allCost(filters.contractsOfTenant, persons),
              lists.rowsCost(
                'apartment',
                lists.atMost('apartment', below(filters.contractsOfTenant, persons)),
              ),
            ),
      sample: () => samples.unit,
    },
    leasesOfPerson: {
      support: 'NATIVE',
      ...filtered<'Person', 'apartmentcontract', Lease>(
        filters.contractsOfTenant,
        map.toLease,
        reads.leasesOfPersons,
      ),
      sample: () => samples.lease,
    },
    issuesOfPerson: {
      support: 'NATIVE',
      note: 'Errands that the tenant reported, created or reviews.',
      ...gathered<'Person', Issue>(errandsOfTenant, reads.issuesOfPersons),
      sample: () => samples.issue,
    },
    documentsOfPerson: {
      support: 'DERIVED',
      note: "The documents of the tenant's contracts and errands.",
      ...gathered<'Person', Document>(
        [filters.contractsOfTenant, ...errandsOfTenant],
        async (session, persons) => {
          const [leases, issues] = await Promise.all([
            reads.leasesOfPersons(session, persons),
            reads.issuesOfPersons(session, persons),
          ]);
          return reads.documentsOf(session, leases, issues);
        },
        (persons) =>
          documentsCost(below(filters.contractsOfTenant, persons), below(filters.errandsOfReporter, persons)),
      ),
      sample: () => samples.contractDocument,
      kinds: allDocuments,
    },

    documentsOfLease: {
      support: 'NATIVE',
      ...gathered<'Lease', Document>(
        [filters.signedDocumentsOfContract, filters.signableDocumentsOfContract],
        reads.documentsOfLeases,
      ),
      sample: () => samples.contractDocument,
    },
    documentsOfIssue: {
      support: 'NATIVE',
      ...filtered<'Issue', 'generalerrandfile', Document>(
        filters.filesOfErrand,
        map.toErrandFile,
        reads.filesOfIssues,
      ),
      sample: () => samples.errandFile,
    },
  };
}

function nameOf({ entity, name }: IdFilter): string {
  return `${entity} by ${name}`;
}
