import type { Running } from '../candidates/candidate.js';
import type { BenchOptions } from '../options.js';
import { systems, type Counted } from '../upstreams/world.js';
import { made } from './made.js';
import { median } from './median.js';
import { cpuMs, memoryOf } from './process-figures.js';
import type { PageFigures, PagingFigures, PagingSource } from './results.js';
import { withGatehouse, type Session } from './session.js';

interface Page {
  readonly nodes: readonly { readonly id: string; readonly source: { readonly sourceId: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($after: String) {
  units(first: 100, after: $after) {
    nodes { id number name source { sourceId } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** A page, and what it cost. */
interface Taken extends PageFigures {
  /** Whose rows it has. */
  readonly sources: readonly string[];
}

/** Megabytes: as in a small container. V8 lets garbage lie for as long as a machine has room, which says nothing of what is held. */
const heap = 192;

/** Pages all units to their end, and says what the first and the last pages cost, and what memory they took. */
export function page(options: BenchOptions, tell: (line: string) => void): Promise<PagingFigures> {
  const walks = async (session: Session): Promise<PagingFigures> => {
    tell(`seed ${session.world.seed}: ${session.world.buildings} buildings, ${session.world.units} units`);
    // The stand-ins search all their rows for a page; what they once said is given again at once. So another Gatehouse
    // asks for everything before the one that is measured starts.
    const known = await walk(session, session.running, tell, 'first walk, not measured');
    const running = await session.restart();
    // What code and connections take is there before the first page that counts.
    for (let turn = 0; turn < 20; turn += 1) await ask(running, session.keys[0] ?? '', null);
    const before = memoryOf(running.pid).peak;
    const { rows, taken } = await walk(session, running, tell, 'measured walk');
    if (rows !== known.rows) throw new Error(`${known.rows} units became ${rows}.`);
    return {
      ...made(session.world),
      rows,
      pages: taken.length,
      before,
      grown: memoryOf(running.pid).peak - before,
      sources: systems.flatMap((source) => figuresOf(source, taken)),
    };
  };
  return withGatehouse({ ...options, hasTruths: false }, walks, { heap });
}

/** @throws Error where a unit comes twice */
async function walk(
  { keys, upstreams }: Session,
  running: Running,
  tell: (line: string) => void,
  name: string,
): Promise<{ readonly rows: number; readonly taken: readonly Taken[] }> {
  const taken: Taken[] = [];
  const seen = new Set<string>();
  let rows = 0;
  await upstreams.ask('take');
  for (let after: string | null = null, isMore = true; isMore;) {
    const busy = cpuMs(running.pid);
    const sent = performance.now();
    const { nodes, pageInfo } = await ask(running, keys[0] ?? '', after);
    const time = performance.now() - sent;
    const { calls } = await upstreams.ask<Counted>('take');
    const sources = [...new Set(nodes.map((node) => node.source.sourceId))];
    taken.push({ time, calls, sources, cpu: cpuMs(running.pid) - busy });
    rows += nodes.length;
    for (const { id } of nodes) seen.add(id);
    if (taken.length % 25 === 1) tell(`${name}: ${rows} units, ${memoryOf(running.pid).peak.toFixed(0)} MB`);
    ({ hasNextPage: isMore, endCursor: after } = pageInfo);
  }
  if (seen.size !== rows) throw new Error(`${rows - seen.size} units came twice.`);
  return { rows, taken };
}

async function ask({ url }: Running, key: string, after: string | null): Promise<Page> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { after } }),
  });
  const { data } = (await response.json()) as { readonly data?: { readonly units: Page } };
  if (data === undefined) throw new Error('A page of units was refused.');
  return data.units;
}

/** Pages of several sources cost what each of them costs: they say nothing of how a list goes on. */
function figuresOf(source: string, taken: readonly Taken[]): readonly PagingSource[] {
  const own = taken.filter(({ sources }) => sources.length === 1 && sources[0] === source);
  const tenth = Math.max(1, Math.floor(own.length / 10));
  const of = (pages: readonly Taken[]): PageFigures => ({
    time: median(pages.map(({ time }) => time)) ?? 0,
    cpu: mean(pages.map(({ cpu }) => cpu)),
    calls: mean(pages.map(({ calls }) => calls)),
  });
  return own.length === 0
    ? []
    : [{ source, pages: own.length, first: of(own.slice(0, tenth)), last: of(own.slice(-tenth)) }];
}

/** Of one page the clock of Linux is too coarse, of many it is right. */
function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
