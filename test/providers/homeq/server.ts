import { settings, type HomeqSettings } from '../../../resolvers/homeq/config.js';
import { createCallLog, type CallLog } from '../../../src/http/call-log.js';
import type { ApiCall, SourceClient } from '../../../src/http/client.js';
import { createSession, type Session } from '../../../src/http/session.js';

/** HomeQ as a function of what is asked, for what the stand-in does not do: odd answers, and lists of any length. */
export interface FakeHomeq {
  /** A new operation. */
  open(): Operation;
  /** The query strings that were asked, in order. */
  readonly asked: Readonly<Record<string, string>>[];
}

export interface Operation {
  readonly session: Session;
  readonly calls: CallLog['calls'];
}

export type Query = Readonly<Record<string, string>>;

export function fakeHomeq(answer: (path: string, query: Query) => unknown): FakeHomeq {
  const asked: Query[] = [];
  const queryOf = ({ query = {} }: ApiCall): Query =>
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const client: Pick<SourceClient, 'origin' | 'request'> = {
    origin: { source: 'homeq', provider: 'HOMEQ' },
    request(call, { watch }) {
      const query = queryOf(call);
      asked.push(query);
      const ended = watch?.({ method: 'GET', path: call.path, login: false });
      ended?.({ status: 200, bytes: 1, failure: null });
      return Promise.resolve({ status: 200, body: answer(call.path, query), receivedAt: new Date(0) });
    },
  };
  return {
    asked,
    open() {
      const log = createCallLog();
      const session = createSession(client, {
        signal: new AbortController().signal,
        deadline: Date.now() + 60_000,
        share: 20_000,
        log,
        budget: { take: () => true },
      });
      return { session, calls: log.calls };
    },
  };
}

export function homeqSettings(own: object = {}): HomeqSettings {
  return settings.parse({
    id: 'homeq',
    provider: 'homeq',
    credentials: { username: 'u', password: 'p' },
    ...own,
  });
}

/** The numbers from 1. */
export function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
