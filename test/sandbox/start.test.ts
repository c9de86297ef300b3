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
});
