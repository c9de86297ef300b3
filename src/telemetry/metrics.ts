import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Source } from '../domain/provider.js';
import type { SourceWatch } from '../http/client.js';
import type { Verdict } from '../verification/verify.js';
import type { OperationListener } from './finished-operation.js';

/**
 * What Prometheus reads. Labels hold configured ids, path templates and our own words: never a value of a URL, a record,
 * a caller, or a name that a client chose, so that there is an end to how many series there can be.
 */
export interface Metrics {
  readonly onOperation: OperationListener;
  /** Counts what was run again with graphql-js. */
  onVerified(verdict: Verdict): void;
  /** Counts what a source does. @returns what ends it, and takes back what only holds while it is there */
  watch(source: Source): () => void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
  /** All of it, to be added to what other processes have. */
  values(): Promise<MetricValues>;
  /** The media type of the text. */
  readonly contentType: string;
  /** Of the gateway itself; those of the process stand beside them in the text. */
  readonly registry: Registry;
}

/** Metrics with their values, as the library adds them up. */
export type MetricValues = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** What a gateway knows without being told. */
export interface GatewayLoad {
  /** Requests under way. */
  underWay(): number;
  /** Requests turned away since the start, since so many were under way. */
  turnedAway(): number;
}

/** Seconds: from answers that cost no call to the time that an operation may take. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** There is one process, however many gateways run in it. */
let ofProcess: Registry | undefined;

function processRegistry(): Registry {
  if (ofProcess === undefined) collectDefaultMetrics({ register: (ofProcess = new Registry()) });
  return ofProcess;
}

export function createMetrics(load: GatewayLoad): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const sources = new Set<Source>();
  const operations = operationMetrics(registers);
  const calls = callMetrics(registers);
  const circuits = circuitMetrics(registers);
  const drift = new Counter({
    name: 'gatehouse_drift_total',
    help: "Values and records of a source's answers that are not as documented, as the log tells them.",
    labelNames: ['source', 'record', 'kind'] as const,
    registers,
  });
  const verified = new Counter({
    name: 'gatehouse_verified_operations_total',
    help: 'Queries that were run again with graphql-js (`GATEHOUSE_VERIFY`), by result: `same`, `different`, or `unread` where it wanted more than had been read.',
    labelNames: ['result'] as const,
    registers,
  });
  loadMetrics(registers, load, sources);
  const ofTheProcess = processRegistry();

  return {
    registry,
    contentType: registry.contentType,
    text: async () => (await registry.metrics()) + (await ofTheProcess.metrics()),
    values: async () => [...(await registry.getMetricsAsJSON()), ...(await ofTheProcess.getMetricsAsJSON())],
    onOperation: operations,
    onVerified: (result) => verified.inc({ result }),
    watch(source) {
      const { id, client } = source;
      sources.add(source);
      const stops = [
        client.watch(calls(id)),
        circuits(source),
        source.drift.subscribe((changes) => {
          for (const { record, kind, count } of changes) drift.inc({ source: id, record, kind }, count);
        }),
      ];
      return () => {
        sources.delete(source);
        for (const stop of stops) stop();
      };
    },
  };
}

function operationMetrics(registers: Registry[]): OperationListener {
  const total = new Counter({
    name: 'gatehouse_operations_total',
    help: 'Operations that have ended, by type (`none`: the document could not be read) and outcome.',
    labelNames: ['type', 'outcome'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'gatehouse_operation_duration_seconds',
    help: 'Seconds from the arrival of an operation until its answer was sent.',
    labelNames: ['type'] as const,
    buckets,
    registers,
  });
  const failures = new Counter({
    name: 'gatehouse_errors_total',
    help: 'Entries of `errors` in answers, by code and, where it is about one, source.',
    labelNames: ['code', 'source'] as const,
    registers,
  });
  return ({ type, outcome, durationMs, errors }) => {
    total.inc({ type: type ?? 'none', outcome });
    duration.observe({ type: type ?? 'none' }, durationMs / 1000);
    for (const { code, source } of errors) failures.inc({ code, source: source ?? '' });
  };
}

/** @returns what looks on at the calls of a source */
function callMetrics(registers: Registry[]): (source: string) => SourceWatch {
  const ended = ['source', 'method', 'path', 'outcome'] as const;
  const total = new Counter({
    name: 'gatehouse_upstream_calls_total',
    help: 'Calls to a source that have ended, by path template and outcome: `OK`, `NOT_FOUND`, `ABANDONED` or the code of the error. Logins excepted.',
    labelNames: ended,
    registers,
  });
  const duration = new Histogram({
    name: 'gatehouse_upstream_call_duration_seconds',
    help: 'Seconds from sending a call to the end of its answer, without waiting for its turn. Logins excepted.',
    labelNames: ['source', 'method', 'path'] as const,
    buckets,
    registers,
  });
  const retries = new Counter({
    name: 'gatehouse_upstream_retries_total',
    help: 'Calls that were made again after a failure.',
    labelNames: ['source', 'method', 'path'] as const,
    registers,
  });
  const logins = new Counter({
    name: 'gatehouse_upstream_logins_total',
    help: 'Logins and renewals of a token, by outcome: `OK` or the code of the error.',
    labelNames: ['source', 'outcome'] as const,
    registers,
  });
  const spared = new Counter({
    name: 'gatehouse_upstream_spared_total',
    help: "Calls that were not made: `how` is `kept` (answered from the source's cache) or `shared` (by a call that another operation had under way).",
    labelNames: ['source', 'method', 'path', 'how'] as const,
    registers,
  });
  return (source) => ({
    exchange({ method, path, login, without }) {
      if (without !== undefined) {
        spared.inc({ source, method, path, how: without === 'cached' ? 'kept' : 'shared' });
        return () => undefined;
      }
      const startedAt = performance.now();
      return ({ failure, status }) => {
        const outcome = failure === null ? 'OK' : status === 404 ? 'NOT_FOUND' : failure;
        if (login) return logins.inc({ source, outcome });
        total.inc({ source, method, path, outcome });
        duration.observe({ source, method, path }, (performance.now() - startedAt) / 1000);
      };
    },
    retry: ({ method, path }) => retries.inc({ source, method, path }),
  });
}

/** @returns what follows the circuits of a source */
function circuitMetrics(registers: Registry[]): (source: Source) => () => void {
  const open = new Gauge({
    name: 'gatehouse_upstream_circuit_open',
    help: '1 while an endpoint that kept failing is left alone, 0 once it answers again; `call` is its method and path template.',
    labelNames: ['source', 'call'] as const,
    registers,
    // Of several workers one is enough to make it 1, as the help has it.
    aggregator: 'max',
  });
  const openings = new Counter({
    name: 'gatehouse_upstream_circuit_openings_total',
    help: 'How often an endpoint began to be left alone.',
    labelNames: ['source', 'call'] as const,
    registers,
  });
  return ({ id: source, client }) => {
    const met = new Set<string>();
    const set = (call: string, isOpen: boolean): void => {
      met.add(call);
      open.set({ source, call }, isOpen ? 1 : 0);
    };
    for (const { call } of client.openCircuits) set(call, true);
    const stop = client.onCircuit(({ call, failure }) => {
      if (failure !== null) openings.inc({ source, call });
      set(call, failure !== null);
    });
    return () => {
      stop();
      for (const call of met) open.remove({ source, call });
    };
  };
}

/** What is looked up when somebody reads it. */
function loadMetrics(registers: Registry[], load: GatewayLoad, sources: ReadonlySet<Source>): void {
  new Gauge({
    name: 'gatehouse_workers',
    help: 'Processes that answer requests: fewer than `GATEHOUSE_WORKERS` while one of them is started again.',
    registers,
  }).set(1);
  new Gauge({
    name: 'gatehouse_requests_under_way',
    help: 'Requests under way, health checks and metrics excepted.',
    registers,
    collect() {
      this.set(load.underWay());
    },
  });
  new Counter({
    name: 'gatehouse_requests_turned_away_total',
    help: 'Requests answered by 503, since as many as are allowed were under way.',
    registers,
    collect() {
      this.reset();
      this.inc(load.turnedAway());
    },
  });
  const ofSource = (name: string, help: string, value: (source: Source) => number): void => {
    new Gauge({
      name,
      help,
      labelNames: ['source'] as const,
      registers,
      collect() {
        this.reset();
        for (const source of sources) this.set({ source: source.id }, value(source));
      },
    });
  };
  ofSource(
    'gatehouse_upstream_calls_under_way',
    'Calls to a source under way.',
    ({ client }) => client.load.underWay,
  );
  ofSource(
    'gatehouse_upstream_calls_waiting',
    'Calls to a source that wait for others to end.',
    ({ client }) => client.load.waiting,
  );
}
