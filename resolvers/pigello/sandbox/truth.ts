import { groupBy, type Portfolio } from '../../../src/sandbox/portfolio.js';
import type { Truth } from '../../../src/sandbox/truth.js';
import { idsIn, project, uuid, type Row } from './rows.js';

/** What Pigello's lists hold for a portfolio: buildings, apartments, tenants, contracts, general errands, files. */
export function pigelloTruth(portfolio: Portfolio): Truth {
  const rows = project(portfolio);
  const one = (value: unknown): string | null => idsIn(value)[0] ?? null;
  const string = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const ids = (list: readonly Row[] | undefined): string[] => (list ?? []).map((row) => row.id);
  const { buildings, units, persons } = portfolio;
  const keys = new Map([...buildings, ...units, ...persons].map(({ key }) => [uuid(key), key]));
  const buildingOf = new Map(rows.apartment.map((row) => [row.id, one(row['building'])]));
  const unitsIn = groupBy(rows.apartment, (row) => one(row['building']));
  const leasesOfUnit = groupBy(rows.apartmentcontract, (row) => one(row['apartment']));
  const issuesOfUnit = groupBy(rows.generalerrand, (row) => one(row['apartment']));
  const issuesOfBuilding = groupBy(rows.generalerrand, (row) => one(row['building']));
  const papers = [...rows.signedcontractdocument, ...rows.signabledocument];
  const papersOf = groupBy(papers, (row) => string(row['object_id']));
  const picturesOf = groupBy(rows.generalerrandfile, (row) => one(row['errand']));
  const leasesOfBuilding = groupBy(
    rows.apartmentcontract,
    (row) => buildingOf.get(one(row['apartment']) ?? '') ?? null,
  );
  const fileName = (value: unknown): string | null =>
    typeof value === 'object' && value !== null && 'name' in value ? string(value.name) : null;

  return {
    buildings: rows.building.map((row) => ({
      id: row.id,
      real: keys.get(row.id) ?? '',
      externalId: string(row['custom_id']),
      name: string(row['name']) ?? string(row['popular_name']),
      active: row['archived'] !== true,
      unitIds: ids(unitsIn.get(row.id)),
      leaseIds: ids(leasesOfBuilding.get(row.id)),
      issueIds: ids(issuesOfBuilding.get(row.id)),
    })),
    units: rows.apartment.map((row) => ({
      id: row.id,
      real: keys.get(row.id) ?? '',
      externalId: string(row['custom_id']),
      number: string(row['apartment_id']),
      buildingId: one(row['building']),
      leaseIds: ids(leasesOfUnit.get(row.id)),
      personIds: [...new Set(idsIn(row['#tenants']))],
      issueIds: ids(issuesOfUnit.get(row.id)),
    })),
    persons: rows.tenant.map((row) => ({
      id: row.id,
      real: keys.get(row.id) ?? '',
      externalId: string(row['custom_id']),
      firstName: string(row['first_name']),
      lastName: string(row['last_name']),
      companyName: string(row['corporate_name']),
      email: string(row['email']),
      unitIds: ids(rows.apartment.filter((unit) => idsIn(unit['#tenants']).includes(row.id))),
      leaseIds: ids(rows.apartmentcontract.filter((lease) => idsIn(lease['tenants']).includes(row.id))),
      issueIds: ids(
        rows.generalerrand.filter((issue) =>
          idsIn([issue['reporter_tenant'], issue['creator_tenant'], issue['tenant_reviewers']]).includes(
            row.id,
          ),
        ),
      ),
    })),
    leases: rows.apartmentcontract.map((row) => ({
      id: row.id,
      externalId: string(row['custom_id']),
      state: portfolio.tenancies.find((tenancy) => tenancy.reference === row['custom_id'])?.state ?? null,
      startDate: string(row['start_date']),
      endDate: string(row['end_date']) ?? string(row['initial_end_date']),
      unitId: one(row['apartment']),
      buildingId: buildingOf.get(one(row['apartment']) ?? '') ?? null,
      tenantIds: idsIn(row['tenants']),
      documentIds: ids(papersOf.get(row.id)),
    })),
    issues: rows.generalerrand.map((row) => ({
      id: row.id,
      externalId: string(row['custom_id']),
      title: string(row['title']),
      providerStatus: String(row['status']),
      createdAt: string(row['created_at']),
      buildingId: one(row['building']),
      unitId: one(row['apartment']),
      reporterId: one(row['reporter_tenant']),
      documentIds: ids(picturesOf.get(row.id)),
      commentIds: [],
      taskIds: [],
    })),
    documents: [
      ...papers.map((row) => ({
        id: row.id,
        title: string(row['name']) ?? fileName(row['document_file']),
        subject: 'lease' as const,
        subjectId: string(row['object_id']),
      })),
      ...rows.generalerrandfile.map((row) => ({
        id: row.id,
        title: fileName(row['file']),
        subject: 'issue' as const,
        subjectId: one(row['errand']),
      })),
    ],
  };
}
