import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';
import { runProgram } from '../support/program.js';
import { moveScans, scan, startStore } from './support.js';

const mebibyte = 1024 * 1024;
const size = 200 * 1024 * 1024;

/** Memory of a process in MiB: what it holds, and the most that it ever held since that was forgotten. */
function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

// Only there the system keeps the peak, and forgets it when asked.
it.runIf(process.platform === 'linux')('streams a file of 200 MB in less than 150 MB', async () => {
  const piece = Buffer.alloc(65_536, 'x');
  const store = await startStore((_, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': size });
    let left = size;
    const more = (): void => {
      while (left > 0) {
        left -= piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  const sandbox = await startSandbox();
  moveScans({ sandbox }, `${store.url}/large.pdf`);
  const { url: baseUrl, credentials } = sandbox.pigello;
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-documents-'));
  const config = join(folder, 'gatehouse.json');
  const source = { id: 'pigello', provider: 'pigello', baseUrl, credentials, documentHosts: [store.host] };
  writeFileSync(config, JSON.stringify({ sources: [source] }));
  const gateway = runProgram(fileURLToPath(import.meta.resolve('../../src/main.ts')), [], {
    cwd: folder,
    environment: { GATEHOUSE_CONFIG: config, PORT: '0' },
  });
  const pid = gateway.process.pid ?? 0;
  try {
    let ready: string | undefined;
    for (let count = 0; ready === undefined && count < 1_000; count += 1) {
      await delay(25);
      ready = /ready at (http:\S+\/graphql)/.exec(gateway.printed())?.[1];
    }
    if (ready === undefined) throw new Error(`The gateway did not start: ${gateway.complained()}`);
    const asked = await request(ready, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ documents(first: 100, filter: ${scan}) { nodes { url } } }` }),
    });
    const { data } = (await asked.body.json()) as {
      data: { documents: { nodes: readonly { url: string | null }[] } };
    };
    const link = data.documents.nodes.find(({ url }) => url !== null)?.url ?? '';

    const idle = memoryOf(pid).now;
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const { statusCode, body } = await request(link);
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // A client that is slower than the store: what it does not read must wait there.
      if (bytes % (20 * mebibyte) < chunk.length) await delay(20);
    }
    expect([statusCode, bytes]).toEqual([200, size]);
    const grown = memoryOf(pid).peak - idle;
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(150);
    if (process.env['SHOW_MEMORY'] !== undefined) console.log({ idle, grown });
  } finally {
    gateway.process.kill('SIGKILL');
    await gateway.ended;
    await sandbox.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
