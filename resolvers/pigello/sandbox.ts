import {
  json,
  stored,
  text,
  type SandboxAnswer,
  type SandboxApp,
  type SandboxRequest,
  type SandboxRoute,
} from '../../src/sandbox/app.js';
import { fileBody } from '../../src/sandbox/file-body.js';
import { lookUp, lookUpId } from '../../src/sandbox/look-up.js';
import type { Portfolio } from '../../src/sandbox/portfolio.js';
import { ENTITIES } from './sandbox/entities.js';
import { answerList, withLinks, type Envelope, type ListForm, type Ordering } from './sandbox/lists.js';
import { project, storedName } from './sandbox/rows.js';

export { pigelloTruth } from './sandbox/truth.js';

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
  readonly envelope?: Envelope;
  /** Whether lists come in the order that `_order_by` names; default `kept`. */
  readonly ordering?: Ordering;
}

/** Describes the stand-in over a portfolio. */
export function createPigelloSandbox(portfolio: Portfolio, options: PigelloSandboxOptions = {}): SandboxApp {
  const rows = project(portfolio);
  const form: ListForm = { envelope: options.envelope ?? 'data', ordering: options.ordering ?? 'kept' };
  const routes = ENTITIES.flatMap((entity): SandboxRoute[] => [
    {
      method: 'GET',
      path: entity.list,
      handle: (request) => answerList(entity, rows[entity.name], form, request),
    },
    {
      method: 'GET',
      path: `${entity.list.replace(/list\/(\{contentType\}\/)?$/, '')}{pk}/`,
      handle: ({ params, origin }) => {
        const row = lookUpId(rows[entity.name], params['pk']);
        return row === undefined ? error(404) : json(200, withLinks(row, origin));
      },
    },
  ]);
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
        handle: (request) => {
          const [file] = lookUp(portfolio.files, 'pigello', (each) => [storedName(each)], [
            request.params['name'] ?? '',
          ]);
          return file === undefined
            ? error(404)
            : stored(request, file.contentType, fileBody(file), file.name);
        },
      },
    ],
    credentialHeaders: HEADERS.map(([header]) => header),
    guard,
    error,
  };
}

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
