import { expect } from 'vitest';
import { createPortfolio } from '../../src/sandbox/portfolio.js';
import { partOf } from '../support/portfolio.js';
import type { Sandbox, SystemName } from '../../src/sandbox/index.js';
import {
  startTestGateway,
  type Answer,
  type TestGateway,
  type TestGatewayOptions,
} from '../support/gateway.js';

/** A gateway with the sandbox behind it that must leave nothing behind when it is closed. */
export interface Stage extends TestGateway {
  /** Requests that a stand-in has received for a route or a path; all of its requests without one. */
  received(system: SystemName, route?: string): number;
  /** Log messages, and warnings of the runtime, such as of listeners that pile up. */
  readonly warnings: readonly string[];
}

/** The limits of a source as operators have them by default, but for what a test would wait for. */
const testLimits = { retryDelay: 1, breakAfter: 5 };

/** Of a source that hangs. */
export const short = { callTimeout: 200 };

/** Drawn up once, and so that each source's buildings are one page. */
const portfolio = partOf(createPortfolio(), { buildings: Array.from({ length: 20 }, (_, place) => place) });

const systems: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];

/** Starts a stage, plays on it, closes it, and makes sure that nothing of it is left. */
export async function onStage<T>(
  options: TestGatewayOptions,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const before = active();
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(`${warning.name}: ${warning.message}`);
  process.on('warning', note);
  const settings = Object.fromEntries(
    systems.map((name) => {
      const given = (options.settings?.[name] ?? {}) as { readonly limits?: object };
      return [name, { ...given, limits: { ...testLimits, ...given.limits } }];
    }),
  );
  const gateway = await startTestGateway({
    ...options,
    sandbox: { portfolio, ...options.sandbox },
    settings,
  });
  const { sandbox } = gateway;
  const stage: Stage = {
    ...gateway,
    warnings,
    received: (system, route) =>
      sandbox[system].requests.filter(
        (each) => route === undefined || each.route === route || each.path === route,
      ).length,
  };
  try {
    const played = await play(stage);
    await expectQuiet(sandbox);
    return played;
  } finally {
    await gateway.close();
    process.off('warning', note);
    // What was there before may have ended meanwhile.
    await eventually(() => expect(more(active(), before)).toEqual({}));
    expect(warnings).toEqual([]);
  }
}

/** No request is under way any more: what nobody waits for was ended. */
export async function expectQuiet(sandbox: Sandbox): Promise<void> {
  await eventually(() => expect(systems.map((name) => sandbox[name].underWay)).toEqual([0, 0, 0, 0]));
}

/**
 * What closes takes some turns of the event loop. They are made without a timer, which would itself be something that is
 * left.
 */
export async function eventually(check: () => void): Promise<void> {
  for (const end = Date.now() + 5_000; ;) {
    try {
      check();
      return;
    } catch (error) {
      if (Date.now() >= end) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Sockets, servers and timers of this process that are in use. */
function active(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { TCPSocketWrap: 0, TCPServerWrap: 0, TLSWrap: 0, Timeout: 0 };
  for (const kind of process.getActiveResourcesInfo()) {
    if (kind in counts) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function more(now: Readonly<Record<string, number>>, before: Readonly<Record<string, number>>): object {
  return Object.fromEntries(Object.entries(now).filter(([kind, count]) => count > (before[kind] ?? 0)));
}

export interface SourceRow {
  readonly sourceId: string;
  readonly status: string;
  readonly truncated: boolean;
  readonly fetchedAt: string | null;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly retryable: boolean;
    readonly retryAfter: number | null;
  } | null;
}

export interface Page {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly source: { readonly sourceId: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount?: number | null;
  readonly sources: readonly SourceRow[];
}

export const sourcesOf =
  'sources { sourceId status truncated fetchedAt error { code message retryable retryAfter } }';

export const buildingsQuery = `{ buildings(first: 100) {
  nodes { id name source { sourceId } } ${sourcesOf} pageInfo { hasNextPage endCursor } } }`;

export type Buildings = { readonly buildings: Page };

/** Rows of one source. */
export function rowsOf({ nodes }: Page, source: string): readonly string[] {
  return nodes.flatMap((node) => (node.source.sourceId === source ? [node.id] : []));
}

export function resultOf({ sources }: Page, source: string): SourceRow {
  const found = sources.find(({ sourceId }) => sourceId === source);
  if (found === undefined) throw new Error(`${source} is not among the sources of the answer`);
  return found;
}

/** What must never stand in an answer or a log: values of the sandbox's credentials, and of the faults' bodies. */
export const secret = 'hunter2-personal-data';

export function expectDiscreet(stage: Stage, answer: Answer<unknown>): void {
  const told = JSON.stringify([answer.errors, stage.logged]);
  expect(told).not.toContain(secret);
  for (const name of systems) {
    for (const value of Object.values(stage.sandbox[name].credentials)) expect(told).not.toContain(value);
  }
  expect(told).not.toMatch(/127\.0\.0\.1|\?\w+=/);
}
