import { execute, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createExecute } from '../../src/execution/execute.js';
import { createRandom } from '../../src/sandbox/random.js';
import { createSchema, graph } from '../../src/schema.js';
import { differences } from '../../src/verification/compare.js';
import { randomOperations } from './random-operations.js';
import { createStage, weathers, type Stage } from './stage.js';

/**
 * The gateway's own way of running queries, and graphql-js with the ordinary resolvers of the same declarations: whatever
 * is asked, both say the same. `SEED=7 npx vitest run test/execution` plays one seed.
 */

const fixed = [1, 2, 3, 4, 5, 6, 7, 8];
/** One more each time, where whoever sees it fail can play it again. */
const another = process.env['CI'] === undefined ? [Math.floor(Math.random() * 1_000_000)] : [];
const only = process.env['SEED'];
const seeds = only === undefined ? [...fixed, ...another] : [Number(only)];
const operationsEach = 252;

describe('an operation that nobody thought of', () => {
  const schema = createSchema();
  const ours = createExecute(graph);
  let stage: Stage;

  beforeAll(async () => {
    // Some values are when something was read: it is read at the same time by both.
    vi.useFakeTimers({ toFake: ['Date'] });
    stage = await createStage(schema);
  });
  afterAll(async () => {
    await stage.close();
    vi.useRealTimers();
  });

  it.each(seeds)(
    'is answered as graphql-js answers it (seed %i)',
    async (seed) => {
      const randomOperation = randomOperations(schema, stage.stock);
      const met = { data: 0, errors: 0, nulled: 0, beside: 0 };
      for (let index = 0; index < operationsEach; index++) {
        const random = createRandom(seed, `operation ${index}`);
        const weather = random.pick(weathers);
        const operation = randomOperation(random, { most: 20, nullConditions: weather === 'fair' });
        const { document, text, variables } = operation;
        expect(validate(schema, document), text).toEqual([]);
        await stage.setWeather(weather, random);
        const own = await stage.run(operation, ours);
        const theirs = await stage.run(operation, execute);
        const found = differences(own, theirs);
        const how = `seed ${seed}, operation ${index}, ${weather}\n${text}\n${JSON.stringify(variables)}`;
        const both = (): string => `${JSON.stringify(own)}\n${JSON.stringify(theirs)}`;
        expect(found, found.length === 0 ? '' : `${how}\n${both()}`).toEqual([]);

        const { data, errors = [] } = own.result;
        if (Object.values(data ?? {}).some((value) => value !== null)) met.data += 1;
        if (errors.length > 0) met.errors += 1;
        if (errors.some(({ path = [] }) => path.length > 1)) met.nulled += 1;
        if (own.failures.length > 0) met.beside += 1;
      }
      if (!fixed.includes(seed)) return;
      // What says nothing, or never fails, would prove nothing.
      expect(met.data).toBeGreaterThan(operationsEach / 2);
      expect(met.errors).toBeGreaterThan(operationsEach / 10);
      expect(met.nulled).toBeGreaterThan(operationsEach / 50);
      expect(met.beside).toBeGreaterThan(operationsEach / 50);
    },
    120_000,
  );
});
