import type { Upstreams } from './providers.js';

/** What the bench has told this process. */
export const port = Number(process.env['PORT']);
export const upstreams = JSON.parse(process.env['BENCH_UPSTREAMS'] ?? '{}') as Upstreams;
