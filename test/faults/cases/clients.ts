import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { expect } from 'vitest';
import { runProgram } from '../../support/program.js';
import { expectWell } from '../struck.js';
import {
  buildingsQuery,
  eventually,
  onStage,
  resultOf,
  rowsOf,
  sourcesOf,
  type Buildings,
  type Page,
  type Stage,
} from '../stage.js';
import type { FaultGroup } from '../table.js';
import { post } from './spared.js';

const two = { only: ['pigello', 'casavi'] } as const;

interface Readiness {
  readonly status: string;
  readonly sources: readonly { readonly id: string; readonly status: string; readonly code: string | null }[];
}

async function readiness({ url }: Stage): Promise<Readiness & { readonly http: number }> {
  const { statusCode, body } = await request(`${url}/health/ready`);
  return { http: statusCode, ...((await body.json()) as Readiness) };
}

export const clients: FaultGroup = {
  title: 'Clients, load, start and stop',
  intro:
    'Work ends with the last client that waits for it; what is too much is refused at once; a stop lets running queries finish.',
  cases: [
    {
      fault: 'A client that goes away',
      run: () =>
        onStage(two, async (stage) => {
          const { casavi } = stage.sandbox;
          casavi.fail('/properties', { hang: true });
          const leaving = new AbortController();
          const left = post(stage, buildingsQuery, leaving.signal);
          await eventually(() => expect(stage.received('casavi', '/properties')).toBe(1));
          leaving.abort();
          await expect(left).rejects.toThrow();
          await eventually(() => expect(casavi.underWay).toBe(0));
          expect(stage.received('casavi', '/properties')).toBe(1);
          return { client: '—', calls: '1, cancelled' };
        }),
    },
    {
      fault: 'One of two clients that share a call goes away',
      run: () =>
        onStage(two, async (stage) => {
          const { casavi } = stage.sandbox;
          let release = (): void => undefined;
          const held = new Promise<void>((resolve) => (release = resolve));
          casavi.fail('/properties', { delayMs: 300 });
          const leaving = new AbortController();
          const left = post(stage, buildingsQuery, leaving.signal);
          await eventually(() => expect(stage.received('casavi', '/properties')).toBe(1));
          const stays = stage.query<Buildings>(buildingsQuery).finally(() => release());
          // Its own call to Pigello has been answered: it waits for the one to casavi.
          await eventually(() => expect(stage.received('pigello')).toBe(2));
          leaving.abort();
          await expect(left).rejects.toThrow();
          const { data, errors } = await stays;
          await held;
          expect(errors).toEqual([]);
          expect(resultOf(data.buildings, 'casavi').status).toBe('OK');
          expect(stage.received('casavi', '/properties')).toBe(1);
          return { client: 'everything for the other', calls: '1' };
        }),
    },
    {
      fault: 'More operations at once than are taken on',
      run: () =>
        onStage({ ...two, maxOperations: 5 }, async (stage) => {
          await expectWell(stage);
          const { casavi } = stage.sandbox;
          casavi.fail('/properties', { delayMs: 200 });
          const taken = Array.from({ length: 5 }, () => stage.query<Buildings>(buildingsQuery));
          await eventually(() => expect(casavi.underWay).toBe(1));
          const { statusCode, headers, body } = await request(`${stage.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: buildingsQuery }),
          });
          expect({ statusCode, retryAfter: headers['retry-after'] }).toEqual({
            statusCode: 503,
            retryAfter: '1',
          });
          expect(await body.json()).toMatchObject({
            errors: [{ extensions: { code: 'OVERLOADED', retryable: true, retryAfter: 1 } }],
          });
          expect((await readiness(stage)).http).toBe(200);
          for (const { errors } of await Promise.all(taken)) expect(errors).toEqual([]);
          await expectWell(stage);
          return {
            client: '503 with `Retry-After: 1`, `OVERLOADED`; those taken on get everything',
            calls: 'none',
          };
        }),
    },
    {
      fault: '1,000 queries at once',
      run: () =>
        onStage({ maxOperations: 1_000 }, async (stage) => {
          const query = `{ buildings(first: 3) { nodes { id name source { sourceId } } ${sourcesOf} } }`;
          const [expected] = [await stage.query<Buildings>(query)];
          const answers = await Promise.all(
            Array.from({ length: 1_000 }, () => stage.query<Buildings>(query)),
          );
          const wrong = answers.filter(
            ({ status, data, errors }) =>
              status !== 200 ||
              errors.length > 0 ||
              JSON.stringify(data.buildings.nodes) !== JSON.stringify(expected.data.buildings.nodes),
          );
          expect(wrong).toEqual([]);
          expect(stage.received('pigello')).toBeLessThanOrEqual(1_001);
          return {
            client: 'everything',
            calls: 'at most 1 a query; what is asked at the same time is shared',
          };
        }),
    },
    {
      fault: 'A provider that is killed and started again under load',
      run: () =>
        onStage(
          { ...two, settings: { casavi: { limits: { breakFor: 10, breakAtMost: 50 } } } },
          async (stage) => {
            await expectWell(stage);
            let isOver = false;
            const wrong: unknown[] = [];
            const all = new Set(
              (await stage.query<Buildings>(buildingsQuery)).data.buildings.nodes.map(({ id }) => id),
            );
            const ask = async (): Promise<void> => {
              while (!isOver) {
                const { status, data, errors } = await stage.query<Buildings>(buildingsQuery);
                const { status: told } = resultOf(data.buildings, 'casavi');
                const rows = data.buildings.nodes;
                const isRight =
                  status === 200 &&
                  rows.every(({ id }) => all.has(id)) &&
                  (told === 'OK' ? errors.length === 0 && rows.length === all.size : errors.length === 1);
                if (!isRight) wrong.push({ status, told, rows: rows.length, errors });
              }
            };
            const load = Promise.all(Array.from({ length: 10 }, ask));
            for (let count = 0; count < 3; count += 1) {
              await stage.sandbox.casavi.stop();
              await eventuallyStatus(stage, 'FAILED');
              await stage.sandbox.casavi.start();
              await eventuallyStatus(stage, 'OK');
            }
            isOver = true;
            await load;
            expect(wrong).toEqual([]);
            return {
              client: 'everything, or all but casavi with its error; then everything again',
              calls: 'few while it is down',
            };
          },
        ),
    },
    {
      fault: 'A provider that is down at start',
      run: () =>
        onStage({ ...two, down: ['casavi'] }, async (stage) => {
          await eventually(() => expect(stage.logged.join()).toMatch(/casavi cannot be reached/));
          expect(await readiness(stage)).toEqual({
            http: 200,
            status: 'DEGRADED',
            sources: [
              { id: 'pigello', provider: 'PIGELLO', status: 'OK', code: null },
              { id: 'casavi', provider: 'CASAVI', status: 'DEGRADED', code: 'UPSTREAM_UNREACHABLE' },
            ],
          });
          const { data } = await stage.query<Buildings>(buildingsQuery);
          expect(resultOf(data.buildings, 'casavi').status).toBe('FAILED');
          await stage.sandbox.casavi.start();
          await expectWell(stage);
          return {
            client: 'FAILED; `/health/ready` is 200 and names it; everything once it is up',
            calls: 'none',
          };
        }),
    },
    {
      fault: 'A stop while a query is under way',
      run: () =>
        onStage(two, async (stage) => {
          await expectWell(stage);
          stage.sandbox.casavi.fail('/properties', { delayMs: 100 });
          const running = stage.query<Buildings>(buildingsQuery);
          await eventually(() => expect(stage.sandbox.casavi.underWay).toBe(1));
          const stopped = stage.gateway.close();
          const { status, data, errors } = await running;
          expect({ status, errors }).toEqual({ status: 200, errors: [] });
          expect(rowsOf(data.buildings, 'casavi').length).toBeGreaterThan(0);
          await stopped;
          await expect(stage.query(buildingsQuery)).rejects.toThrow(/ECONNREFUSED/);
          return { client: 'everything; new connections are refused', calls: '1' };
        }),
    },
    {
      fault: 'A stop while a query hangs',
      run: () =>
        onStage({ ...two, drainTime: 50 }, async (stage) => {
          stage.sandbox.casavi.fail('/properties', { hang: true });
          const running = expect(stage.query<Buildings>(buildingsQuery)).rejects.toThrow(/closed|other side/);
          await eventually(() => expect(stage.received('casavi', '/properties')).toBe(1));
          await stage.gateway.close();
          await running;
          return {
            client: 'a connection that is closed, after the time that a stop allows',
            calls: '1, cancelled',
          };
        }),
    },
    {
      fault: 'SIGTERM while a query is under way',
      run: async () => {
        const outcome = await onStage({}, async (stage) => {
          const { casavi } = stage.sandbox;
          casavi.fail('/properties', { delayMs: 500 });
          const program = runProgram(fileURLToPath(new URL('../../../src/main.ts', import.meta.url)), [], {
            cwd: fileURLToPath(new URL('../../..', import.meta.url)),
            environment: {
              PORT: '0',
              CASAVI_BASE_URL: casavi.url,
              CASAVI_KEY: casavi.credentials.key,
              CASAVI_SECRET: casavi.credentials.secret,
            },
          });
          const url = await new Promise<string>((resolve) => {
            program.process.stdout.on('data', () => {
              const ready = /ready at (\S+)\n/.exec(program.printed());
              if (ready?.[1] !== undefined) resolve(ready[1]);
            });
          });
          const running = request(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: '{ buildings { nodes { id } } }' }),
          });
          await eventually(() => expect(casavi.underWay).toBe(1));
          program.process.kill('SIGTERM');
          const { statusCode, headers, body } = await running;
          const answer = (await body.json()) as { readonly data: Pick<Buildings, 'buildings'> };
          expect({ statusCode, connection: headers.connection }).toEqual({
            statusCode: 200,
            connection: 'close',
          });
          expect((answer.data.buildings as Pick<Page, 'nodes'>).nodes.length).toBeGreaterThan(0);
          expect(await program.ended).toBe(0);
          return { client: 'everything', calls: '1; the process ends with 0' };
        });
        return outcome;
      },
    },
  ],
};

async function eventuallyStatus(stage: Stage, status: string): Promise<void> {
  for (let left = 2_000; left > 0; left -= 1) {
    const { data } = await stage.query<Buildings>(buildingsQuery);
    if (resultOf(data.buildings, 'casavi').status === status) return;
  }
  throw new Error(`casavi did not become ${status}`);
}
