import type { Log } from '../log.js';
import { byGravity, type Drift, type DriftChange } from './drift.js';

const minute = 60_000;
/** Entries of one line. */
const most = 20;

/**
 * Warns of a source's drift, at most once a minute, with what came since the last line. There is no timer: what comes
 * within the minute is told by the first drift after it, and stands in `Source.drift` meanwhile.
 *
 * @returns what ends it
 */
export function logDrift(
  { id, drift }: { readonly id: string; readonly drift: Drift },
  log: Log,
  now: () => number = Date.now,
): () => void {
  const pending = new Map<string, DriftChange>();
  let lastAt = -Infinity;

  return drift.subscribe((changes) => {
    for (const change of changes) {
      const name = `${change.kind} ${change.record} ${change.field}`;
      const count = change.count + (pending.get(name)?.count ?? 0);
      pending.set(name, { ...change, count });
    }
    const at = now();
    if (at - lastAt < minute) return;
    lastAt = at;
    const told = [...pending.values()].sort(byGravity);
    pending.clear();
    log.warn(`${id}: answers do not look as documented`, {
      source: id,
      drift: told.slice(0, most),
      ...(told.length > most ? { more: told.length - most } : {}),
    });
  });
}
