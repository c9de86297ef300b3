import { randomBytes } from 'node:crypto';
import { json, type SandboxAnswer, type SandboxRequest } from '../../../src/sandbox/app.js';
import { problem } from './problems.js';

/** What the stand-in takes as client id and secret. */
export const FACILITEE_SANDBOX_CREDENTIALS = {
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
} as const;

/** How tokens live. */
export interface LoginOptions {
  /** Seconds; default 1,800 (002, "Authorization"). */
  readonly tokenLifetime?: number;
  /** The clock that tokens expire by, in milliseconds; default the real one. */
  readonly now?: () => number;
}

/** Hands out tokens and knows them again. */
export interface Login {
  token(request: SandboxRequest): SandboxAnswer;
  guard(request: SandboxRequest): SandboxAnswer | null;
  /** Ends all tokens at once. */
  expireTokens(): void;
}

/** Opens the desk: OAuth 2 client credentials, without refresh tokens. */
export function createLogin(options: LoginOptions = {}): Login {
  const { tokenLifetime = 1800, now = Date.now } = options;
  const expiry = new Map<string, number>();

  return {
    token(request) {
      // The one call that is not JSON (002, "Authorization": `x-www-form-urlencoded`).
      if (!isType(request, 'application/x-www-form-urlencoded')) {
        return problem(request, 400, 'invalid-format', 'The body must be x-www-form-urlencoded.');
      }
      const form = new URLSearchParams(request.body);
      for (const field of ['client_id', 'client_secret', 'scope', 'grant_type']) {
        if (!form.get(field)) return problem(request, 400, 'bad-request', `The field ${field} is required.`);
      }
      if (form.get('grant_type') !== 'client_credentials') {
        return problem(request, 400, 'bad-request', 'The grant_type must be client_credentials.');
      }
      if (form.get('scope') !== 'openid api') {
        return problem(request, 400, 'bad-request', 'The scope must be openid api.');
      }
      const { clientId, clientSecret } = FACILITEE_SANDBOX_CREDENTIALS;
      if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
        return problem(request, 401, 'invalid-credentials', 'The client id or the client secret is wrong.');
      }
      for (const [token, end] of expiry) if (end <= now()) expiry.delete(token);
      const token = jwt('at+jwt', now(), tokenLifetime);
      expiry.set(token, now() + tokenLifetime * 1000);
      return json(200, {
        access_token: token,
        token_type: 'Bearer',
        expires_in: tokenLifetime,
        // `openid api` was asked for, `openid` is granted (002, "Response Format").
        scope: 'openid',
        id_token: jwt('JWT', now(), tokenLifetime),
      });
    },
    guard(request) {
      const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const end = token === undefined ? undefined : expiry.get(token);
      if (end === undefined || end <= now()) {
        // 002, "HTTP Status Code": the text is the same for a token that has expired.
        return problem(request, 401, 'authorization-error', 'The provided API key is wrong.');
      }
      // GETs too, although they have no body (002, "Introduction").
      if (!isType(request, 'application/json')) {
        return problem(
          request,
          400,
          'invalid-format',
          'The header Content-Type: application/json is required.',
        );
      }
      return null;
    },
    expireTokens: () => expiry.clear(),
  };
}

function isType(request: SandboxRequest, type: string): boolean {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === type;
}

/** Looks like a signed token, as the sample in 002 does; nothing is signed. */
function jwt(type: string, issuedAt: number, lifetime: number): string {
  const seconds = Math.floor(issuedAt / 1000);
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = {
    sub: FACILITEE_SANDBOX_CREDENTIALS.clientId,
    client_id: FACILITEE_SANDBOX_CREDENTIALS.clientId,
    aud: 'web',
    scope: 'openid',
    iat: seconds,
    exp: seconds + lifetime,
  };
  return `${encode({ alg: 'HS256', typ: type })}.${encode(claims)}.${randomBytes(32).toString('base64url')}`;
}
