import { Pool } from 'undici';

/** One stretch of load. */
export interface WindowOrder {
  readonly url: string;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** How long new requests are begun; those under way are waited for. */
  readonly seconds: number;
  /** So many requests are begun, though they take longer than `seconds`. */
  readonly least: number;
  /** Seconds after which no more are begun, however few there were; each connection has had one by then. */
  readonly most: number;
  readonly requests: readonly WindowRequest[];
  /** Where in `requests` the window begins. */
  readonly from: number;
  /** Proofs of callers, used one after the other. */
  readonly keys: readonly string[];
}

export interface WindowRequest {
  readonly body: string;
  /** Bytes that its answer has when it is right. */
  readonly bytes: number;
}

export interface WindowResult {
  readonly answers: number;
  /** Answers of another status or length than the right one. */
  readonly wrong: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export async function runWindow(order: WindowOrder): Promise<WindowResult> {
  const { url, concurrency, requests, keys } = order;
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: concurrency,
    pipelining: 1,
    bodyTimeout: 0,
    headersTimeout: 0,
  });
  const latencies: number[] = [];
  let next = order.from;
  let begun = 0;
  let wrong = 0;
  const start = performance.now();
  const isOpen = (): boolean => {
    const seconds = (performance.now() - start) / 1000;
    return seconds < order.seconds || (begun < order.least && seconds < order.most);
  };

  const ask = async (): Promise<void> => {
    const request = requests[next % requests.length];
    const key = keys[next % keys.length];
    next += 1;
    begun += 1;
    const sent = performance.now();
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: request?.body ?? '',
    });
    let bytes = 0;
    for await (const chunk of body) bytes += (chunk as Buffer).length;
    latencies.push(performance.now() - sent);
    if (statusCode !== 200 || bytes !== request?.bytes) wrong += 1;
  };
  const worker = async (): Promise<void> => {
    while (isOpen()) await ask();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  latencies.sort((one, other) => one - other);
  const part = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { answers: latencies.length, wrong, seconds, p50: part(0.5), p99: part(0.99) };
}
