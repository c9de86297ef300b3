import {
  byKey,
  groupBy,
  having,
  portfolioOf,
  type FileRecord,
  type Portfolio,
  type Unit,
} from '../../../src/sandbox/portfolio.js';
import { uuidOf } from '../../../src/sandbox/uuid.js';
import { agreementRow, createAgreement } from './agreements.js';
import {
  apartmentDetail,
  apartmentId,
  apartmentInInventory,
  externalIdOf,
  type Surroundings,
} from './apartments.js';
import { estateId, estateInInventory, estateReference, landlordEstate, publicEstate } from './estates.js';
import { createListings } from './listings.js';
import { createOffices } from './offices.js';
import { accountOf, COMPANY_ID, employeeDetail, employeeRow, mainTenant } from './people.js';

/** Everything that HomeQ says about a portfolio, in its own words. */
export type Rows = ReturnType<typeof project>;

/** An entry of the inventory, and what it is found by. */
export interface Entry {
  readonly type: 'estate' | 'apartment' | 'object_ad';
  readonly estate: { readonly id: number; readonly externalId: string | null };
  readonly apartment: { readonly id: number; readonly externalId: string | null } | null;
  readonly listing: {
    readonly status: string;
    readonly employeeId: number | null;
    readonly projectId: number | null;
  } | null;
  /** Whether it lies in the selected office or below. */
  readonly selected: boolean;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Writes the rows. Estates are buildings, apartments are their units of that kind; `origin` is what links begin with. */
export function project(portfolio: Portfolio, origin: string) {
  const here = portfolioOf(portfolio, 'homeq');
  const offices = createOffices(portfolio);
  const units = here.units.filter((unit) => unit.kind === 'apartment');
  const personOf = byKey(portfolio.persons);
  const employees = here.persons.filter((person) => person.employment !== null);
  const listings = createListings(portfolio, units, employees, personOf);
  const unitsOf = groupBy(units, (unit) => unit.buildingKey);
  const tenanciesOf = groupBy(portfolio.tenancies, (tenancy) => tenancy.unitKey);
  const filesOf = groupBy(here.files, (file) => file.ownerKey);
  const listingsOf = groupBy(listings, (listing) => listing.unit.key);
  const parking = new Set(
    here.units.filter((unit) => unit.kind === 'parking').map((unit) => unit.buildingKey),
  );

  const pictures: FileRecord[] = [];
  /** One picture, or none. Pictures are media: the sandbox has the same grey pixel for all of them. */
  const images = (ownerKey: string, caption: string, id: number) => {
    if (id % 3 !== 0) return [];
    const file = picture(ownerKey, id);
    pictures.push(file);
    const url = `${origin}/files/${storedName(file)}`;
    return [{ caption, id, position: 1, thumbnail_url: url, url }];
  };

  const estates = here.buildings.map((building) => {
    const own = unitsOf.get(building.key) ?? [];
    const office = offices.ofEstate(building);
    const shown = images(building.key, 'The building', estateId(building));
    const around = {
      parking: parking.has(building.key),
      images: [],
      hasAd: false,
      hasDraft: false,
      hasRentals: false,
    };
    const open = publicEstate(building, own, around, shown);
    return {
      building,
      id: estateId(building),
      office,
      entry: estateInInventory(portfolio, building, { office, apartments: own.length, images: shown }),
      open,
      full: { ...open, ...landlordEstate(portfolio, building, own.length, office) },
    };
  });
  const estateOf = new Map(estates.map((estate) => [estate.building.key, estate]));

  const surroundings = (unit: Unit, id: number): Surroundings => {
    const ads = listingsOf.get(unit.key) ?? [];
    return {
      estateId: id,
      parking: parking.has(unit.buildingKey),
      images: images(unit.key, 'The kitchen', apartmentId(unit)),
      hasAd: ads.some(({ status }) => status !== 'draft' && status !== 'deleted'),
      hasDraft: ads.some(({ status }) => status === 'draft'),
      hasRentals: (tenanciesOf.get(unit.key) ?? []).some(
        ({ state }) => state === 'active' || state === 'notice-given',
      ),
    };
  };
  const apartments = units.flatMap((unit) => {
    const estate = estateOf.get(unit.buildingKey);
    if (estate === undefined) return [];
    const around = surroundings(unit, estate.id);
    return [
      {
        unit,
        estate,
        id: apartmentId(unit),
        entry: apartmentInInventory(unit, around),
        detail: apartmentDetail(unit, around),
      },
    ];
  });
  const apartmentOf = new Map(apartments.map((apartment) => [apartment.unit.key, apartment]));

  // "Ensure eventual consistency": an entry tells when it was indexed, without an offset.
  const indexed = (type: Entry['type'], id: number) => ({
    identifier: `${type}.${id}`,
    indexed_at: `${portfolio.asOf}T0${id % 10}:56:48.${String(761_296 + id).slice(-6)}`,
  });
  const found = (estate: (typeof estates)[number]) => ({
    estate: { id: estate.id, externalId: estateReference(estate.building) },
    selected: offices.isSelected(estate.office),
  });
  const nothing = {
    apartment: null,
    object_ad: null,
    project: null,
    requirements: null,
    reserved_application: null,
  };
  const entries: readonly Entry[] = [
    ...estates.map((estate): Entry => ({
      ...found(estate),
      type: 'estate',
      apartment: null,
      listing: null,
      row: { ...nothing, ...indexed('estate', estate.id), estate: estate.entry, type: 'estate' },
    })),
    ...apartments.map(({ unit, estate, id, entry }): Entry => ({
      ...found(estate),
      type: 'apartment',
      apartment: { id, externalId: externalIdOf(unit) },
      listing: null,
      row: {
        ...nothing,
        ...indexed('apartment', id),
        apartment: entry,
        estate: estate.entry,
        type: 'apartment',
      },
    })),
    ...listings.flatMap((listing): Entry[] => {
      const apartment = apartmentOf.get(listing.unit.key);
      if (apartment === undefined) return [];
      return [
        {
          ...found(apartment.estate),
          type: 'object_ad',
          apartment: { id: apartment.id, externalId: externalIdOf(listing.unit) },
          listing: {
            status: listing.status,
            employeeId: listing.assigneeId,
            projectId: listing.project?.id ?? null,
          },
          row: {
            ...indexed('object_ad', listing.id),
            apartment: apartment.entry,
            estate: apartment.estate.entry,
            object_ad: listing.row,
            project: listing.project,
            requirements: listing.requirements,
            reserved_application: listing.reserved,
            type: 'object_ad',
          },
        },
      ];
    }),
  ];

  const agreements = having(here.tenancies, 'unitKey', units).flatMap((tenancy) => {
    const apartment = apartmentOf.get(tenancy.unitKey);
    if (apartment === undefined) return [];
    const tenant = mainTenant(tenancy, personOf);
    const agreement = createAgreement(tenancy, apartment.unit, tenant, filesOf.get(tenancy.key) ?? []);
    const linkTo = (file: FileRecord): string => `${origin}/files/${storedName(file)}`;
    return [{ ...agreement, estate: apartment.estate, row: agreementRow(agreement, linkTo) }];
  });
  const papers = agreements.flatMap(({ digitalContract, profileCard }) =>
    [digitalContract, profileCard].filter((file) => file !== null),
  );
  const account = employees.find((person) => person.employment?.apiUser === true);
  if (account === undefined) throw new Error('The portfolio has no account for programs at HomeQ.');

  return {
    account: accountOf(account, portfolio, offices),
    company: {
      bankgiro: '991-2346',
      cover_image: null,
      external_reservation_link: null,
      has_fast_api_key: true,
      id: COMPANY_ID,
      logo_image: null,
      minimum_up_time: 24,
      name: portfolio.company.name,
      org_number: portfolio.company.organisationNumber,
      postgiro: '',
      tier: { enabled_features: ['analytics_tool'], id: 2, name: 'Plus' },
    },
    offices: offices.list.map((office) => ({
      ...OFFICE_SETTINGS,
      description: '',
      email: `uthyrning@${portfolio.company.domain}`,
      employee_count: employees.filter((person) => offices.ofEmployee(person).root.id === office.id).length,
      id: office.id,
      name: office.name,
      parent: office.parent,
    })),
    employees: employees.map((person) => ({
      person,
      row: employeeRow(person, offices),
      detail: employeeDetail(person, offices),
      selected: offices.isSelected(offices.ofEmployee(person).selected),
    })),
    estates,
    apartments,
    agreements,
    entries,
    files: new Map([...papers, ...pictures].map((file) => [storedName(file), file])),
  };
}

/** What a file is called behind a link. */
function storedName(file: FileRecord): string {
  return `${uuidOf(`homeq ${file.key}`)}${file.name.slice(file.name.lastIndexOf('.'))}`;
}

function picture(ownerKey: string, ordinal: number): FileRecord {
  return {
    key: `picture of ${ownerKey}`,
    ordinal,
    kind: 'unit',
    ownerType: 'unit',
    ownerKey,
    name: 'picture.png',
    contentType: 'image/png',
    createdAt: '2023-11-15T09:56:48.761Z',
    signedAt: null,
    oddity: null,
  };
}

/** Defaults that the document gives for a new office. */
const OFFICE_SETTINGS = {
  batch_size: 5,
  candidate_sorting_mode: 'queue_points',
  contract_system: 'manual_selection_lock',
  default_email_for_contracts: false,
  default_email_for_offers: false,
  default_email_for_viewings: false,
  offer_min_response_time: 48,
  offer_per_ad: 5,
  offers_per_person: 3,
  time_to_next_engagement: 5,
};
