import { useEffect, useEffectEvent } from 'react';
import { outages } from './gateway.js';

/**
 * Reads anew when a source that was down is back.
 *
 * @param isIncomplete - whether what is shown lacks something: if it was kept from an earlier visit, it is read anew at once
 */
export function useRecovery(isIncomplete: boolean, reread: () => void): void {
  const latest = useEffectEvent(reread);
  const opened = useEffectEvent(() => isIncomplete && reread());
  useEffect(() => {
    opened();
    return outages.onRecovery(() => latest());
  }, []);
}
