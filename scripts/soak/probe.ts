/**
 * Loaded into the gateway's process before the gateway itself: tells the soak what the process uses, and ends it with the
 * soak, so that none is left behind.
 */

/** What a process uses once garbage has been collected; sizes in bytes. */
export interface Memory {
  readonly heapUsed: number;
  /** Milliseconds of a core that it has taken so far. */
  readonly cpuMs: number;
  /** Buffers outside the heap. */
  readonly external: number;
  readonly rss: number;
}

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ heapUsed, external, rss, cpuMs: (user + system) / 1000 } satisfies Memory);
});
process.once('disconnect', () => process.exit(1));
// Listening for questions is no reason to stay.
process.channel?.unref();
