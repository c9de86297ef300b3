import { describe, expect, it } from 'vitest';
import type { Patience } from '../../src/http/patience.js';
import { createTokenAuth } from '../../src/http/token.js';

/** A token is renewed before it ends, once for everybody, and a failed login is forgotten. */

const patience: Patience = { signal: new AbortController().signal, deadline: Infinity };

/** A login whose tokens live for so many seconds, and a clock to move. */
function setUp(lifeSeconds: number | null, early = 60_000, clockSkew?: number) {
  const state = { now: 0, logins: 0, fails: false };
  const auth = createTokenAuth({
    early,
    now: () => state.now,
    headers: (token) => ({ token }),
    login: () => {
      state.logins += 1;
      if (state.fails) return Promise.reject(new Error('no'));
      const expiresAt = lifeSeconds === null ? null : state.now + lifeSeconds * 1000;
      return Promise.resolve({ value: `token ${state.logins}`, expiresAt, clockSkew });
    },
  });
  return { state, auth };
}

describe('a token', () => {
  it('is brought by one login, however many wait for it', async () => {
    const { state, auth } = setUp(1800);
    const sent = await Promise.all(Array.from({ length: 10 }, () => auth.headers(patience)));
    expect(new Set(sent.map(({ token }) => token))).toEqual(new Set(['token 1']));
    expect(state.logins).toBe(1);
  });

  it('is renewed a minute before its end, beside the calls that it still serves', async () => {
    const { state, auth } = setUp(1800);
    await auth.headers(patience);
    state.now = 1_739_000;
    await auth.headers(patience);
    expect(state.logins).toBe(1);
    state.now = 1_740_000;
    expect(await auth.headers(patience)).toEqual({ token: 'token 1' });
    expect(await auth.headers(patience)).toEqual({ token: 'token 2' });
    expect(state.logins).toBe(2);
  });

  it('serves while its renewal fails, and not beyond its end', async () => {
    const { state, auth } = setUp(1800);
    await auth.headers(patience);
    state.fails = true;
    state.now = 1_790_000;
    expect(await auth.headers(patience)).toEqual({ token: 'token 1' });
    state.now = 1_796_000;
    await expect(auth.headers(patience)).rejects.toThrow('no');
  });

  it('ends by the clock of whoever gave it', async () => {
    const { state, auth } = setUp(1800, 60_000, 600_000);
    await auth.headers(patience);
    // Ten minutes ahead of ours: 1,800 s on that clock are 1,200 s here.
    state.now = 1_139_000;
    await auth.headers(patience);
    expect(state.logins).toBe(1);
    state.now = 1_140_000;
    await auth.headers(patience);
    expect(state.logins).toBe(2);
  });

  it.each([0, -600])('that has ended when it comes (%i s) is used until it is refused', async (life) => {
    const { state, auth } = setUp(life);
    for (let count = 0; count < 5; count += 1) await auth.headers(patience);
    expect(state.logins).toBe(1);
  });

  it('that lives for less than the margin serves half of its life', async () => {
    const { state, auth } = setUp(30);
    await auth.headers(patience);
    state.now = 14_000;
    await auth.headers(patience);
    expect(state.logins).toBe(1);
    state.now = 15_000;
    await auth.headers(patience);
    expect(state.logins).toBe(2);
  });

  it('without an end is kept', async () => {
    const { state, auth } = setUp(null);
    await auth.headers(patience);
    state.now = 1e12;
    await auth.headers(patience);
    expect(state.logins).toBe(1);
  });

  it('that was refused is thrown away once, by the call that carried it', async () => {
    const { state, auth } = setUp(1800);
    const old = await auth.headers(patience);
    expect(auth.renew?.(old)).toBe(true);
    expect(await auth.headers(patience)).toEqual({ token: 'token 2' });
    // Another call comes back late with the old one: the new one stays.
    expect(auth.renew?.(old)).toBe(true);
    expect(await auth.headers(patience)).toEqual({ token: 'token 2' });
    expect(state.logins).toBe(2);
  });

  it('is asked for again after a login that failed', async () => {
    const { state, auth } = setUp(1800);
    state.fails = true;
    await expect(auth.headers(patience)).rejects.toThrow('no');
    state.fails = false;
    expect(await auth.headers(patience)).toEqual({ token: 'token 2' });
  });
});
