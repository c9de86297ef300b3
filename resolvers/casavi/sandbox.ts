import {
  bytes,
  json,
  type SandboxAnswer,
  type SandboxApp,
  type SandboxRequest,
} from '../../src/sandbox/app.js';
import { fileBody } from '../../src/sandbox/file-body.js';
import { lookUp, lookUpId, remembered } from '../../src/sandbox/look-up.js';
import type { Portfolio } from '../../src/sandbox/portfolio.js';
import { createLogins } from './sandbox/logins.js';
import { createPager, type Page } from './sandbox/pager.js';
import { attachmentsIn, project, storedName, type Rows } from './sandbox/rows.js';

/**
 * casavi's stand-in. Operations and members: 004 (`casavi`); what 004 lost (contracts, addresses, responsibilities,
 * comments, attachment details, errors) is assumed, and half of the paths are inferred. Writes are not served: 405.
 */

export { casaviTruth, type CasaviTruth } from './sandbox/truth.js';

/** What the stand-in takes as key and secret. */
export const CASAVI_SANDBOX_CREDENTIALS = {
  key: 'sandbox-key',
  secret: 'sandbox-secret',
} as const;

/** How the stand-in behaves where the documents are silent. */
export interface CasaviSandboxOptions {
  /** Number of the first page, everywhere; default 0, as 004 says of units. Its sample of properties shows 1. */
  readonly pageBase?: 0 | 1;
  /** How long a token is good, in seconds; default 30 days. */
  readonly tokenLifetime?: number;
  /** The clock that tokens expire by, in milliseconds; default the machine's. */
  readonly now?: () => number;
  /** Whether links to files open them, or only beside a token; default `open`, since 004 calls them temporary. */
  readonly files?: 'open' | 'closed';
}

/** The stand-in, and a switch for its logins. */
export interface CasaviSandbox extends SandboxApp {
  /** From now on every token that has been handed out is refused. */
  expireTokens(): void;
}

/** Describes the stand-in over a portfolio. */
export function createCasaviSandbox(portfolio: Portfolio, options: CasaviSandboxOptions = {}): CasaviSandbox {
  const logins = createLogins({
    ...CASAVI_SANDBOX_CREDENTIALS,
    lifetime: options.tokenLifetime ?? 30 * 24 * 60 * 60,
    now: options.now ?? Date.now,
  });
  const paged = createPager(options.pageBase ?? 0);
  const attachments = attachmentsIn(portfolio);
  // Made at the first request: only then is the server's address known, which links begin with.
  let made: Rows | undefined;
  const rows = (request: SandboxRequest): Rows => (made ??= project(portfolio, request.origin));

  const list = (all: readonly unknown[], request: SandboxRequest): SandboxAnswer =>
    envelope(paged(all, request.query), (page) => page.rows);
  const get = (path: string, handle: (request: SandboxRequest) => SandboxAnswer) => ({
    method: 'GET',
    path,
    handle,
  });

  return {
    name: 'casavi',
    credentialHeaders: ['token'],
    error: (status) => refuse(status),
    guard: (request) =>
      logins.knows(request.headers['token']) ? null : refuse(401, 'Token is missing, unknown or expired.'),
    expireTokens: logins.expireAll,
    routes: [
      { method: 'POST', path: '/authenticate', open: true, handle: (request) => logins.answer(request.body) },
      get('/properties', (request) => {
        const { properties } = rows(request);
        return envelope(paged(properties, request.query), (page) => ({ count: properties.length, ...page }));
      }),
      get('/properties/{propertyId}', (request) =>
        one(rows(request).properties, request.params['propertyId']),
      ),
      get('/properties/{propertyId}/units', (request) => {
        const { properties, units } = rows(request);
        const property = lookUpId(properties, request.params['propertyId']);
        if (property === undefined) return refuse(404);
        const inactive = request.query.get('includeInactiveContracts') ?? 'false';
        if (inactive !== 'true' && inactive !== 'false')
          return refuse(400, '"includeInactiveContracts" must be a boolean.');
        const inside = lookUp(units, 'propertyId', (unit) => [unit.propertyId], [property.id]);
        const shown = inside.map((unit) => (inactive === 'true' ? unit.complete : unit.row));
        return envelope(paged(shown, request.query), (page) => page);
      }),
      get('/units/{unitId}', (request) => {
        const { units } = rows(request);
        return one(
          remembered(units, 'rows', () => units.map((unit) => unit.row)),
          request.params['unitId'],
        );
      }),
      get('/contacts', (request) => list(rows(request).contacts, request)),
      get('/contacts/{contactId}', (request) => one(rows(request).contacts, request.params['contactId'])),
      get('/staff', (request) => list(rows(request).staff, request)),
      // 004 really calls this one `contactId`.
      get('/staff/{contactId}', (request) => one(rows(request).staff, request.params['contactId'])),
      get('/tickets', (request) => {
        const found = findTickets(rows(request), request.query);
        return typeof found === 'string' ? refuse(400, found) : list(found, request);
      }),
      get('/tickets/{ticketId}', (request) => {
        const ticket = ticketOf(rows(request), request);
        return ticket === undefined ? refuse(404) : json(200, { ...ticket.row, ...ticket.more });
      }),
      get('/tickets/{ticketId}/comments', (request) => {
        const ticket = ticketOf(rows(request), request);
        return ticket === undefined ? refuse(404) : list(ticket.more.comments, request);
      }),
      get('/tickets/{ticketId}/tasks/{taskId}', (request) => {
        const ticket = ticketOf(rows(request), request);
        const task = ticket?.more.tasks.find((candidate) => candidate.id === request.params['taskId']);
        // Only this answer has `comments` (004, changelog 1.5.0).
        return task === undefined ? refuse(404) : json(200, { ...task, comments: [] });
      }),
      get('/documents/{documentId}', (request) => one(rows(request).documents, request.params['documentId'])),
      {
        method: 'GET',
        path: '/files/{name}',
        open: options.files !== 'closed',
        handle: ({ params }) => {
          const [file] = lookUp(attachments, 'name', (each) => [storedName(each)], [params['name'] ?? '']);
          return file === undefined ? refuse(404) : bytes(file.contentType, fileBody(file), file.name);
        },
      },
    ],
  };
}

function envelope(page: Page | null, wrap: (page: Page) => unknown): SandboxAnswer {
  return page === null ? refuse(400, '"page" must be a page number.') : json(200, wrap(page));
}

function one(rows: readonly { readonly id: string }[], id: string | undefined): SandboxAnswer {
  const row = lookUpId(rows, id);
  return row === undefined ? refuse(404) : json(200, row);
}

function ticketOf({ tickets }: Rows, { params }: SandboxRequest): Rows['tickets'][number] | undefined {
  return lookUp(tickets, 'id', ({ row }) => [row.id], [params['ticketId'] ?? ''])[0];
}

const FILTER_STATUSES = ['OPEN', 'CLOSED', 'INPROGRESS', 'POSTPONED'];

/** The rows of the tickets that are asked for, or what is wrong with the question. */
function findTickets(
  { tickets }: Rows,
  query: URLSearchParams,
): readonly Rows['tickets'][number]['row'][] | string {
  const propertyId = query.get('propertyId');
  const unitId = query.get('unitId');
  const date = query.get('date');
  const after = date === null ? -Infinity : Date.parse(date);
  if (Number.isNaN(after)) return '"date" must be a date.';
  const statuses = query.getAll('status');
  // A ticket may be PENDING, but the enum of the filter lacks it (004, "Get list of Tickets").
  if (statuses.some((status) => !FILTER_STATUSES.includes(status)))
    return `"status" must be one of ${FILTER_STATUSES.join(', ')}.`;
  const all = remembered(tickets, 'rows', () => tickets.map((ticket) => ticket.row));
  const inUnit =
    unitId === null
      ? all
      : lookUp(all, 'unitId', (row) => (row.unitId === null ? [] : [row.unitId]), [unitId]);
  const there =
    propertyId === null
      ? inUnit
      : unitId === null
        ? lookUp(all, 'propertyId', (row) => (row.propertyId === null ? [] : [row.propertyId]), [propertyId])
        : inUnit.filter((row) => row.propertyId === propertyId);
  return remembered(there, JSON.stringify([date, statuses]), () =>
    there.filter(
      (row) => (statuses.length === 0 || statuses.includes(row.status)) && Date.parse(row.createdAt) > after,
    ),
  );
}

const MESSAGES: Readonly<Record<number, string>> = {
  404: 'Not found.',
  405: 'Method not allowed.',
  414: 'The address is too long.',
};

function refuse(status: number, message = MESSAGES[status] ?? 'Something went wrong.'): SandboxAnswer {
  return json(status, { message });
}
