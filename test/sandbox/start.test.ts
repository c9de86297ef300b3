import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';

describe('the sandbox', () => {
  it('starts on free ports, forgets on request and closes', async () => {
    const sandbox = await startSandbox({ seed: 3 });
    expect(sandbox.portfolio.seed).toBe(3);
    expect(sandbox.pigello.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await fetch(`${sandbox.pigello.url}/anything`);
    expect(sandbox.pigello.requests).toHaveLength(1);
    sandbox.reset();
    expect(sandbox.pigello.requests).toHaveLength(0);
    await sandbox.close();
    await expect(fetch(sandbox.pigello.url)).rejects.toThrow();
  });

  it('takes given ports and settings, and leaves nothing open when a port is taken', async () => {
    const first = await startSandbox({ settings: { pigello: { envelope: 'array' } } });
    await expect(startSandbox({ ports: { pigello: first.pigello.port } })).rejects.toThrow('EADDRINUSE');
    await first.close();
    const second = await startSandbox({ ports: { pigello: first.pigello.port } });
    expect(second.pigello.port).toBe(first.pigello.port);
    await second.close();
  });

  it('shows what is under way at each stand-in', async () => {
    const sandbox = await startSandbox();
    sandbox.pigello.fail('*', { hang: true });
    const given = expect(fetch(sandbox.pigello.url)).rejects.toThrow();
    while (sandbox.pigello.requests.length === 0) await new Promise(setImmediate);
    expect([sandbox.pigello.underWay, sandbox.casavi.underWay]).toEqual([1, 0]);
    expect([await sandbox.pigello.connections(), await sandbox.casavi.connections()]).toEqual([1, 0]);
    await sandbox.close();
    await given;
    expect([sandbox.pigello.underWay, await sandbox.pigello.connections()]).toEqual([0, 0]);
  });

  it('dates answers by clocks that are wrong', async () => {
    const day = 86_400_000;
    const sandbox = await startSandbox({ clockSkewMs: { casavi: -day, homeq: 2 * day } });
    const dateOf = async (url: string): Promise<number> =>
      Date.parse((await fetch(url)).headers.get('date') ?? '');
    const right = await dateOf(sandbox.pigello.url);
    const days = async (url: string): Promise<number> => Math.round(((await dateOf(url)) - right) / day);
    expect(await days(sandbox.casavi.url)).toBe(-1);
    expect(await days(sandbox.homeq.url)).toBe(2);
    expect(await days(sandbox.facilitee.url)).toBe(0);
    await sandbox.close();
  });
});
