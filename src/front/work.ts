import type { ServerResponse } from 'node:http';

/** What answers each request. */
const works = new WeakMap<ServerResponse, Promise<unknown>>();

/** Remembers what answers a request. To be called as soon as it has begun. */
export function setWork(response: ServerResponse, work: Promise<unknown>): void {
  works.set(response, work);
}

/**
 * Calls back once a request takes nothing any more: when its answer has been sent; where the client has gone before there
 * was one, when the work for it has ended, too, which costs as much as if somebody waited for it.
 */
export function onceOver(response: ServerResponse, callback: () => void): void {
  response.once('close', () => {
    const work = works.get(response);
    // Once an answer is on its way, all is done but the sending; yoga would wait for ever for a client that stopped reading.
    if (work === undefined || response.headersSent) callback();
    else void work.then(callback, callback);
  });
}
