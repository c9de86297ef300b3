import { describe, expect, it } from 'vitest';
import {
  AbandonedError,
  OpenCircuitError,
  RateLimitedError,
  TimedOutError,
  UnexpectedStatusError,
  UnreachableError,
} from '../../src/errors.js';
import { createCircuits, type CircuitKind } from '../../src/http/circuits.js';

/** An endpoint that keeps failing is left alone, and one call finds out whether it is well again. */

const origin = { source: 'casavi', provider: 'CASAVI' };
const status = (code: number): Error => new UnexpectedStatusError(origin, `answered ${code}`, code);
const unreachable = new UnreachableError(origin, 'no');

function setUp(kind: CircuitKind = 'call') {
  const clock = { now: 0 };
  const told: (string | null)[] = [];
  const circuits = createCircuits(
    origin,
    { breakAfter: 5, breakFor: 5_000, breakAtMost: 30_000 },
    () => clock.now,
  );
  circuits.onChange(({ failure }) => told.push(failure?.code ?? null));
  const circuit = circuits.of('GET /x', kind);
  const run = (error?: Error): Promise<unknown> =>
    circuit.run(() => (error === undefined ? Promise.resolve('fine') : Promise.reject(error)));
  const fail = async (count: number, error: Error = unreachable): Promise<void> => {
    for (let done = 0; done < count; done += 1) await expect(run(error)).rejects.toBe(error);
  };
  /** Milliseconds that it is left alone, rounded up to seconds; 0 where it may be asked. */
  const leftAlone = (): number => {
    try {
      circuit.require();
      return 0;
    } catch (error) {
      return (error as OpenCircuitError).retryAfter;
    }
  };
  return { clock, told, circuits, circuit, run, fail, leftAlone };
}

describe('a circuit', () => {
  it('opens after five failures in a row, for five seconds, with the code of the last', async () => {
    const { fail, leftAlone, run, told } = setUp();
    await fail(4);
    expect(leftAlone()).toBe(0);
    await fail(1, status(503));
    expect(leftAlone()).toBe(5);
    await expect(run()).rejects.toMatchObject({ code: 'UPSTREAM_STATUS', retryAfter: 5 });
    expect(told).toEqual(['UPSTREAM_STATUS']);
  });

  it.each([
    ['an answer', undefined],
    ['a 404', status(404)],
    ['a 409', status(409)],
  ])('counts anew after %s', async (_, between) => {
    const { fail, run, leftAlone } = setUp();
    await fail(4);
    await run(between).catch(() => undefined);
    await fail(4);
    expect(leftAlone()).toBe(0);
  });

  it.each([
    ['4xx', status(404)],
    ['clients that go away', new AbandonedError(origin, 'gone')],
    ['operations that end', new TimedOutError(origin, 'no time left')],
    [
      'calls that a request to wait came too late for',
      new RateLimitedError(origin, 'wait', 1, { isOfBurst: true }),
    ],
  ])('is not opened by %s', async (_, error) => {
    const { fail, leftAlone } = setUp();
    await fail(20, error);
    expect(leftAlone()).toBe(0);
  });

  it('lets one call probe when its time is over, and closes on its answer', async () => {
    const { clock, fail, circuit, leftAlone, told, run } = setUp();
    await fail(5);
    clock.now = 5_000;
    let answer = (): void => undefined;
    const probe = circuit.run(() => new Promise<void>((resolve) => (answer = resolve)));
    await expect(run()).rejects.toBeInstanceOf(OpenCircuitError);
    answer();
    await probe;
    expect(leftAlone()).toBe(0);
    expect(told).toEqual(['UPSTREAM_UNREACHABLE', null]);
    // Its count begins anew.
    await fail(4);
    expect(leftAlone()).toBe(0);
  });

  it('is open for twice as long after each probe that fails, and for thirty seconds at most', async () => {
    const { clock, fail, leftAlone, told } = setUp();
    await fail(5);
    const lengths: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      clock.now += leftAlone() * 1_000;
      await fail(1);
      lengths.push(leftAlone());
    }
    expect(lengths).toEqual([10, 20, 30, 30, 30]);
    expect(told).toHaveLength(1);
  });

  it('learns nothing from a probe whose client goes away: the next call probes', async () => {
    const { clock, fail, leftAlone, circuits } = setUp();
    await fail(5);
    clock.now = 5_000;
    await fail(3, new AbandonedError(origin, 'gone'));
    expect(leftAlone()).toBe(0);
    expect(circuits.open).toMatchObject([{ isDue: true, failure: unreachable }]);
  });

  it('learns nothing from calls that began before it opened', async () => {
    const { clock, fail, circuit, leftAlone } = setUp();
    let late = (_: Error): void => undefined;
    const straggler = circuit.run(() => new Promise((_, reject) => (late = reject)));
    await fail(5);
    clock.now = 5_000;
    let answer = (): void => undefined;
    const probe = circuit.run(() => new Promise<void>((resolve) => (answer = resolve)));
    late(unreachable);
    await expect(straggler).rejects.toBe(unreachable);
    answer();
    await probe;
    expect(leftAlone()).toBe(0);
  });

  it.each([400, 401, 409, 500])(
    'of a login opens after three failures, whatever they are of: %i',
    async (code) => {
      const { fail, leftAlone } = setUp('login');
      await fail(2, status(code));
      expect(leftAlone()).toBe(0);
      await fail(1, status(code));
      expect(leftAlone()).toBe(5);
    },
  );
});
