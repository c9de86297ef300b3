import { groupBy, type Portfolio, type TenancyState } from '../../../src/sandbox/portfolio.js';
import type { TrueDocument, TruePerson, Truth } from '../../../src/sandbox/truth.js';
import { project } from './rows.js';

/**
 * What casavi's lists hold. The id of a lease joins property, unit and contract by `:`; a person's is bare, and its `key`
 * says which list it comes from.
 */
export interface CasaviTruth extends Truth {
  readonly persons: readonly (TruePerson & { readonly key: `contact:${string}` | `staff:${string}` })[];
  /** Of the document interface: in no list, found by id only. */
  readonly storedDocuments: readonly TrueDocument[];
}

/** What casavi's lists hold for a portfolio: properties, units, contacts and staff, contracts, tickets, attachments. */
export function casaviTruth(portfolio: Portfolio): CasaviTruth {
  const rows = project(portfolio, '');
  const states = new Map(portfolio.tenancies.map((tenancy) => [tenancy.reference, tenancy.state]));
  const { buildings, units, persons } = portfolio;
  const keys = new Map([...buildings, ...units, ...persons].map(({ reference, key }) => [reference, key]));
  const real = (id: string): string => keys.get(id) ?? '';
  const leases = rows.units.flatMap(({ propertyId, complete: unit }) =>
    unit.contracts.map((contract) => ({
      id: [propertyId, unit.id, contract.id].join(':'),
      externalId: contract.id,
      state: stateShown(states.get(contract.id)),
      startDate: dayOf(contract.startAt),
      endDate: dayOf(contract.endAt),
      unitId: unit.id,
      buildingId: propertyId,
      tenantIds: contract.contactIds,
      documentIds: [],
    })),
  );
  const tickets = rows.tickets.map((ticket) => ticket.row);
  const leasesOfUnit = groupBy(leases, (lease) => lease.unitId);
  const leasesOfBuilding = groupBy(leases, (lease) => lease.buildingId);
  const unitsOf = groupBy(rows.units, (unit) => unit.propertyId);
  const ticketsOfUnit = groupBy(tickets, (ticket) => ticket.unitId);
  const ticketsOfBuilding = groupBy(tickets, (ticket) => ticket.propertyId);

  return {
    buildings: rows.properties.map((row) => ({
      id: row.id,
      real: real(row.id),
      externalId: row.id,
      name: row.name,
      active: null,
      unitIds: (unitsOf.get(row.id) ?? []).map((unit) => unit.row.id),
      leaseIds: idsOf(leasesOfBuilding.get(row.id)),
      issueIds: idsOf(ticketsOfBuilding.get(row.id)),
    })),
    units: rows.units.map(({ propertyId, row }) => ({
      id: row.id,
      real: real(row.id),
      externalId: row.id,
      number: row.number,
      buildingId: propertyId,
      leaseIds: idsOf(leasesOfUnit.get(row.id)),
      personIds: [...new Set((leasesOfUnit.get(row.id) ?? []).flatMap((lease) => lease.tenantIds))],
      issueIds: idsOf(ticketsOfUnit.get(row.id)),
    })),
    persons: [
      ...rows.contacts.map((row) => {
        const own = leases.filter((lease) => lease.tenantIds.includes(row.id));
        return {
          key: `contact:${row.id}` as const,
          id: row.id,
          real: real(row.id),
          externalId: row.id,
          firstName: row.firstName,
          lastName: row.lastName,
          companyName: row.company === '' ? null : row.company,
          email: row.email,
          unitIds: [...new Set(own.map((lease) => lease.unitId))],
          leaseIds: idsOf(own),
          issueIds: idsOf(
            tickets.filter(
              (ticket) => ticket.contactId === row.id || (ticket.sharedWithContacts ?? []).includes(row.id),
            ),
          ),
        };
      }),
      ...rows.staff.map((row) => ({
        key: `staff:${row.id}` as const,
        id: row.id,
        real: real(row.id),
        externalId: row.id,
        firstName: row.firstName,
        lastName: row.lastName,
        companyName: null,
        email: row.email,
        unitIds: [],
        leaseIds: [],
        issueIds: [],
      })),
    ],
    leases,
    issues: rows.tickets.map(({ row, more }) => ({
      id: row.id,
      externalId: row.id,
      title: row.title,
      providerStatus: row.status,
      createdAt: row.createdAt,
      buildingId: row.propertyId,
      unitId: row.unitId,
      reporterId: row.contactId,
      documentIds: row.attachments.map(String),
      commentIds: idsOf(more.comments),
      taskIds: idsOf(more.tasks),
    })),
    documents: tickets.flatMap((row) =>
      row.attachmentDetails.map((file) => ({
        id: String(file.id),
        title: file.filename,
        subject: 'issue' as const,
        subjectId: row.id,
      })),
    ),
    storedDocuments: rows.documents.map((row) => ({
      id: row.id,
      title: row.title,
      subject: null,
      subjectId: null,
    })),
  };
}

/** casavi gives dates only: nobody can tell a signed contract from an unsigned one, nor that notice was given. */
function stateShown(state: TenancyState | undefined): TenancyState | null {
  if (state === 'unsigned') return 'upcoming';
  return state === 'notice-given' ? 'active' : (state ?? null);
}

function dayOf(instant: string | null | undefined): string | null {
  return instant?.slice(0, 10) ?? null;
}

function idsOf(records: readonly { readonly id: string }[] | undefined): string[] {
  return (records ?? []).map((record) => record.id);
}
