import { z } from 'zod';
import { scopes, type Scope } from './caller.js';
import { apiKeyHash } from './api-keys.js';

/** The member `auth` of a configuration file: who may ask, and what each caller may see. */

const scope = z.enum(Object.keys(scopes) as [Scope, ...Scope[]], {
  error: `is no scope; there are ${Object.keys(scopes).join(', ')}`,
});

const sources = z
  .union([z.literal('*'), z.array(z.string()).min(1, 'is empty; name a source, or "*" for all')], {
    error: 'must be "*" for all sources, or a list of the ids of sources',
  })
  .describe('The sources that exist for the caller: a list of their ids, or `"*"` for all.');

const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be letters, digits, dots, hyphens and underscores');

const apiKey = z.strictObject({
  id: name.describe('Names the caller in logs, metrics and limits.'),
  hash: z
    .string()
    .regex(apiKeyHash, 'must be `sha256:` and 64 hexadecimal digits; `gatehouse hash-key` prints it')
    .describe('Digest of the key, as `gatehouse hash-key` prints it. The key itself stands nowhere.'),
  sources,
  scopes: z
    .array(scope)
    .default([])
    .describe('What the caller may see beyond plain records; see [access](access.md).'),
  expires: z.iso
    .datetime({ offset: true, error: 'must be a moment such as 2027-01-01T00:00:00Z' })
    .optional()
    .describe('When the key ends, e.g. `2027-01-01T00:00:00Z`; never, if left out.'),
});

/** Asymmetric ones only: whoever can check a token must not be able to make one. */
export const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

const issuer = z
  .strictObject({
    issuer: z.string().min(1).describe('The claim `iss` that tokens must have.'),
    audience: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .describe('The claim `aud` that tokens must have; of a list, one of them.'),
    jwksUrl: z
      .string()
      .refine(isSafeUrl, 'must be an https URL; plain http is accepted for loopback only')
      .optional()
      .describe('Where the issuer publishes its keys (JWKS). Fetched when needed, kept for ten minutes.'),
    keys: z
      .array(z.looseObject({ kty: z.enum(['RSA', 'EC', 'OKP'], { error: 'must be RSA, EC or OKP' }) }))
      .min(1)
      .optional()
      .describe('The public keys themselves, as JWKs, in place of `jwksUrl`.'),
    algorithms: z
      .array(z.enum(algorithms, { error: `must be one of ${algorithms.join(', ')}` }))
      .min(1)
      .default(['RS256', 'ES256'])
      .describe('Signature algorithms that are accepted; asymmetric ones only.'),
    clockTolerance: z
      .int()
      .min(0)
      .max(300)
      .default(5)
      .describe('Seconds that the clocks of issuer and gateway may differ.'),
    callerClaim: z
      .string()
      .min(1)
      .default('sub')
      .describe(
        'The claim that names the caller. Logs and metrics have a digest of it, since it may be personal.',
      ),
    scopesClaim: z
      .string()
      .min(1)
      .default('scope')
      .describe(
        'The claim that holds the scopes: text with blanks between them, or a list. Unknown ones are passed over.',
      ),
    scopePrefix: z
      .string()
      .default('')
      .describe('What stands before each scope in that claim, e.g. `gatehouse:`.'),
    scopes: z
      .array(scope)
      .default([])
      .describe(
        'Scopes that tokens of this issuer can grant at most; what is not named here no token grants.',
      ),
    sourcesClaim: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The claim that holds the ids of sources, like that of the scopes; a token without it sees none.',
      ),
    sources: sources.describe(
      'The sources that tokens of this issuer can show at most: a list of ids, or `"*"`.',
    ),
  })
  .refine((each) => (each.jwksUrl === undefined) !== (each.keys === undefined), {
    error: 'needs one of `jwksUrl` and `keys`, and not both',
    path: ['jwksUrl'],
  })
  .refine(({ keys }) => keys?.every((key) => !('d' in key) && !('k' in key)) !== false, {
    error: 'holds a private or a shared key; give public keys only',
    path: ['keys'],
  });

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' ||
    (protocol === 'http:' && /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname))
  );
}

export const authSettings = z
  .strictObject({
    apiKeys: z.array(apiKey).default([]).describe('Callers with a key of their own.'),
    jwt: z.array(issuer).default([]).describe('Issuers whose tokens (JWT, RFC 7519) are accepted.'),
  })
  .refine(({ apiKeys, jwt }) => apiKeys.length + jwt.length > 0, {
    error: 'names nobody; add an entry to `apiKeys` or `jwt`',
  })
  .superRefine(({ apiKeys, jwt }, context) => {
    for (const [index, { id, hash }] of apiKeys.entries()) {
      const isTaken = apiKeys.slice(0, index).some((other) => other.id === id || other.hash === hash);
      if (isTaken)
        context.addIssue({
          code: 'custom',
          message: 'has the id or the hash of another key; each caller has its own',
          path: ['apiKeys', index],
        });
    }
    for (const [index, each] of jwt.entries()) {
      if (jwt.slice(0, index).some((other) => other.issuer === each.issuer))
        context.addIssue({
          code: 'custom',
          message: 'is named twice; put all of it into one entry',
          path: ['jwt', index, 'issuer'],
        });
    }
  });

export type AuthSettings = z.output<typeof authSettings>;
export type IssuerSettings = AuthSettings['jwt'][number];
