import {
  RejectedCredentialsError,
  UnexpectedShapeError,
  UnexpectedStatusError,
  type Origin,
} from '../../src/errors.js';
import type { Auth, GuardLogin, Send } from '../../src/http/client.js';
import type { Patience } from '../../src/http/patience.js';
import { createTokenAuth, type Token } from '../../src/http/token.js';
import { pathOf, type HomeqSettings } from './config.js';
import { login, tokenPayload } from './wire.js';

/** A token is renewed this long before its end: the call that carries it needs its time, and clocks differ. */
const early = 30_000;

/** A login for a token that every call carries as `Authorization: JWT …`, not `Bearer` (docs/homeq.txt). */
export function createAuth(settings: HomeqSettings, origin: Origin, send: Send, guard: GuardLogin): Auth {
  const path = pathOf(settings, 'login');
  const { username, password, twoFactorToken, deviceToken } = settings.credentials;
  // Members that were not given are undefined, and JSON leaves those out.
  const body = JSON.stringify({
    username,
    password,
    two_factor_token: twoFactorToken,
    device_token: deviceToken,
  });
  const logIn = async (patience: Patience): Promise<Token> => {
    const answer = await send(
      { method: 'POST', path, headers: { 'content-type': 'application/json' }, body },
      patience,
    ).catch((error: unknown) => {
      throw refusal(settings, origin, error);
    });
    const read = login.safeParse(answer.body);
    if (!read.success) throw new UnexpectedShapeError(origin, `POST ${path} answered without a token`);
    const { clockSkew } = answer;
    return { value: read.data.token, expiresAt: expiryOf(read.data.token), clockSkew };
  };
  return createTokenAuth({
    login: (patience) => guard(path, () => logIn(patience)),
    headers: (token) => ({ authorization: `JWT ${token}` }),
    early,
  });
}

/**
 * What to do about a refused login, by its status: the body would say it in a word, but bodies are not read
 * (docs/homeq.txt, table of codes under "fetch a JWT token").
 */
function refusal({ credentials }: HomeqSettings, origin: Origin, error: unknown): unknown {
  const status = error instanceof UnexpectedStatusError ? error.status : null;
  const cure = (text: string): Error =>
    new RejectedCredentialsError(origin, `the login was refused ${text}`, { cause: status ?? 403 });
  if (error instanceof RejectedCredentialsError && error.cause === 403) {
    return cure(
      '(403): check credentials.username (HOMEQ_USERNAME) and credentials.password (HOMEQ_PASSWORD)',
    );
  }
  if (status === 409) {
    return cure('(409): the account has no right profile; give it one in the landlord portal');
  }
  if (status === 412) {
    const state = (given: string | undefined): string => (given === undefined ? 'missing' : 'set');
    return cure(
      '(412): an account with two factor authentication needs credentials.twoFactorToken (HOMEQ_TWO_FACTOR_TOKEN, ' +
        `${state(credentials.twoFactorToken)}), one that is bound to devices credentials.deviceToken ` +
        `(HOMEQ_DEVICE_TOKEN, ${state(credentials.deviceToken)}) of a registered device`,
    );
  }
  return error;
}

/**
 * When a token ends: the document does not say how long one lives, but a JWT may name its end itself. `null` where it does
 * not.
 */
export function expiryOf(token: string): number | null {
  const [, payload = ''] = token.split('.');
  try {
    const read = tokenPayload.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return read.success && read.data.exp !== null ? read.data.exp * 1000 : null;
  } catch {
    return null;
  }
}
