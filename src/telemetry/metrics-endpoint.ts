import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Metrics } from './metrics.js';

/**
 * Where metrics can be read. `BESIDE`: at the address of the gateway itself. `KEPT`: nowhere, but they are kept for whoever has
 * the gateway. Otherwise at an address of their own.
 */
export type MetricsPlace = 'BESIDE' | 'KEPT' | OwnPlace;

export interface OwnPlace {
  readonly port: number;
  readonly host: string;
}

/** The variables that say where metrics have an address of their own. */
export const metricsVariables = { port: 'GATEHOUSE_METRICS_PORT', host: 'GATEHOUSE_METRICS_HOST' };

/** What is answered where metrics are read. */
export type MetricsText = Pick<Metrics, 'text' | 'contentType'>;

export const metricsPath = '/metrics';

/** Answers a request for metrics. @returns whether it was one */
export function answerMetrics(
  metrics: MetricsText,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.url !== metricsPath) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return true;
  }
  void metrics.text().then(
    (text) =>
      response
        .writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
        .end(request.method === 'HEAD' ? undefined : text),
    () => response.writeHead(500).end(),
  );
  return true;
}

/** Milliseconds that whoever reads metrics may take to ask. */
const times = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 };

/** A server that answers nothing else. */
export function createMetricsServer(metrics: MetricsText): Server {
  return createServer(times, (request, response) => {
    if (!answerMetrics(metrics, request, response)) response.writeHead(404).end();
  });
}
