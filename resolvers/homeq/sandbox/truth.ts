import { groupBy, type Portfolio } from '../../../src/sandbox/portfolio.js';
import type {
  TrueBuilding,
  TrueDocument,
  TrueLease,
  TruePerson,
  Truth,
  TrueUnit,
} from '../../../src/sandbox/truth.js';
import { project } from './rows.js';

/**
 * What HomeQ's lists hold. The id of a lease joins agreement and apartment by `:`; a person's is bare, and its `key` says
 * where it comes from. A file has no id of its own: a document's joins its kind and its agreement by `:`.
 */
export interface HomeqTruth extends Truth {
  readonly buildings: readonly (TrueBuilding & {
    readonly city: string;
    /** In the list only with `use_root_office=true`. */
    readonly outsideSelectedOffice: boolean;
  })[];
  readonly units: readonly (TrueUnit & {
    readonly lgh: string | null;
    readonly city: string;
    /** Whole amount a month. */
    readonly rent: number | null;
  })[];
  readonly persons: readonly (TruePerson & { readonly key: `employee:${string}` })[];
  readonly leases: readonly (TrueLease & {
    readonly agreementId: string;
    readonly signDate: string | null;
    readonly userProfileId: string | null;
  })[];
  readonly documents: readonly (TrueDocument & {
    readonly kind: 'digital_contract' | 'profile_card';
    readonly agreementId: string;
  })[];
  /** In no list: found through the leases they are tenants of. */
  readonly tenants: readonly (TruePerson & { readonly key: `tenant:${string}` })[];
}

/** What HomeQ's lists hold for a portfolio: estates, apartments, employees, agreements and their two files. */
export function homeqTruth(portfolio: Portfolio): HomeqTruth {
  const rows = project(portfolio, '');
  const leases = rows.agreements.map(({ row, estate }) => {
    const id = `${row.id}:${row.apartment_id}`;
    const userProfileId = row.user_profile_id === null ? null : String(row.user_profile_id);
    const ahead = row.sign_date !== null && row.sign_date > portfolio.asOf;
    return {
      id,
      agreementId: String(row.id),
      externalId: null,
      // Only a signature that is still to come tells anything: an agreement has no dates of a term.
      state: ahead ? ('upcoming' as const) : null,
      startDate: null,
      endDate: null,
      signDate: row.sign_date,
      unitId: String(row.apartment_id),
      buildingId: String(estate.id),
      userProfileId,
      tenantIds: userProfileId === null ? [] : [userProfileId],
      documentIds: (['digital_contract', 'profile_card'] as const)
        .filter((kind) => row[kind] !== null)
        .map((kind) => `${kind}:${row.id}`),
    };
  });
  const leasesOfUnit = groupBy(leases, (lease) => lease.unitId);
  const leasesOfBuilding = groupBy(leases, (lease) => lease.buildingId);
  const leasesOfTenant = groupBy(leases, (lease) => lease.userProfileId);
  const apartmentsOf = groupBy(rows.apartments, ({ estate }) => String(estate.id));
  const agreementOf = new Map(rows.agreements.map((agreement) => [String(agreement.row.id), agreement]));
  const nowhere = { unitIds: [], leaseIds: [], issueIds: [] };

  return {
    buildings: rows.estates.map(({ id, building, entry }) => ({
      id: String(id),
      real: building.key,
      externalId: entry.external_id,
      name: entry.name,
      city: building.address.city,
      active: null,
      outsideSelectedOffice: rows.entries.some(({ estate, selected }) => estate.id === id && !selected),
      unitIds: (apartmentsOf.get(String(id)) ?? []).map((apartment) => String(apartment.id)),
      leaseIds: idsOf(leasesOfBuilding.get(String(id))),
      issueIds: [],
    })),
    units: rows.apartments.map(({ id, unit, estate, entry }) => ({
      id: String(id),
      real: unit.key,
      externalId: entry.external_id === '' ? null : entry.external_id,
      number: entry.address.lgh,
      lgh: entry.address.lgh,
      city: entry.address.city,
      rent: entry.rent,
      buildingId: String(estate.id),
      leaseIds: idsOf(leasesOfUnit.get(String(id))),
      // The list of persons has employees only, and none of them belongs to an apartment.
      personIds: [],
      issueIds: [],
    })),
    persons: rows.employees
      .filter(({ selected }) => selected)
      .map(({ row, person }) => ({
        ...nowhere,
        key: `employee:${row.id}`,
        id: String(row.id),
        real: person.key,
        externalId: null,
        firstName: row.first_name,
        lastName: row.last_name,
        companyName: null,
        email: row.email,
      })),
    tenants: [...leasesOfTenant].flatMap(([id, own]) => {
      const agreement = agreementOf.get(own[0]?.agreementId ?? '');
      if (agreement === undefined || agreement.tenant === null) return [];
      const { row, tenant } = agreement;
      return [
        {
          key: `tenant:${id}` as const,
          id,
          real: tenant.key,
          externalId: null,
          firstName: row.first_name,
          lastName: row.last_name,
          companyName: null,
          email: row.email,
          unitIds: [...new Set(own.map((lease) => lease.unitId))],
          leaseIds: idsOf(own),
          issueIds: [],
        },
      ];
    }),
    leases,
    issues: [],
    documents: leases.flatMap((lease) =>
      lease.documentIds.map((id) => ({
        id,
        kind: id.startsWith('digital_contract') ? ('digital_contract' as const) : ('profile_card' as const),
        agreementId: lease.agreementId,
        title: null,
        subject: 'lease' as const,
        subjectId: lease.id,
      })),
    ),
  };
}

function idsOf(records: readonly { readonly id: string }[] | undefined): string[] {
  return (records ?? []).map((record) => record.id);
}
