import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bodies } from './cases/bodies.js';
import { clients } from './cases/clients.js';
import { connections } from './cases/connections.js';
import { logins } from './cases/logins.js';
import { paging } from './cases/paging.js';
import { spared } from './cases/spared.js';
import { statuses } from './cases/statuses.js';
import { toPage, type FaultCase, type FaultGroup, type Outcome } from './table.js';

/** Every fault that is promised to be borne, each a line of `docs/faults.md`. */

const groups: readonly FaultGroup[] = [connections, statuses, bodies, paging, logins, spared, clients];
const outcomes = new Map<FaultCase, Outcome>();
const page = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));

describe.each(groups.map((group) => [group.title, group] as const))('%s', (_, { cases }) => {
  it.each(cases.map((each) => [each.fault, each] as const))('%s', async (_fault, each) => {
    outcomes.set(each, await each.run());
  });
});

it('stands in docs/faults.md as it was seen', async () => {
  await expect(await toPage(groups, outcomes, page)).toMatchFileSnapshot(page);
});
