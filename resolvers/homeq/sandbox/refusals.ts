import { randomUUID } from 'node:crypto';
import { json, text, type SandboxAnswer } from '../../../src/sandbox/app.js';

/** An error as HomeQ words it: `{error, description, correlation_id}`. */
export function refuse(status: number, error: string, description: string): SandboxAnswer {
  return json(status, { correlation_id: randomUUID(), description, error });
}

/** 412 for a parameter. The document has codes for bodies only, so this one is assumed. */
export function refuseParameter(description: string): SandboxAnswer {
  return refuse(412, 'InvalidParameter', description);
}

/** No such record, or one that is not the caller's. The code is assumed. */
export function notFound(what: string): SandboxAnswer {
  return refuse(404, 'NotFound', `Could not find the requested ${what}.`);
}

/** What the server refuses before any endpoint has been reached. */
export function refuseOutright(status: number): SandboxAnswer {
  // The target's length is refused by the web server before the application, hence no JSON.
  if (status === 414)
    return text(414, '<html><h1>414 Request-URI Too Large</h1></html>', { 'content-type': 'text/html' });
  if (status === 404) return refuse(404, 'NotFound', 'There is no such endpoint.');
  if (status === 405) return refuse(405, 'MethodNotAllowed', 'The endpoint does not take this method.');
  return refuse(status, 'InternalServerError', 'Something went wrong.');
}
