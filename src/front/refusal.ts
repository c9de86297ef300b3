import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why a request is answered before it comes to GraphQL. The form is that of GraphQL errors, for clients to read. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  /** `extensions` of the error. */
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  // What is still coming is let go by, so that the connection can be used again.
  request.resume();
  response.writeHead(refusal.status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...refusal.headers,
  });
  response.end(toBody(refusal));
}

export function toBody({ message, extensions }: Refusal): string {
  return JSON.stringify({ errors: [{ message, extensions }] });
}
