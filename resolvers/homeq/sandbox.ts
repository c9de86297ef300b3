import {
  json,
  stored,
  type SandboxAnswer,
  type SandboxApp,
  type SandboxRequest,
  type SandboxRoute,
} from '../../src/sandbox/app.js';
import { fileBody } from '../../src/sandbox/file-body.js';
import { lookUp, lookUpId, remembered } from '../../src/sandbox/look-up.js';
import type { Portfolio } from '../../src/sandbox/portfolio.js';
import { HOMEQ_PATHS } from './paths.js';
import { answerInventory } from './sandbox/inventory.js';
import { createLogins } from './sandbox/logins.js';
import { numberOf, problemWith, type Form } from './sandbox/parameters.js';
import { notFound, refuseOutright, refuseParameter } from './sandbox/refusals.js';
import { project, type Rows } from './sandbox/rows.js';

/**
 * HomeQ's stand-in. Operations and members: 003 (`homeq`); links that 003 lost, the form of `total` and the limits of
 * pages are assumed, and so are most paths: they come from the gateway's own table, trailing slashes included. Writes are
 * not served: 405.
 */

export { homeqTruth, type HomeqTruth } from './sandbox/truth.js';

/** What the stand-in takes as user name and password. */
export const HOMEQ_SANDBOX_CREDENTIALS = {
  username: 'api@nordhem.example',
  password: 'sandbox-password',
} as const;

/** How the stand-in behaves where the documents leave a choice. */
export interface HomeqSandboxOptions {
  /** How the inventory's `total` reads; default `text`: `"123,"`, as in 003's sample. */
  readonly total?: 'text' | 'number';
  /** The account has two factor authentication, and this is the token that it takes. */
  readonly twoFactorToken?: string;
  /** The account must log in from a registered device, and this is the token that it takes. */
  readonly deviceToken?: string;
  /** How long a token is good, in whole seconds; default a day. 003 does not say. */
  readonly tokenLifetimeSeconds?: number;
  /** The clock that tokens expire by, in milliseconds; default the machine's. */
  readonly now?: () => number;
}

/** The stand-in, and a switch for its logins. */
export interface HomeqSandbox extends SandboxApp {
  /** From now on every token that has been handed out is refused. */
  expireTokens(): void;
}

/** Agreements come 20 to a page, and nobody can ask for more. */
const AGREEMENTS_PAGE = 20;

/** Describes the stand-in over a portfolio. */
export function createHomeqSandbox(portfolio: Portfolio, options: HomeqSandboxOptions = {}): HomeqSandbox {
  const logins = createLogins({
    ...HOMEQ_SANDBOX_CREDENTIALS,
    twoFactorToken: options.twoFactorToken,
    deviceToken: options.deviceToken,
    lifetimeSeconds: options.tokenLifetimeSeconds ?? 24 * 60 * 60,
    now: options.now ?? Date.now,
  });
  // Made at the first request: only then is the server's address known, which links begin with.
  let made: Rows | undefined;
  const rows = (request: SandboxRequest): Rows => (made ??= project(portfolio, request.origin));

  return {
    name: 'homeq',
    guard: logins.guard,
    error: refuseOutright,
    expireTokens: logins.expireAll,
    routes: [
      {
        method: 'POST',
        path: HOMEQ_PATHS.login.path,
        open: true,
        handle: (request) => logins.login(request, rows(request).account),
      },
      {
        method: 'POST',
        path: HOMEQ_PATHS.verify.path,
        open: true,
        handle: (request) => logins.verify(request, rows(request).account),
      },
      {
        method: 'GET',
        path: HOMEQ_PATHS.inventory.path,
        handle: (request) => answerInventory(rows(request).entries, request.query, options.total ?? 'text'),
      },
      {
        // "It can be called without credentials to load the public information about the estate." Wrong ones are refused.
        ...get(HOMEQ_PATHS.estate.path, {}, (request) => {
          const anonymous = request.headers.authorization === undefined;
          const refusal = anonymous ? null : logins.guard(request);
          if (refusal !== null) return refusal;
          const estate = lookUpId(rows(request).estates, request.params['id']);
          return estate === undefined ? notFound('estate') : json(200, anonymous ? estate.open : estate.full);
        }),
        open: true,
      },
      get(HOMEQ_PATHS.apartment.path, {}, (request) => {
        const apartment = lookUpId(rows(request).apartments, request.params['id']);
        return apartment === undefined ? notFound('apartment') : json(200, apartment.detail);
      }),
      get(HOMEQ_PATHS.agreements.path, AGREEMENT_PARAMETERS, (request) =>
        answerAgreements(rows(request).agreements, request.query),
      ),
      get(HOMEQ_PATHS.employees.path, {}, (request) => {
        const { employees } = rows(request);
        return json(200, { employees: employees.filter(({ selected }) => selected).map(({ row }) => row) });
      }),
      get(HOMEQ_PATHS.employee.path, {}, (request) => {
        const id = request.params['employee_id'];
        const employee = rows(request).employees.find(({ row }) => String(row.id) === id);
        // One employee, in a list.
        return employee === undefined ? notFound('employee') : json(200, { employees: [employee.detail] });
      }),
      get(HOMEQ_PATHS.offices.path, { mode: ['default', 'manage'], office_id: 'integer' }, (request) => {
        if (!request.query.has('mode')) return refuseParameter('"mode" is required.');
        const id = numberOf(request.query, 'office_id');
        // A bare array. The account sees all offices, so that both modes show the same.
        return json(
          200,
          rows(request).offices.filter((office) => id === null || office.id === id),
        );
      }),
      get(HOMEQ_PATHS.company.path, {}, (request) => json(200, rows(request).company)),
      {
        method: 'GET',
        path: '/files/{name}',
        open: true,
        handle: (request) => {
          const file = rows(request).files.get(request.params['name'] ?? '');
          return file === undefined
            ? notFound('file')
            : stored(request, file.contentType, fileBody(file), file.name);
        },
      },
    ],
  };
}

/** A reading route that takes these parameters only. */
function get(
  path: string,
  parameters: Readonly<Record<string, Form>>,
  handle: (request: SandboxRequest) => SandboxAnswer,
): SandboxRoute {
  return {
    method: 'GET',
    path,
    handle: (request) => {
      const problem = problemWith(request.query, parameters);
      return problem === null ? handle(request) : refuseParameter(problem);
    },
  };
}

const AGREEMENT_PARAMETERS: Readonly<Record<string, Form>> = {
  page: 'integer',
  apartment_id: 'integer',
  signed_after: 'date',
  rental_id: 'integer',
};

function answerAgreements(all: Rows['agreements'], query: URLSearchParams): SandboxAnswer {
  const page = numberOf(query, 'page') ?? 1;
  if (page < 1) return refuseParameter('"page" must be 1 or more.');
  const apartment = numberOf(query, 'apartment_id');
  const rental = numberOf(query, 'rental_id');
  const signedAfter = query.get('signed_after');
  const some =
    apartment === null
      ? all
      : lookUp(all, 'apartment', ({ row }) => [String(row.apartment_id)], [String(apartment)]);
  const found = remembered(some, JSON.stringify([rental, signedAfter]), () =>
    some.filter(
      ({ row, rentalId }) =>
        (rental === null || rentalId === rental) &&
        (signedAfter === null || (row.sign_date !== null && row.sign_date > signedAfter)),
    ),
  );
  const start = (page - 1) * AGREEMENTS_PAGE;
  return json(200, {
    results: found.slice(start, start + AGREEMENTS_PAGE).map(({ row }) => row),
    total: found.length,
  });
}
