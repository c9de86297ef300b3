import { randomUUID } from 'node:crypto';
import { json, parseJson, type SandboxAnswer } from '../../../src/sandbox/app.js';

/** What logins are judged by. */
export interface LoginRules {
  readonly key: string;
  readonly secret: string;
  /** In seconds. */
  readonly lifetime: number;
  now(): number;
}

/** The tokens that have been handed out. Several are good at once: casavi does not revoke the one before. */
export interface Logins {
  /** Answers `POST /authenticate`. */
  answer(body: string): SandboxAnswer;
  /** Whether a header holds a token that is still good. */
  knows(token: unknown): boolean;
  expireAll(): void;
}

/** Opens the register, with nobody logged in. */
export function createLogins(rules: LoginRules): Logins {
  const expiries = new Map<string, number>();
  return {
    answer(body) {
      const login = parseJson(body);
      // `apiKey` and `password` are the older names (004, "Get access token"); an `email` is ignored.
      const key = member(login, 'key') ?? member(login, 'apiKey');
      const secret = member(login, 'secret') ?? member(login, 'password');
      if (key === undefined || secret === undefined)
        return json(400, { message: '"key" and "secret" are required.' });
      if (key !== rules.key || secret !== rules.secret)
        return json(401, { message: 'Key or secret is wrong.' });
      const token = randomUUID();
      const expiry = (Math.floor(rules.now() / 1000) + rules.lifetime) * 1000;
      expiries.set(token, expiry);
      // Seen without milliseconds, although 004 promises them for all dates.
      return json(200, { token, expiresAt: new Date(expiry).toISOString().replace('.000Z', 'Z') });
    },
    knows: (token) => typeof token === 'string' && rules.now() < (expiries.get(token) ?? -Infinity),
    expireAll: () => expiries.clear(),
  };
}

function member(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'string' && found !== '' ? found : undefined;
}
