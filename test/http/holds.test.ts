import { describe, expect, it } from 'vitest';
import { RateLimitedError } from '../../src/errors.js';
import { createHolds } from '../../src/http/holds.js';
import type { Rate } from '../../src/http/limits.js';
import { readRetryAfter } from '../../src/http/retries.js';

/** Calls are kept back while a provider asked to wait, and beyond the rates of the settings. */

const origin = { source: 'homeq', provider: 'HOMEQ' };

function setUp(rates: Readonly<Record<string, Rate>> = {}) {
  const clock = { now: 1_000 };
  return { clock, holds: createHolds(origin, new Map(Object.entries(rates)), () => clock.now) };
}

describe('a request to wait', () => {
  it('holds its endpoint, and no other', () => {
    const { holds, clock } = setUp();
    holds.hold('/a', 3);
    expect(holds.take('/a')).toMatchObject({ milliseconds: 3_000 });
    expect(holds.take('/b')).toBeNull();
    clock.now += 3_000;
    expect(holds.take('/a')).toBeNull();
  });

  it('is not shortened by a later one, and lasts a minute at most', () => {
    const { holds } = setUp();
    holds.hold('/a', 5);
    holds.hold('/a', 1);
    expect(holds.left('/a')).toBe(5_000);
    holds.hold('/a', 999_999);
    expect(holds.left('/a')).toBe(60_000);
  });

  it('beyond what an operation may wait is refused at once', async () => {
    const { holds } = setUp();
    const patience = { signal: new AbortController().signal, deadline: Date.now() + 2_000 };
    await expect(
      holds.wait({ milliseconds: 2_500, why: 'must wait' }, 'GET /a', patience),
    ).rejects.toMatchObject({
      retryAfter: 3,
    });
    await expect(
      holds.wait({ milliseconds: 2_500, why: 'must wait' }, 'GET /a', patience),
    ).rejects.toBeInstanceOf(RateLimitedError);
  });
});

describe('a rate', () => {
  it('holds over every stretch of its time, wherever that begins', () => {
    const { holds, clock } = setUp({ '/a': { calls: 3, seconds: 10 } });
    const sent: number[] = [];
    for (; clock.now < 61_000; clock.now += 100) if (holds.take('/a') === null) sent.push(clock.now);
    for (const at of sent)
      expect(sent.filter((each) => each >= at && each < at + 10_000).length).toBeLessThanOrEqual(3);
    expect(sent.length).toBe(18);
  });

  it('of all endpoints counts together, and takes nothing where another rate is spent', () => {
    const { holds } = setUp({ '/a': { calls: 1, seconds: 10 }, '*': { calls: 3, seconds: 10 } });
    expect(holds.take('/a')).toBeNull();
    for (let count = 0; count < 5; count += 1) expect(holds.take('/a')).not.toBeNull();
    expect([holds.take('/b'), holds.take('/c')]).toEqual([null, null]);
    expect(holds.take('/d')).toMatchObject({ milliseconds: 10_000 });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-27T12:00:00Z');
  it.each([
    ['120', 120],
    ['0', 0],
    ['99999999999999999999', 1_000_000],
    ['Fri, 27 Nov 2026 12:01:00 GMT', 60],
    ['Friday, 27-Nov-26 12:01:00 GMT', 60],
    ['Fri Nov 27 12:01:00 2026', 60],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon 5', null],
    ['', null],
    ['2026', 2026],
  ])('%s', (text, seconds) => {
    expect(readRetryAfter(text, now)).toBe(seconds);
  });
});
