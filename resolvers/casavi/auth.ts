import { z } from 'zod';
import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { Auth, GuardLogin, Send } from '../../src/http/client.js';
import type { Patience } from '../../src/http/patience.js';
import { createTokenAuth, type Token } from '../../src/http/token.js';
import { text } from '../../src/wire/fields.js';
import { toDateTime } from '../../src/wire/time.js';
import type { CasaviSettings } from './config.js';
import { paths } from './paths.js';

/**
 * Key and secret are exchanged for a token, which goes into the header `token` (docs/casavi.txt, "Authentication").
 * "Refresh access token" is left alone: it wants the old token and an `apiKey`, and public material says that there is
 * no such thing. Logging in again always works.
 */
export function createAuth(settings: CasaviSettings, origin: Origin, send: Send, guard: GuardLogin): Auth {
  const path = settings.paths.authenticate ?? paths.authenticate.path;
  return createTokenAuth({
    early: 60_000,
    headers: (token) => ({ token }),
    login: (patience) => guard(path, () => login(patience)),
  });

  async function login(patience: Patience): Promise<Token> {
    const { key, secret } = settings.credentials;
    const { body, clockSkew } = await send(
      {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, secret }),
      },
      patience,
    );
    const answer = z.object({ token: z.string().min(1), expiresAt: text }).safeParse(body);
    if (!answer.success) throw new UnexpectedShapeError(origin, `POST ${path} answered no token`);
    // "Dates are always in ISO 8601 format … in UTC"; seen without milliseconds, too.
    const expiresAt = toDateTime(answer.data.expiresAt, 'UTC');
    return {
      value: answer.data.token,
      expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
      clockSkew,
    };
  }
}
