import { canBeApiKey, hashApiKey } from './api-keys.js';
import { everybody, type Caller } from './caller.js';
import { createTokenCheck } from './jwt.js';
import type { AuthSettings } from './settings.js';
import { UnauthenticatedError } from '../errors.js';

/**
 * Finds out who sent a request, by what its headers prove.
 *
 * @throws UnauthenticatedError
 */
export type Authenticate = (headers: Headers) => Promise<Caller>;

export interface AuthenticateOptions {
  /** Whether a request that proves nothing is anybody's, who may see everything: in development. */
  readonly isOpen: boolean;
}

/** @param settings `null` where nobody is named: the gateway is open, or nobody may ask */
export function createAuthenticate(
  settings: AuthSettings | null,
  { isOpen }: AuthenticateOptions,
): Authenticate {
  const keys = new Map(
    (settings?.apiKeys ?? []).map((each) => [
      each.hash,
      {
        caller: { id: each.id, scopes: new Set(each.scopes), sources: toSet(each.sources) } satisfies Caller,
        ends: each.expires === undefined ? Infinity : Date.parse(each.expires),
      },
    ]),
  );
  const tokens = createTokenCheck(settings?.jwt ?? []);

  return async (headers) => {
    const given = readCredential(headers);
    if (given === null || settings === null) {
      if (isOpen) return everybody;
      throw new UnauthenticatedError(
        'Say who asks: send `Authorization: Bearer` with an API key or a token.',
      );
    }
    // A JWT has three parts with dots between them; a key has none.
    if (given.includes('.')) return tokens.check(given);
    // The digest of what was sent is looked up: how long that takes tells nothing of any key.
    const key = canBeApiKey(given) ? keys.get(hashApiKey(given)) : undefined;
    if (key === undefined) throw new UnauthenticatedError('The API key is not known here.');
    if (Date.now() >= key.ends) throw new UnauthenticatedError('The API key has expired.');
    return key.caller;
  };
}

function toSet(sources: '*' | readonly string[]): ReadonlySet<string> | null {
  return sources === '*' ? null : new Set(sources);
}

/** What stands in `Authorization: Bearer` or in `X-API-Key`; `null` where neither was sent. */
function readCredential(headers: Headers): string | null {
  const authorization = headers.get('authorization');
  const apiKey = headers.get('x-api-key');
  if (authorization !== null && apiKey !== null)
    throw new UnauthenticatedError('Send one of `Authorization` and `X-API-Key`, and not both.');
  if (authorization === null) return apiKey;
  const [, token] = /^bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization.trim()) ?? [];
  if (token === undefined)
    throw new UnauthenticatedError('`Authorization` must be `Bearer`, a blank, and an API key or a token.');
  return token;
}
