import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** What several places of a query want of the same loader in one wave is one batch. */

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({
    only: ['pigello'],
    settings: { pigello: { limits: { callTimeout: 3_500 } } },
  });
});

afterAll(() => gateway.close());

const paths = {
  apartments: '/objects/spaces/spaces/apartment/list/',
  contracts: '/contracts/apartmentcontract/list/',
  errands: '/errands/generalerrands/reporting/generalerrand/',
  tenants: '/accounts/users/customer/tenant/list/',
} as const;

interface Answer {
  readonly units: {
    readonly nodes: readonly {
      readonly leases: {
        readonly nodes: readonly { readonly tenants: readonly { readonly displayName: string }[] }[];
      };
      readonly issues: {
        readonly nodes: readonly { readonly reporter: { readonly displayName: string } | null }[];
      };
    }[];
  };
}

const query = `{
  units(first: 20) {
    nodes {
      leases(first: 2) { nodes { tenants { displayName } } }
      issues(first: 2) { nodes { reporter { displayName } } }
    }
  }
}`;

it('tenants of leases and reporters of issues: one call', async () => {
  // The one is known well before the other.
  const undo = gateway.sandbox.pigello.fail(paths.contracts, { delayMs: 100 });
  const answer = await gateway.query<Answer>(query);
  undo();
  expect(answer.errors).toEqual([]);
  expect(
    answer.data.units.nodes.some(({ issues }) => issues.nodes.some(({ reporter }) => reporter !== null)),
  ).toBe(true);
  expect(answer)
    .toCall({
      pigello: {
        [`GET ${paths.apartments}`]: 1,
        [`GET ${paths.contracts}`]: 1,
        [`GET ${paths.errands}`]: 1,
        [`GET ${paths.tenants}`]: 1,
      },
    })
    .inWaves(3);
});

it('edges of the same type at two places: one call', async () => {
  const undo = gateway.sandbox.pigello.fail(paths.apartments, { delayMs: 100 });
  const answer = await gateway.query(`{
    units(first: 10) { nodes { leases(first: 5) { nodes { number } } } }
    leases(first: 10) { nodes { unit { leases(first: 5) { nodes { number } } } } }
  }`);
  undo();
  expect(answer.errors).toEqual([]);
  expect(answer.calls.filter(({ path, keys }) => path === paths.contracts && keys !== null)).toHaveLength(1);
});

it('a call that fails does not hold the others up', async () => {
  const undo = gateway.sandbox.pigello.fail(paths.errands, { status: 500 });
  const answer = await gateway.query<Answer>(query);
  undo();
  expect(answer.errors.length).toBeGreaterThan(0);
  const tenants = answer.data.units.nodes.flatMap(({ leases }) =>
    leases.nodes.flatMap((lease) => lease.tenants),
  );
  expect(tenants.length).toBeGreaterThan(0);
});

it('a call that hangs holds them up for a while only', async () => {
  const undo = gateway.sandbox.pigello.fail(paths.errands, { hang: true });
  const answer = await gateway.query<Answer>(query);
  undo();
  const [hung] = answer.calls.filter(({ path }) => path === paths.errands);
  const [tenants] = answer.calls.filter(({ path }) => path === paths.tenants);
  expect(tenants?.status).toBe(200);
  // Begun before the other one was given up.
  expect(tenants?.startedAt).toBeLessThan((hung?.startedAt ?? 0) + (hung?.durationMs ?? 0));
});
