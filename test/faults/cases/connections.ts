import { createServer } from 'node:net';
import { expect } from 'vitest';
import { struck } from '../struck.js';
import { short } from '../stage.js';
import type { FaultGroup } from '../table.js';

const unreachable = { status: 'FAILED', code: 'UPSTREAM_UNREACHABLE', retryable: true } as const;
const late = { status: 'FAILED', code: 'UPSTREAM_TIMEOUT', retryable: true } as const;

export const connections: FaultGroup = {
  title: 'Connections and time',
  intro:
    'A connection that fails or breaks is tried again, three times in all; a call that took too long is not: whoever is too slow is not helped by a second one.',
  cases: [
    struck({
      fault: 'Connection refused',
      arrange: ({ sandbox }) => sandbox.casavi.stop(),
      expected: { ...unreachable, says: /ECONNREFUSED/, calls: 0, logins: 0 },
    }),
    struck({
      fault: 'Connection reset',
      by: { reset: true },
      expected: { ...unreachable, says: /ECONNRESET|UND_ERR_SOCKET/, calls: 3 },
    }),
    struck({
      fault: 'Connection reset once',
      by: { reset: true, times: 1 },
      expected: { status: 'OK', calls: 2 },
    }),
    struck({
      fault: 'Unknown host',
      // Longer than a label may be: no resolver has to be asked.
      settings: { casavi: { baseUrl: `https://${'x'.repeat(64)}.example` } },
      expected: { ...unreachable, says: /ENOTFOUND/, calls: 0, logins: 0 },
      recovers: false,
    }),
    {
      fault: 'A host that accepts connections and says nothing (no TLS)',
      run: async () => {
        const silent = createServer();
        await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
        const { port } = silent.address() as { readonly port: number };
        let connected = 0;
        silent.on('connection', (socket) => {
          connected += 1;
          socket.on('error', () => undefined).resume();
        });
        try {
          return await struck({
            fault: '',
            settings: {
              casavi: {
                baseUrl: `https://127.0.0.1:${port}`,
                limits: { connectTimeout: 200 },
              },
            },
            expected: { ...late, says: /connect/, calls: 0, logins: 0 },
            // The other connection is the look at start.
            also: () => expect(connected).toBeLessThanOrEqual(2),
            recovers: false,
          }).run();
        } finally {
          await new Promise((resolve) => silent.close(resolve));
        }
      },
    },
    struck({
      fault: 'No answer',
      isWarm: true,
      settings: { casavi: { limits: short } },
      by: { hang: true },
      expected: { ...late, says: /too long/, calls: 1, logins: 0 },
    }),
    struck({
      fault: 'No first byte in time',
      isWarm: true,
      settings: { casavi: { limits: { firstByteTimeout: 200 } } },
      by: { delayMs: 60_000 },
      expected: { ...late, says: /not answered within 200 ms/, calls: 1, logins: 0 },
    }),
    struck({ fault: 'A slow answer, in time', by: { delayMs: 50 }, expected: { status: 'OK', calls: 1 } }),
    struck({
      fault: 'A body that drips',
      isWarm: true,
      settings: { casavi: { limits: short } },
      by: { drip: { bytes: 1, everyMs: 5 } },
      expected: { ...late, says: /too long/, calls: 1, logins: 0 },
    }),
    struck({
      fault: 'A body that stops in the middle',
      isWarm: true,
      settings: { casavi: { limits: short } },
      by: { stall: true },
      expected: { ...late, says: /too long/, calls: 1, logins: 0 },
    }),
    struck({
      fault: 'A body that breaks off',
      by: { truncate: true },
      expected: { ...unreachable, says: /broke off/, calls: 3 },
    }),
    struck({
      fault: 'A body that breaks off once',
      by: { truncate: true, times: 1 },
      expected: { status: 'OK', calls: 2 },
    }),
  ],
};
