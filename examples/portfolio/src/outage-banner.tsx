import { useEffect, useState, useSyncExternalStore } from 'react';
import { outages } from './gateway.js';
import { inList, timeOf } from './words.js';

/** Seconds from one try to the next, if the source does not want more. */
const PATIENCE = 10;

/** Says which sources are down, what is missing and since when; asks again, and goes when they are back. */
export function OutageBanner() {
  const down = useSyncExternalStore(outages.subscribe, outages.current);
  const [asking, setAsking] = useState(false);
  const [wasDown, setWasDown] = useState(false);
  if (down.length > 0 && !wasDown) setWasDown(true);

  const retry = async (): Promise<void> => {
    setAsking(true);
    await outages.retry();
    setAsking(false);
    // The button goes with the banner, and would take the focus along.
    if (outages.current().length === 0) document.getElementById('main')?.focus({ preventScroll: true });
  };
  const wait = down.length === 0 ? null : Math.max(PATIENCE, ...down.map(({ retryAfter }) => retryAfter));
  useEffect(() => {
    if (wait === null) return;
    const timer = setInterval(() => {
      // Nobody waits for it in a window that nobody sees.
      if (!document.hidden) void outages.retry();
    }, wait * 1000);
    return () => clearInterval(timer);
  }, [wait]);

  return (
    <div className={down.length > 0 ? 'banner' : 'hidden'}>
      <div role="status">
        {down.map(({ sourceId, since, missing, reason }) => (
          <p key={sourceId}>
            <strong>{sourceId}</strong> has not answered since{' '}
            <time dateTime={since.toISOString()}>{timeOf(since)}</time>. Missing from it: {inList(missing)}.{' '}
            <small>{reason}</small>
          </p>
        ))}
        {down.length === 0 && wasDown && <p>All sources answer again.</p>}
      </div>
      {down.length > 0 && (
        <button type="button" aria-disabled={asking} onClick={() => void (asking || retry())}>
          {asking ? 'Trying …' : 'Try again'}
        </button>
      )}
    </div>
  );
}
