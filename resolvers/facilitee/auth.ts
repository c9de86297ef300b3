import { z } from 'zod';
import {
  RejectedCredentialsError,
  UnexpectedShapeError,
  UnexpectedStatusError,
  type Origin,
} from '../../src/errors.js';
import type { Auth, GuardLogin, Patience, Send } from '../../src/http/client.js';
import { createTokenAuth, type Token } from '../../src/http/token.js';
import { number } from '../../src/wire/fields.js';
import type { FaciliteeSettings } from './config.js';
import { paths } from './paths.js';

/** A minute: the token lives half an hour, and there is no refresh token (docs/facilitee.txt, "Using the API"). */
const early = 60_000;

const answer = z.object({ access_token: z.string().min(1), expires_in: number });

/** OAuth 2 client credentials, exchanged for a bearer token (docs/facilitee.txt, "Authorization"). */
export function createAuth(settings: FaciliteeSettings, origin: Origin, send: Send, guard: GuardLogin): Auth {
  const path = settings.paths.token ?? paths.token.path;
  return createTokenAuth({
    login: (patience) => guard(path, () => login(settings, origin, send, patience)),
    // The document says `token_type access_token`; the scheme is written as RFC 6750 has it, whatever case the type has.
    headers: (token) => ({ authorization: `Bearer ${token}` }),
    early,
  });
}

async function login(
  { credentials, paths: overrides }: FaciliteeSettings,
  origin: Origin,
  send: Send,
  patience: Patience,
): Promise<Token> {
  const path = overrides.token ?? paths.token.path;
  // The one call that is not JSON.
  const body = new URLSearchParams({
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    scope: 'openid api',
    grant_type: 'client_credentials',
  });
  const { body: got, receivedAt } = await send(
    {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    },
    patience,
  ).catch((error: unknown) => {
    // RFC 6749, 5.2: a wrong client may be told by 400 as well as by 401, and only the client varies in this call.
    const refused = error instanceof UnexpectedStatusError && error.status === 400;
    throw refused
      ? new RejectedCredentialsError(origin, `the credentials were refused (400) by POST ${path}`, {
          cause: 400,
        })
      : error;
  });
  const read = answer.safeParse(got);
  if (!read.success) throw new UnexpectedShapeError(origin, `POST ${path} answered without a token`);
  const { access_token: value, expires_in: seconds } = read.data;
  return { value, expiresAt: seconds === null ? null : receivedAt.getTime() + seconds * 1000 };
}
