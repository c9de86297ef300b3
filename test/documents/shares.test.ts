import type { ServerResponse } from 'node:http';
import { Agent, request } from 'undici';
import { expect, it } from 'vitest';
import { startTestGateway } from '../support/gateway.js';
import { linkOf, moveScans, scan, startStore } from './support.js';

/** Links open without credentials, and name the caller whose share they take of. */

it('no more files are sent at once through links of one caller than so many', async () => {
  const open: ServerResponse[] = [];
  const store = await startStore((_, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).write('%PDF-1.7');
    open.push(response);
  });
  const gateway = await startTestGateway({
    only: ['pigello'],
    settings: { pigello: { documentHosts: [store.host] } },
    environment: { GATEHOUSE_CALLER_DOWNLOADS: '2' },
  });
  moveScans(gateway, `${store.url}/file`);
  const link = await linkOf(gateway, scan);
  const dispatcher = new Agent();
  const follow = () => request(link, { dispatcher });

  const files = await Promise.all([follow(), follow()]);
  const { statusCode, headers, body } = await follow();
  expect([statusCode, headers['retry-after'], await body.json()]).toEqual([
    429,
    '1',
    {
      errors: [
        {
          message: 'Through links of this caller 2 files are sent at once; come back later.',
          extensions: { code: 'RATE_LIMITED', retryable: true, retryAfter: 1 },
        },
      ],
    },
  ]);
  for (const response of open) response.end();
  for (const file of files) expect(await file.body.text()).toBe('%PDF-1.7');
  await expect
    .poll(async () => {
      const answer = await follow();
      open.at(-1)?.end();
      await answer.body.dump();
      return answer.statusCode;
    })
    .toBe(200);
  await dispatcher.close();
  await Promise.all([gateway.close(), store.close()]);
});

it('each that is followed is a request of that caller', async () => {
  const gateway = await startTestGateway({
    only: ['pigello'],
    environment: { GATEHOUSE_CALLER_REQUESTS: '3' },
  });
  const link = await linkOf(gateway, scan);
  const statuses: number[] = [];
  for (const _ of [1, 2, 3]) {
    const answer = await fetch(link);
    await answer.arrayBuffer();
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  expect((await gateway.query('{ __typename }')).status).toBe(429);
  await gateway.close();
});
