import {
  isEnumType,
  isIntrospectionType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { everybody, type Caller } from '../../src/access/caller.js';
import { connectSources } from '../../src/config/config.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import { createContext } from '../../src/context.js';
import { toGlobalId, toLinkedId } from '../../src/domain/global-id.js';
import type { Source } from '../../src/domain/provider.js';
import { createExecute } from '../../src/execution/execute.js';
import { targetOf, type ApiAnswer, type ApiCall } from '../../src/http/exchange.js';
import type { Patience } from '../../src/http/patience.js';
import { createRegistry } from '../../src/identity/registry.js';
import { identitySettings } from '../../src/identity/settings.js';
import { startOperation } from '../../src/operation.js';
import { createCursors } from '../../src/pagination/cursor.js';
import { startSandbox, type SystemName } from '../../src/sandbox/index.js';
import { createPortfolio } from '../../src/sandbox/portfolio.js';
import type { Random } from '../../src/sandbox/random.js';
import { graph } from '../../src/schema.js';
import type { Outcome } from '../../src/verification/compare.js';
import { partOf } from '../support/portfolio.js';
import { damage, hash, isGoneId, withoutSome } from './damage.js';
import type { Stock } from './random-arguments.js';

/**
 * What may be wrong while an operation runs: nothing; the caller sees little; sources are down, or some of their routes
 * are; their records are damaged, or some of them gone; values cannot be written.
 */
export const weathers = ['fair', 'narrow', 'down', 'flaky', 'damaged', 'gone', 'unwritable'] as const;
export type Weather = (typeof weathers)[number];

export interface Question {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Run = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** The sandbox behind the gateway's own sources, of which every answer is had once: whoever asks again reads the same. */
export interface Stage {
  readonly stock: Stock;
  setWeather(weather: Weather, random: Random): Promise<void>;
  /** Runs an operation in a context of its own, as the gateway would. */
  run(question: Question, run: Run): Promise<Outcome>;
  close(): Promise<void>;
}

const systems: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];

/** Sees no guarded field, and not all sources. */
const narrow: Caller = {
  id: 'narrow',
  scopes: new Set(),
  sources: new Set(['facilitee', 'pigello', 'casavi']),
};

export async function createStage(schema: GraphQLSchema): Promise<Stage> {
  const portfolio = partOf(createPortfolio(), { buildings: [0, 2, 12], unitsEach: 2, issues: 6, others: 2 });
  const sandbox = await startSandbox({ portfolio });
  const limits = { attempts: 1, breakAfter: 1_000_000 };
  const connected = connectSources(
    sandboxSources(sandbox, Object.fromEntries(systems.map((name) => [name, { limits }]))),
  );
  const cursors = createCursors(['a key that only tests use']);
  // Room for the few records there are: what a registry sets aside for more takes longer than most operations.
  const identity = identitySettings.parse({ maxRecords: 100 });
  const answers = new Map<string, Promise<ApiAnswer>>();
  const underWay = new Set<Promise<ApiAnswer>>();
  let caller = everybody;
  let weather: Weather = 'fair';
  let struck: readonly SystemName[] = [];

  const once = (source: Source, call: ApiCall): Promise<ApiAnswer> => {
    const state = struck.includes(source.id as SystemName) ? weather : 'fair';
    const key = `${source.id} ${state} ${targetOf(call)}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = source.client.request(call, { signal: new AbortController().signal, deadline: Infinity });
      answers.set(key, answer);
      const asked = answer;
      underWay.add(asked);
      const done = (): void => void underWay.delete(asked);
      asked.then(done, done);
    }
    return answer;
  };
  const sources = connected.map((source): Source => ({
    ...source,
    // How many calls a scan has made depends on what else has read the same.
    scanCalls: Infinity,
    client: {
      ...source.client,
      async request(call: ApiCall, patience: Patience) {
        const end = patience.watch?.({ method: 'GET', path: call.path, login: false });
        try {
          return await once(source, call);
        } finally {
          end?.({ status: null, bytes: 0, failure: null });
        }
      },
    },
  }));
  breakLeaves(schema, () => weather === 'unwritable');

  const run: Stage['run'] = async ({ document, variables }, execute) => {
    const operation = startOperation(undefined);
    const contextValue = createContext(operation, {
      caller,
      sources,
      cursors,
      registry: createRegistry(identity),
      toFileUrl: (ref) => `https://gatehouse.example/${toGlobalId(ref)}`,
    });
    const result = await execute({ schema, document, variableValues: variables, contextValue });
    operation.finish();
    return { result, failures: operation.failures };
  };

  return {
    run,
    stock: await takeStock(run),
    async setWeather(next, random) {
      await Promise.allSettled(underWay);
      sandbox.reset();
      weather = next;
      caller = next === 'narrow' ? narrow : everybody;
      struck = [];
      if (next === 'fair' || next === 'narrow' || next === 'unwritable') return;
      struck = random.sample(systems, random.int(1, 2));
      for (const name of struck) strike(sandbox[name], next);
    },
    async close() {
      await Promise.all(connected.map(({ client }) => client.close()));
      await sandbox.close();
    },
  };
}

/** Whatever way leads to a record, it meets the same fault: which way is taken is up to the executor. */
function strike({ fail }: Awaited<ReturnType<typeof startSandbox>>[SystemName], weather: Weather): void {
  switch (weather) {
    case 'down':
      return void fail('*', { status: 503 });
    case 'flaky':
      return void fail(({ method, route }) => method === 'GET' && hash(route ?? '') % 3 === 0, {
        status: 500,
      });
    case 'gone':
      fail('*', { change: withoutSome });
      return void fail(({ path }) => path.split('/').some(isGoneId), { status: 404 });
    default:
      return void fail(({ method }) => method === 'GET', { change: (body) => damage(body) });
  }
}

/** Lets some values of each leaf type of a schema fail to be written. */
function breakLeaves(schema: GraphQLSchema, isOn: () => boolean): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const isLeaf = isEnumType(type) || (isScalarType(type) && !isSpecifiedScalarType(type));
    if (!isLeaf || isIntrospectionType(type)) continue;
    const write = type.serialize.bind(type) as (value: unknown) => string;
    type.serialize = (value: unknown) => {
      if (isOn() && hash(JSON.stringify(value)) % 4 === 0)
        throw new Error(`a ${type.name} that is not written`);
      return write(value);
    };
  }
}

const listed = [
  ...['building', 'unit', 'person', 'lease', 'issue', 'document'],
  ...['linkedBuilding', 'linkedUnit', 'linkedPerson'],
];

/** All ids there are, some that there are not, and a cursor of each list. */
async function takeStock(run: Stage['run']): Promise<Stock> {
  const lists = listed.map(
    (name) =>
      `${name}: ${name}s(first: 40) { nodes { id } } ${name}Page: ${name}s(first: 2) { pageInfo { endCursor } }`,
  );
  const question = { document: parse(`{ ${lists.join(' ')} }`), variables: {} };
  const { result } = await run(question, createExecute(graph));
  const data = result.data as Readonly<
    Record<string, { readonly nodes: readonly { id: string }[]; readonly pageInfo: { endCursor: string } }>
  >;
  const ids = listed.map(
    (name) => [name.toLowerCase(), (data[name]?.nodes ?? []).map(({ id }) => id)] as const,
  );
  const cursors = listed.map(
    (name) => [`Query.${name}s`, [data[`${name}Page`]?.pageInfo.endCursor ?? '']] as const,
  );
  const gone = [
    toGlobalId({ type: 'Building', source: 'pigello', key: ['11111111-1111-4111-8111-111111111111'] }),
    toGlobalId({ type: 'Unit', source: 'facilitee', key: ['999999'] }),
    toGlobalId({ type: 'Person', source: 'nobody', key: ['1'] }),
    toLinkedId({ type: 'Building', source: 'casavi', key: ['0'] }),
  ];
  return { ids: { ...Object.fromEntries(ids), gone }, cursors: Object.fromEntries(cursors) };
}
