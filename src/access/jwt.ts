import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { fetch } from 'undici';
import type { Caller, Scope } from './caller.js';
import { UnauthenticatedError } from '../errors.js';
import type { IssuerSettings } from './settings.js';

/** Checks tokens: which issuer, whose signature, for whom and until when. */
export interface TokenCheck {
  /** @throws UnauthenticatedError */
  check(token: string): Promise<Caller>;
}

/** Characters of a token at most; one with many scopes has a tenth of it. */
const longestToken = 8_192;

export function createTokenCheck(issuers: readonly IssuerSettings[]): TokenCheck {
  const byName = new Map(issuers.map((each) => [each.issuer, { settings: each, keys: keysOf(each) }]));
  return {
    async check(token) {
      const issuer = byName.get(issuerOf(token) ?? '');
      if (issuer === undefined)
        throw new UnauthenticatedError('The token is of no issuer that is known here.');
      const { settings, keys } = issuer;
      const verified = await jwtVerify(token, keys, {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms: settings.algorithms,
        clockTolerance: settings.clockTolerance,
        requiredClaims: ['exp', settings.callerClaim],
      }).catch((error: unknown) => {
        throw toUnauthenticated(error);
      });
      return toCaller(verified.payload, settings);
    },
  };
}

/** Whose token it says it is; nothing is proven by that. */
function issuerOf(token: string): string | undefined {
  if (token.length > longestToken) throw new UnauthenticatedError('The token is too long.');
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new UnauthenticatedError('The token is no JWT.');
  }
}

function keysOf({ jwksUrl, keys }: IssuerSettings): JWTVerifyGetKey {
  if (jwksUrl === undefined) return createLocalJWKSet({ keys: keys ?? [] });
  const remote = createRemoteJWKSet(new URL(jwksUrl), {
    [customFetch]: fetchKeys,
    timeoutDuration: longestFetch,
  });
  /** `performance.now()` before which an issuer that could not be asked is not asked again. */
  let restsUntil = 0;
  return async (header, token) => {
    const isResting = performance.now() < restsUntil;
    const known = remote.jwks();
    // Whoever sends tokens of an issuer that hangs must not be able to make everybody wait.
    if (isResting && known === undefined) throw new TypeError('the keys could not be had a moment ago');
    if (isResting && known !== undefined) return createLocalJWKSet(known)(header, token);
    try {
      return await remote(header, token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      restsUntil = performance.now() + restAfterFailure;
      // An issuer that is down does not lock everybody out: the keys that were fetched last serve on.
      const last = remote.jwks();
      if (last === undefined) throw error;
      return createLocalJWKSet(last)(header, token);
    }
  };
}

/** Milliseconds for the keys to come, and for which an issuer is left alone that did not give them. */
const longestFetch = 3_000;
const restAfterFailure = 10_000;

/** Keys come from the place that was configured, and from nowhere that it might lead to. */
async function fetchKeys(url: string, options: { signal: AbortSignal }): Promise<Response> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: options.signal,
    headers: { accept: 'application/json' },
  });
  return response as unknown as Response;
}

/** Whether the token is at fault, and not the way to the keys. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    // Said of answers of the issuer that are no key set.
    error.code !== 'ERR_JOSE_GENERIC' &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid)
  );
}

function toUnauthenticated(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return new UnauthenticatedError('The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new UnauthenticatedError(`The token's claim \`${error.claim}\` is not as it must be.`);
  if (isOfToken(error))
    return new UnauthenticatedError('The token is not signed by a key and an algorithm that are accepted.');
  return new UnauthenticatedError('The keys that tokens are checked with cannot be had at the moment.', {
    isOurs: true,
  });
}

function toCaller(payload: JWTPayload, settings: IssuerSettings): Caller {
  const name = payload[settings.callerClaim];
  if ((typeof name !== 'string' && typeof name !== 'number') || name === '')
    throw new UnauthenticatedError(`The token's claim \`${settings.callerClaim}\` names nobody.`);
  const prefix = settings.scopePrefix;
  const granted = wordsOf(payload[settings.scopesClaim]).flatMap((word) =>
    word.startsWith(prefix) ? [word.slice(prefix.length)] : [],
  );
  return {
    id: `jwt:${digest(`${settings.issuer} ${name}`)}`,
    scopes: new Set(settings.scopes.filter((scope: Scope) => granted.includes(scope))),
    sources: sourcesOf(payload, settings),
  };
}

function sourcesOf(
  payload: JWTPayload,
  { sources, sourcesClaim }: IssuerSettings,
): ReadonlySet<string> | null {
  if (sourcesClaim === undefined) return sources === '*' ? null : new Set(sources);
  const named = wordsOf(payload[sourcesClaim]);
  return new Set(sources === '*' ? named : named.filter((id) => sources.includes(id)));
}

/** Words of a claim: text with blanks between them (RFC 8693, 4.2), or a list. */
function wordsOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return claim.split(' ').filter((word) => word !== '');
  return Array.isArray(claim) ? claim.filter((word): word is string => typeof word === 'string') : [];
}

/** Who a caller is may be personal, such as an e-mail address: logs tell one from another by this. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
