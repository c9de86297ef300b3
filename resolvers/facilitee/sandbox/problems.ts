import { json, type SandboxAnswer, type SandboxRequest } from '../../../src/sandbox/app.js';

/** Problem types of 002, "Errors". */
type ProblemType =
  | 'entity-not-found'
  | 'authorization-error'
  | 'invalid-format'
  | 'invalid-credentials'
  | 'bad-request'
  | 'error';

/** Problem Details with capitalised keys, as 002 shows them: not the lower-case ones of RFC 9457. */
export function problem(
  request: Pick<SandboxRequest, 'path'>,
  status: number,
  type: ProblemType,
  detail: string,
): SandboxAnswer {
  return json(
    status,
    {
      Type: `/problems/${type}`,
      Title: type === 'entity-not-found' ? 'The requested entity was not found' : TITLES[status],
      Status: status,
      Detail: detail,
      Instance: request.path,
      Extensions: {},
    },
    { 'content-type': 'application/problem+json; charset=utf-8' },
  );
}

/** What the listener refuses: no such route, another method, too long. */
export function refusal(status: number, request: Pick<SandboxRequest, 'method' | 'path'>): SandboxAnswer {
  return problem(request, status, 'error', `${request.method} ${request.path} could not be answered.`);
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  414: 'URI Too Long',
  500: 'Internal Server Error',
};
