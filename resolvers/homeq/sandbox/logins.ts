import { createHmac, randomBytes } from 'node:crypto';
import { json, parseJson, type SandboxAnswer, type SandboxRequest } from '../../../src/sandbox/app.js';
import { refuse } from './refusals.js';

/** What logins are judged by. */
export interface LoginRules {
  readonly username: string;
  readonly password: string;
  /** If given, an account with two factor authentication. */
  readonly twoFactorToken: string | undefined;
  /** If given, an account that must log in from a registered device. */
  readonly deviceToken: string | undefined;
  readonly lifetimeSeconds: number;
  now(): number;
}

/** The tokens that have been handed out. */
export interface Logins {
  /** Answers a login: the token, and `owner` around it. */
  login(request: SandboxRequest, owner: object): SandboxAnswer;
  /** Answers a token that wants to know whether it is still good: the same as a login. */
  verify(request: SandboxRequest, owner: object): SandboxAnswer;
  /** Refuses a request whose `Authorization` is not `JWT` and a token that is still good. */
  guard(request: SandboxRequest): SandboxAnswer | null;
  expireAll(): void;
}

/** Opens the register, with nobody logged in. */
export function createLogins(rules: LoginRules): Logins {
  const secret = randomBytes(32);
  const expiries = new Map<string, number>();
  let serial = 0;

  const issue = (): string => {
    const seconds = Math.floor(rules.now() / 1000);
    const expiry = seconds + rules.lifetimeSeconds;
    const payload = { username: rules.username, iat: seconds, exp: expiry, jti: ++serial };
    const parts = [{ typ: 'JWT', alg: 'HS256' }, payload];
    const head = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const token = `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
    expiries.set(token, expiry * 1000);
    return token;
  };
  /** Descriptions as in the document's table of 401s. */
  const judge = (token: string | undefined): SandboxAnswer | null => {
    if (token === undefined) return unauthorized('Please provide a token');
    const expiry = expiries.get(token);
    if (expiry === undefined) return unauthorized('Could not decode JWT token');
    return rules.now() < expiry ? null : unauthorized('Signature of the token is expired');
  };

  return {
    login({ body }, owner) {
      const given = parseJson(body);
      const username = member(given, 'username');
      const password = member(given, 'password');
      const totp = member(given, 'two_factor_token');
      const device = member(given, 'device_token');
      if (username === undefined) return refuse(412, 'UsernameMissing', 'Please provide a username.');
      if (password === undefined) return refuse(412, 'PasswordMissing', 'Please provide a password.');
      if (username !== rules.username || password !== rules.password)
        return refuse(403, 'PermissionDenied', 'Please provide correct username and password');
      if (rules.twoFactorToken !== undefined && totp !== rules.twoFactorToken) {
        return totp === undefined
          ? refuse(412, 'MissingTotpToken', 'You require a two_factor_token in order to log in.')
          : refuse(412, 'InvalidTotpToken', 'The two factor token that you provided is not correct.');
      }
      if (rules.deviceToken !== undefined && device !== rules.deviceToken) {
        // A device token that is not known would be registered now, which takes a checkin token.
        return device === undefined
          ? refuse(412, 'MissingDeviceToken', 'You need to provide a device token in order to log in.')
          : refuse(412, 'MissingCheckinToken', 'To register device token you need to provide checkin token.');
      }
      return json(200, { ...owner, token: issue() });
    },
    verify({ body }, owner) {
      const token = member(parseJson(body), 'token');
      return judge(token) ?? json(200, { ...owner, token });
    },
    // A bearer token is no token to HomeQ.
    guard: ({ headers }) => judge(/^JWT (.+)$/.exec(headers.authorization ?? '')?.[1]),
    expireAll() {
      for (const token of expiries.keys()) expiries.set(token, -Infinity);
    },
  };
}

function unauthorized(description: string): SandboxAnswer {
  return refuse(401, 'Unauthorized', description);
}

function member(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'string' && found !== '' ? found : undefined;
}
