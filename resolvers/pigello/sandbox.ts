import {
  bytes,
  json,
  text,
  type SandboxAnswer,
  type SandboxApp,
  type SandboxRequest,
  type SandboxRoute,
} from '../../src/sandbox/app.js';
import { fileBody, md5Base64 } from '../../src/sandbox/file-body.js';
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
} from '../../src/sandbox/portfolio.js';
import { TRADE_NAMES } from '../../src/sandbox/texts.js';
import type { Truth } from '../../src/sandbox/truth.js';
import { uuidOf } from '../../src/sandbox/uuid.js';

/**
 * Pigello's stand-in. Paths and filters are those of Pigello's "My Pages" guide (steps 1 to 4 and 14 to 19); the headers
 * and the connection's members those of its Accounts reference 2.0.0. Other paths and members, the envelope and the
 * largest page are documented nowhere and assumed.
 */

/** What the stand-in takes as the seven headers' values. */
export const PIGELLO_SANDBOX_CREDENTIALS = {
  customerId: 'sandbox-customer',
  applicationId: 'sandbox-application',
  serviceId: 'sandbox-service',
  serviceVersionId: 'sandbox-service-version',
  clientCt: 'sandbox,mypages,1.0.0',
  clientEntity: 'sandbox-entity',
  clientSecret: 'sandbox-secret',
} as const;

/** How the stand-in behaves where the documents are silent. */
export interface PigelloSandboxOptions {
  /** What a list's rows are wrapped in; default `data`: `{data: [...], meta: {total}}`. `array` gives no total. */
  readonly envelope?: 'data' | 'results' | 'items' | 'array';
}

/** The one content type whose contracts the sandbox has. */
const CONTRACT = 'contracts.apartmentcontract';

/** Describes the stand-in over a portfolio. */
export function createPigelloSandbox(portfolio: Portfolio, options: PigelloSandboxOptions = {}): SandboxApp {
  const rows = project(portfolio);
  const envelope = options.envelope ?? 'data';
  const routes = ENTITIES.flatMap((entity): SandboxRoute[] => [
    {
      method: 'GET',
      path: entity.list,
      handle: (request) => answerList(entity, rows[entity.name], envelope, request),
    },
    {
      method: 'GET',
      path: `${entity.list.replace(/list\/(\{contentType\}\/)?$/, '')}{pk}/`,
      handle: ({ params, origin }) => {
        const row = rows[entity.name].find((candidate) => candidate.id === params['pk']);
        return row === undefined ? error(404) : json(200, withLinks(row, origin));
      },
    },
  ]);
  const files = new Map(portfolio.files.map((file) => [storedName(file), file]));
  return {
    name: 'pigello',
    // Lists first: `list` would fit `{pk}`, too.
    routes: [
      ...routes.filter((route) => !route.path.endsWith('{pk}/')),
      ...routes.filter((route) => route.path.endsWith('{pk}/')),
      {
        method: 'GET',
        path: '/files/{name}',
        open: true,
        handle: ({ params }) => {
          const file = files.get(params['name'] ?? '');
          return file === undefined ? error(404) : bytes(file.contentType, fileBody(file), file.name);
        },
      },
    ],
    credentialHeaders: HEADERS.map(([header]) => header),
    guard,
    error,
  };
}

// Who is asking? ------------------------------------------------------------------------------------------------

const HEADERS: readonly (readonly [header: string, expected: string])[] = [
  ['x-pigello-customer-id', PIGELLO_SANDBOX_CREDENTIALS.customerId],
  ['x-pigello-application-id', PIGELLO_SANDBOX_CREDENTIALS.applicationId],
  ['x-pigello-service-id', PIGELLO_SANDBOX_CREDENTIALS.serviceId],
  ['x-pigello-service-version-id', PIGELLO_SANDBOX_CREDENTIALS.serviceVersionId],
  ['x-pigello-client-ct', PIGELLO_SANDBOX_CREDENTIALS.clientCt],
  ['x-pigello-client-entity', PIGELLO_SANDBOX_CREDENTIALS.clientEntity],
  ['x-pigello-client-secret', PIGELLO_SANDBOX_CREDENTIALS.clientSecret],
];

function guard(request: SandboxRequest): SandboxAnswer | null {
  for (const [header, expected] of HEADERS) {
    const given = request.headers[header];
    if (given === undefined || given === '') {
      return json(401, { detail: `Authentication credentials were not provided: ${header.toUpperCase()}.` });
    }
    if (given !== expected)
      return json(403, { detail: 'You do not have permission to perform this action.' });
  }
  return null;
}

function error(status: number): SandboxAnswer {
  // The target's length is refused by the web server before the application, hence no JSON.
  if (status === 414)
    return text(414, '<html><h1>414 Request-URI Too Large</h1></html>', { 'content-type': 'text/html' });
  if (status === 404) return json(404, { detail: 'Not found.' });
  return json(status, { detail: status === 405 ? 'Method not allowed.' : 'A server error occurred.' });
}

// Which rows are asked for? --------------------------------------------------------------------------------------

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type EntityName = (typeof ENTITIES)[number]['name'];
type Rows = Readonly<Record<EntityName, readonly Row[]>>;

interface Entity {
  readonly name: string;
  readonly list: string;
  /** Filters beside `id__in` and `custom_id__in`, and the relation (or text) each compares. */
  readonly filters: Readonly<Record<string, string>>;
  /** Texts that `_search` looks through. */
  readonly search: readonly string[];
}

const ENTITIES = [
  {
    name: 'building',
    list: '/objects/structural/building/list/',
    filters: { realestate__in: 'realestate' },
    search: ['custom_id', 'name', 'popular_name'],
  },
  {
    name: 'address',
    list: '/common/address/list/',
    filters: {},
    search: ['street', 'postal_code', 'city'],
  },
  {
    name: 'apartment',
    list: '/objects/spaces/spaces/apartment/list/',
    // `tenants` looks through the contracts, ended ones too; the row itself does not show them.
    filters: { tenants: '#tenants', building__in: 'building' },
    search: ['custom_id', 'landlord_custom_id', 'popular_name', 'apartment_id'],
  },
  {
    name: 'apartmentcontract',
    list: '/contracts/apartmentcontract/list/',
    filters: { tenants: 'tenants', apartment__in: 'apartment' },
    search: ['custom_id', 'id_number'],
  },
  {
    name: 'tenant',
    list: '/accounts/users/customer/tenant/list/',
    filters: {},
    search: ['custom_id', 'first_name', 'last_name', 'corporate_name', 'email'],
  },
  {
    name: 'subtenanttenantconnection',
    list: '/accounts/users/customer/subtenanttenantconnection/list/',
    filters: { tenant__in: 'tenant', sub_tenant__in: 'sub_tenant' },
    search: ['custom_id'],
  },
  {
    name: 'signedcontractdocument',
    list: '/contracts/signedcontractdocument/list/{contentType}/',
    filters: { object_id__in: 'object_id' },
    search: ['custom_id'],
  },
  {
    name: 'signabledocument',
    list: '/documents/signing/signabledocument/list/{contentType}/',
    filters: { object_id__in: 'object_id' },
    search: ['name'],
  },
  {
    name: 'generalerrand',
    list: '/errands/generalerrands/reporting/generalerrand/',
    filters: {
      reporter_tenant__in: 'reporter_tenant',
      creator_tenant__in: 'creator_tenant',
      tenant_reviewers__in: 'tenant_reviewers',
      apartment__in: 'apartment',
      building__in: 'building',
    },
    search: ['custom_id', 'id_number', 'title', 'description'],
  },
  {
    name: 'generalerrandfile',
    list: '/errands/generalerrands/reporting/generalerrandfile/',
    filters: { errand__in: 'errand' },
    search: [],
  },
  {
    name: 'inspectionerrand',
    list: '/errands/inspections/reporting/inspectionerrand/',
    filters: { apartment__in: 'apartment' },
    search: ['title'],
  },
  {
    name: 'inspectionerrandfault',
    list: '/errands/inspections/reporting/inspectionerrandfault/',
    filters: { inspection_errand__in: 'inspection_errand' },
    search: ['title', 'description'],
  },
] as const satisfies readonly Entity[];

const MAX_PAGE_SIZE = 500;

function answerList(
  entity: Entity,
  all: readonly Row[],
  envelope: NonNullable<PigelloSandboxOptions['envelope']>,
  request: SandboxRequest,
): SandboxAnswer {
  const contentType = request.params['contentType'];
  if (contentType !== undefined && contentType !== CONTRACT) return error(404);
  const filters: Readonly<Record<string, string>> = {
    id__in: 'id',
    custom_id__in: 'custom_id',
    ...entity.filters,
  };
  const refuse = (field: string, message: string): SandboxAnswer => json(400, { [field]: [message] });

  let rows = all;
  for (const [name, value] of request.query) {
    if (value.trim() === '') return refuse(name, 'This filter may not be empty.');
    const member = filters[name];
    if (member !== undefined) {
      const wanted = new Set(value.split(','));
      rows = rows.filter((row) => idsIn(row[member]).some((id) => wanted.has(id)));
    } else if (name === '_search') {
      rows = rows.filter((row) => contains(row, entity.search, value.toLowerCase()));
    } else if (name === '_order_by') {
      const members = value.split(',');
      const unknown = members.find((field) => all[0] !== undefined && !(field.replace(/^-/, '') in all[0]));
      if (unknown !== undefined) return refuse(name, `Unknown field: ${unknown}.`);
      rows = [...rows].sort((one, other) => compare(one, other, members));
    } else if (name !== '_page' && name !== '_page_size') {
      return refuse(name, 'Unknown filter.');
    }
  }

  const page = request.query.get('_page');
  const size = request.query.get('_page_size');
  if ((page === null) !== (size === null)) {
    return refuse(page === null ? '_page' : '_page_size', '_page must be set together with _page_size.');
  }
  if (page !== null && !/^[1-9]\d*$/.test(page)) return refuse('_page', 'A valid page number is required.');
  if (size !== null && !(/^[1-9]\d*$/.test(size) && Number(size) <= MAX_PAGE_SIZE)) {
    return refuse('_page_size', `Ensure this value is between 1 and ${MAX_PAGE_SIZE}.`);
  }
  // Without paging the first 500 rows come, and nothing says that there are more.
  const limit = size === null ? MAX_PAGE_SIZE : Number(size);
  const start = page === null ? 0 : (Number(page) - 1) * limit;
  const shown = rows.slice(start, start + limit).map((row) => withLinks(row, request.origin));
  return json(200, wrap(envelope, shown, rows.length));
}

function wrap(
  envelope: NonNullable<PigelloSandboxOptions['envelope']>,
  rows: readonly unknown[],
  total: number,
): unknown {
  if (envelope === 'data') return { data: rows, meta: { total } };
  if (envelope === 'results') return { count: total, next: null, previous: null, results: rows };
  return envelope === 'items' ? { items: rows, meta: { count: total } } : rows;
}

/** The ids in a relation, in a list of relations, or the text itself. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value === 'object' && value !== null && 'id' in value) return idsIn(value.id);
  return [];
}

function contains(row: Row, members: readonly string[], wanted: string): boolean {
  return members.some((member) => {
    const value = row[member];
    return typeof value === 'string' && value.toLowerCase().includes(wanted);
  });
}

function compare(one: Row, other: Row, members: readonly string[]): number {
  for (const member of members) {
    const name = member.replace(/^-/, '');
    const left = sortable(one[name]);
    const right = sortable(other[name]);
    if (left !== right) return (left < right ? -1 : 1) * (member.startsWith('-') ? -1 : 1);
  }
  return 0;
}

function sortable(value: unknown): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : '';
}

/** Rows hold file links as paths; an answer makes them whole. */
function withLinks(row: Row, origin: string): unknown {
  const { '#tenants': _hidden, ...shown } = row;
  const complete = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'string'
      ? { ...value, get: `${origin}${value.get}` }
      : value;
  return Object.fromEntries(
    Object.entries(shown).map(([member, value]) => [member, /file$/.test(member) ? complete(value) : value]),
  );
}

// What do the rows say? ------------------------------------------------------------------------------------------

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

function project(portfolio: Portfolio): Rows {
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

  return {
    building: here.buildings.map((building) => ({
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
    address: [
      ...here.buildings.map((building) => address(building.key, building.address)),
      ...apartments.filter(hasAddress).map((unit) => address(unit.key, unit.address)),
      ...tenants.flatMap((person) => (person.address === null ? [] : [address(person.key, person.address)])),
    ],
    apartment: apartments.map((unit) => ({
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
    apartmentcontract: contracts.map((contract) => ({
      id: uuid(contract.key),
      custom_id: contract.reference,
      id_number: String(10_000 + contract.ordinal),
      apartment: { id: uuid(contract.unitKey) },
      // The Accounts reference shows that lists may hold nulls, and relations may be empty objects.
      tenants: [...contract.personKeys.map(relation), ...(contract.oddity === 'null-members' ? [null] : [])],
      landlord: contract.oddity === 'null-members' ? {} : ORGANISATION,
      start_date: contract.startDate,
      initial_end_date: contract.fixedUntil,
      end_date: contract.endDate,
      signed_time: contract.signedOn === null ? null : `${contract.signedOn}T10:00:00Z`,
      cancellation_time: contract.cancelledOn === null ? null : `${contract.cancelledOn}T08:30:00Z`,
      archived: contract.archived,
      created_at: moment(contract.createdAt),
    })),
    tenant: tenants.map((person) => ({
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
    subtenanttenantconnection: here.subTenancies.map((link) => ({
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
    signedcontractdocument: papers
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
    signabledocument: papers
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
    generalerrand: here.issues.map((issue) => ({
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
    generalerrandfile: here.issues
      .flatMap((issue) => filesOf.get(issue.key) ?? [])
      .map((file) => ({
        id: uuid(file.key),
        errand: relation(file.ownerKey),
        file: file.oddity === 'null-members' ? null : fileObject(file),
        created_at: moment(file.createdAt),
      })),
    inspectionerrand: having(here.inspections, 'unitKey', apartments).map((inspection) => ({
      id: uuid(inspection.key),
      title: `${inspection.title} ${apartmentOf.get(inspection.unitKey)?.nationalNumber ?? ''}`.trim(),
      status: INSPECTION_STATUS[inspection.state],
      apartment: relation(inspection.unitKey),
      requested_at: moment(inspection.requestedAt),
      planned_start_time: inspection.plannedAt === null ? null : moment(inspection.plannedAt),
      actual_done_time: inspection.doneAt === null ? null : moment(inspection.doneAt),
      created_at: moment(inspection.requestedAt),
    })),
    inspectionerrandfault: here.inspections.flatMap((inspection) =>
      inspection.faults.map((fault) => ({
        id: uuid(fault.key),
        inspection_errand: relation(inspection.key),
        title: fault.title,
        description: fault.description,
        status: fault.fixed ? 1 : 0,
        created_at: moment(fault.createdAt),
      })),
    ),
  };
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

function storedName(file: FileRecord): string {
  return `${uuid(file.key)}${file.name.slice(file.name.lastIndexOf('.'))}`;
}

function tradeName(trade: Trade): string {
  return TRADE_NAMES[trade].SE;
}

function relation(key: string): { readonly id: string } {
  return { id: uuid(key) };
}

function uuid(key: string): string {
  return uuidOf(`pigello ${key}`);
}

/** Pigello's samples have no milliseconds. */
function moment(instant: string): string {
  return instant.replace('.000Z', 'Z');
}

// What must a gateway find? --------------------------------------------------------------------------------------

/** What Pigello's lists hold for a portfolio: buildings, apartments, tenants, contracts, general errands, files. */
export function pigelloTruth(portfolio: Portfolio): Truth {
  const rows = project(portfolio);
  const one = (value: unknown): string | null => idsIn(value)[0] ?? null;
  const string = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const ids = (list: readonly Row[] | undefined): string[] => (list ?? []).map((row) => row.id);
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
      externalId: string(row['custom_id']),
      name: string(row['name']) ?? string(row['popular_name']),
      active: row['archived'] !== true,
      unitIds: ids(unitsIn.get(row.id)),
      leaseIds: ids(leasesOfBuilding.get(row.id)),
      issueIds: ids(issuesOfBuilding.get(row.id)),
    })),
    units: rows.apartment.map((row) => ({
      id: row.id,
      externalId: string(row['custom_id']),
      number: string(row['apartment_id']),
      buildingId: one(row['building']),
      leaseIds: ids(leasesOfUnit.get(row.id)),
      personIds: [...new Set(idsIn(row['#tenants']))],
      issueIds: ids(issuesOfUnit.get(row.id)),
    })),
    persons: rows.tenant.map((row) => ({
      id: row.id,
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
