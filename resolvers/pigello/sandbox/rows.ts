import { fileBody, md5Base64 } from '../../../src/sandbox/file-body.js';
import { lazily } from '../../../src/sandbox/lazily.js';
import {
  byKey,
  groupBy,
  having,
  portfolioOf,
  type FileRecord,
  type IssueState,
  type Portfolio,
  type PostalAddress,
  type Trade,
  type Unit,
} from '../../../src/sandbox/portfolio.js';
import { TRADE_NAMES } from '../../../src/sandbox/texts.js';
import { uuidOf } from '../../../src/sandbox/uuid.js';
import { CONTRACT, type EntityName } from './entities.js';

/** What Pigello's records say. Members are assumed, but for those of the connection (001, `pigello-accounts`). */

/** A record as an answer shows it; members with a `#` are for filters only. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The records of every entity, by its name. */
export type Rows = Readonly<Record<EntityName, readonly Row[]>>;

/** The ids in a relation, in a list of relations, or the text itself. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value === 'object' && value !== null && 'id' in value) return idsIn(value.id);
  return [];
}

const ORGANISATION = { id: uuid('organisation') };
const STATUS: Readonly<Record<IssueState, number>> = {
  scheduled: 0,
  open: 0,
  quotation: 1,
  assigned: 1,
  'in-progress': 1,
  waiting: 2,
  'on-hold': 2,
  resolved: 3,
  closed: 4,
  rejected: 5,
  unlisted: 9, // no such status is known: another customer's own code
};
const INSPECTION_STATUS = { open: 0, 'in-progress': 1, waiting: 2, done: 3, closed: 4, rejected: 5 } as const;
const STAKEHOLDERS = { household: 0, guarantor: 1, payer: 2, other: 3 } as const;

/** The records of all entities, in the order of the portfolio; those of each are written when they are first asked for. */
export function project(portfolio: Portfolio): Rows {
  const here = portfolioOf(portfolio, 'pigello');
  // Of units Pigello's known paths lead to apartments only, and so of contracts.
  const apartments = here.units.filter((unit) => unit.kind === 'apartment');
  const contracts = having(here.tenancies, 'unitKey', apartments);
  const tenants = here.persons.filter((person) => !person.roles.includes('sub-tenant'));
  const apartmentOf = byKey(apartments);
  const tenantsOf = groupBy(contracts, (contract) => contract.unitKey);
  const filesOf = groupBy(here.files, (file) => file.ownerKey);
  const papers = contracts.flatMap((contract) => filesOf.get(contract.key) ?? []);
  const contractOf = byKey(contracts);

  return lazily<Rows>({
    building: () =>
      here.buildings.map((building) => ({
        id: uuid(building.key),
        custom_id: building.archived ? null : building.reference,
        name: building.name,
        popular_name: building.popularName,
        realestate: { id: uuid(`realestate of ${building.key}`) },
        address: { id: uuid(`address of ${building.key}`) },
        organization: ORGANISATION,
        archived: building.archived,
        created_at: moment(building.createdAt),
        tags: building.builtYear < 1900 ? ['K-märkt'] : [],
        customer_columns: { Byggår: building.builtYear, Förvaltningsområde: building.address.city },
      })),
    address: () => [
      ...here.buildings.map((building) => address(building.key, building.address)),
      ...apartments.filter(hasAddress).map((unit) => address(unit.key, unit.address)),
      ...tenants.flatMap((person) => (person.address === null ? [] : [address(person.key, person.address)])),
    ],
    apartment: () =>
      apartments.map((unit) => ({
        id: uuid(unit.key),
        custom_id: unit.reference,
        landlord_custom_id: unit.legacyNumber ?? (unit.oddity === 'empty-text' ? '' : null),
        popular_name: unit.name ?? (unit.oddity === 'empty-text' ? '' : null),
        apartment_id: unit.nationalNumber,
        building: { id: uuid(unit.buildingKey) },
        address: hasAddress(unit) ? { id: uuid(`address of ${unit.key}`) } : null,
        // A list, since a maisonette has two.
        floors:
          unit.oddity === 'null-members'
            ? null
            : unit.rooms === 5
              ? [unit.floor, unit.floor + 1]
              : [unit.floor],
        usable_area: unit.area,
        category: unit.oddity === 'null-members' ? null : category(unit.rooms),
        archived: unit.archived,
        created_at: moment(unit.createdAt),
        '#tenants': (tenantsOf.get(unit.key) ?? []).flatMap((contract) => contract.personKeys).map(uuid),
      })),
    apartmentcontract: () =>
      contracts.map((contract) => ({
        id: uuid(contract.key),
        custom_id: contract.reference,
        id_number: String(10_000 + contract.ordinal),
        apartment: { id: uuid(contract.unitKey) },
        // The Accounts reference shows that lists may hold nulls, and relations may be empty objects.
        tenants: [
          ...contract.personKeys.map(relation),
          ...(contract.oddity === 'null-members' ? [null] : []),
        ],
        landlord: contract.oddity === 'null-members' ? {} : ORGANISATION,
        start_date: contract.startDate,
        initial_end_date: contract.fixedUntil,
        end_date: contract.endDate,
        signed_time: contract.signedOn === null ? null : `${contract.signedOn}T10:00:00Z`,
        cancellation_time: contract.cancelledOn === null ? null : `${contract.cancelledOn}T08:30:00Z`,
        archived: contract.archived,
        created_at: moment(contract.createdAt),
      })),
    tenant: () =>
      tenants.map((person) => ({
        id: uuid(person.key),
        custom_id: person.reference,
        first_name: person.firstName,
        last_name: person.lastName,
        corporate_name: person.companyName,
        email: person.email,
        phone_number: person.mobile ?? person.phone,
        invoice_email: person.kind === 'company' ? person.email : null,
        ssn: person.nationalId,
        birth_date: person.birthDate,
        current_registered_address: person.address === null ? null : { id: uuid(`address of ${person.key}`) },
        anonymized: person.anonymized,
        active_to: person.roles.includes('former-tenant') || person.anonymized ? '2024-06-30' : null,
        created_at: person.oddity === 'null-members' ? null : moment(person.createdAt),
      })),
    subtenanttenantconnection: () =>
      here.subTenancies.map((link) => ({
        id: uuid(link.key),
        sub_tenant: relation(link.subTenantKey),
        tenant: relation(link.tenantKey),
        parent_sub_tenant: link.ordinal % 5 === 0 ? {} : null,
        stakeholder_type: STAKEHOLDERS[link.kind],
        category: link.ordinal % 4 === 0 ? null : link.ordinal % 10,
        is_active: link.active,
        custom_id: null,
        organization: link.ordinal % 3 === 0 ? {} : ORGANISATION,
        tags: null,
        customer_columns: null,
        reminder_distribution_instruction: [null],
        invoice_distribution_instruction: [],
        debt_distribution_instruction: null,
        prefer_invoice_view_only: false,
        pending_monitor_approval_amount: null,
        created_at: moment(link.createdAt),
      })),
    signedcontractdocument: () =>
      papers
        .filter((file) => file.kind !== 'contract-digital')
        .map((file) => ({
          id: uuid(file.key),
          content_type: CONTRACT,
          object_id: uuid(file.ownerKey),
          document_file: file.oddity === 'null-members' ? null : fileObject(file),
          category: file.kind === 'contract-appendix' ? 1 : 0,
          custom_id: file.ordinal % 4 === 0 ? `D-${file.ordinal}` : null,
          created_at: moment(file.createdAt),
        })),
    signabledocument: () =>
      papers
        .filter((file) => file.kind === 'contract-digital')
        .map((file) => ({
          id: uuid(file.key),
          name: `Hyresavtal ${contractOf.get(file.ownerKey)?.reference ?? ''}`,
          content_type: CONTRACT,
          object_id: uuid(file.ownerKey),
          document_file: file.oddity === 'null-members' ? null : fileObject(file),
          category: file.ordinal % 7,
          signing_started_time: moment(file.createdAt),
          signed_time: file.signedAt === null ? null : moment(file.signedAt),
          created_at: moment(file.createdAt),
        })),
    generalerrand: () =>
      here.issues.map((issue) => ({
        id: uuid(issue.key),
        custom_id: issue.ordinal % 9 === 0 ? null : issue.reference,
        id_number: String(issue.ordinal),
        title: issue.title,
        description: issue.description ?? (issue.oddity === 'empty-text' ? '' : null),
        status: STATUS[issue.state],
        errand_type: { id: uuid(`errand type ${issue.trade}`), name: tradeName(issue.trade) },
        apartment: issue.unitKey === null ? null : relation(issue.unitKey),
        building: issue.buildingKey === null ? null : relation(issue.buildingKey),
        reporter_tenant:
          issue.reporterKey !== null
            ? relation(issue.reporterKey)
            : issue.oddity === 'null-members'
              ? {}
              : null,
        creator_tenant: issue.enteredByKey === null ? null : relation(issue.enteredByKey),
        tenant_reviewers: [
          ...issue.followerKeys.map(relation),
          ...(issue.oddity === 'null-members' ? [null] : []),
        ],
        created_at: moment(issue.createdAt),
        closed_at: issue.closedAt === null ? null : moment(issue.closedAt),
      })),
    generalerrandfile: () =>
      here.issues
        .flatMap((issue) => filesOf.get(issue.key) ?? [])
        .map((file) => ({
          id: uuid(file.key),
          errand: relation(file.ownerKey),
          file: file.oddity === 'null-members' ? null : fileObject(file),
          created_at: moment(file.createdAt),
        })),
    inspectionerrand: () =>
      having(here.inspections, 'unitKey', apartments).map((inspection) => ({
        id: uuid(inspection.key),
        title: `${inspection.title} ${apartmentOf.get(inspection.unitKey)?.nationalNumber ?? ''}`.trim(),
        status: INSPECTION_STATUS[inspection.state],
        apartment: relation(inspection.unitKey),
        requested_at: moment(inspection.requestedAt),
        planned_start_time: inspection.plannedAt === null ? null : moment(inspection.plannedAt),
        actual_done_time: inspection.doneAt === null ? null : moment(inspection.doneAt),
        created_at: moment(inspection.requestedAt),
      })),
    inspectionerrandfault: () =>
      here.inspections.flatMap((inspection) =>
        inspection.faults.map((fault) => ({
          id: uuid(fault.key),
          inspection_errand: relation(inspection.key),
          title: fault.title,
          description: fault.description,
          status: fault.fixed ? 1 : 0,
          created_at: moment(fault.createdAt),
        })),
      ),
  });
}

function address(ownerKey: string, place: PostalAddress): Row {
  return {
    id: uuid(`address of ${ownerKey}`),
    street: place.street,
    street_number: place.houseNumber,
    postal_code: place.postalCode,
    city: place.city,
    country: place.country,
    care_of: place.careOf,
    latitude: place.latitude,
    longitude: place.longitude,
  };
}

function hasAddress(unit: Unit): boolean {
  return unit.oddity !== 'null-members';
}

/** `PX_2_ROK` (two rooms and kitchen); half rooms read `PX_1_5_RO`. */
function category(rooms: number | null): string | null {
  if (rooms === null) return null;
  return Number.isInteger(rooms) ? `PX_${rooms}_ROK` : `PX_${Math.floor(rooms)}_5_RO`;
}

function fileObject(file: FileRecord): Readonly<Record<string, string>> {
  return { name: file.name, md5_hash: md5Base64(fileBody(file)), get: `/files/${storedName(file)}` };
}

/** The name that a file's link ends with. */
export function storedName(file: FileRecord): string {
  return `${uuid(file.key)}${file.name.slice(file.name.lastIndexOf('.'))}`;
}

function tradeName(trade: Trade): string {
  return TRADE_NAMES[trade].SE;
}

function relation(key: string): { readonly id: string } {
  return { id: uuid(key) };
}

/** A record's id, made of its key in the portfolio. */
export function uuid(key: string): string {
  return uuidOf(`pigello ${key}`);
}

/** Pigello's samples have no milliseconds. */
function moment(instant: string): string {
  return instant.replace('.000Z', 'Z');
}
