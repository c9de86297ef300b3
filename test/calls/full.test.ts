import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogues } from '../../scripts/calls/catalogues.js';
import { ask, holdingsIn, readAll, start } from '../../scripts/calls/measure.js';
import type { Holdings } from '../../scripts/calls/counted.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { createSchema } from '../../src/schema.js';
import type { Gateway } from '../../src/server.js';
import { createFullPortfolio } from './full-portfolio.js';
import { fillWindows } from './windows.js';

/**
 * The dry run's bound where it can be reached: a portfolio in which every list is full, plain lists are as long as assumed,
 * and every reference is set. Each window is as large as its list. There a query makes just as many calls as were said.
 */

/** Queries that make fewer calls than that even so, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'HomeQ: A building with everything that hangs on it':
    'The units are a part of what is read for the leases.',
  'HomeQ: A tenant with units, leases and documents': 'The units are those of the leases, and read once.',
  'casavi: Leases and responsible persons of buildings': 'Two edges lead to the same persons.',
  'casavi: A unit by its id, with its leases and tenants': 'Two edges lead to the same persons.',
  'casavi: A building with everything that hangs on it': 'The issues of the units are those of the building.',
  'casavi: Comments, tasks and documents by their ids':
    'Pages of comments are reckoned with, which are read only where the single ticket leaves comments out.',
  'All four together: Buildings with units, leases, tenants, issues and documents, counted over all sources':
    'The buildings of all sources are counted, and those of the first fill the window.',
};

/** Who is who is reckoned with the most that there may be, which no portfolio reaches: a record of each thing in every list. */
const reachable = catalogues.filter(({ title }) => !title.startsWith('Which records are the same'));

const schema = createSchema();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ portfolio: createFullPortfolio({ buildings: 2, unitsEach: 5 }) });
});

afterAll(() => sandbox.close());

describe.each(reachable)('on a full portfolio: $title', ({ title, sources, queries, truth }) => {
  let scout: Gateway;
  let holdings: Holdings;
  beforeAll(() => {
    scout = start(sandbox, sources);
    holdings = holdingsIn(sandbox, truth, scout);
    // From here on it knows how long all lists are.
    return readAll(scout);
  });
  afterAll(() => scout.close());

  it.each(queries)('$title', async (query) => {
    const variables = (await query.variables?.(holdings)) ?? {};
    const full = await fillWindows(
      schema,
      query.query,
      async (document) => (await ask(scout, document, variables, 'off')).data,
    );
    await ask(scout, full, variables, 'off');
    const { upstream: bound } = await ask(scout, full, variables, 'dry-run');
    const { upstream: made } = await ask(scout, full, variables, 'log');
    expect(made.total.calls).toBeGreaterThan(0);
    if (exceptions[`${title}: ${query.title}`] === undefined)
      expect(bound.total.calls).toBe(made.total.calls);
    else expect(bound.total.calls).toBeGreaterThan(made.total.calls);
  });
});
