import { useEffect, useEffectEvent } from 'react';
import {
  SourceReportFragmentDoc,
  SourceStatus,
  useFragment as read,
  type FragmentType,
} from '@gatehouse/client';
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

/** Whether a source's rows are missing in a list, all of them or some. */
export function lacksRows(list: {
  readonly sources: readonly FragmentType<typeof SourceReportFragmentDoc>[];
}): boolean {
  return read(SourceReportFragmentDoc, list.sources).some(
    ({ status }) => status === SourceStatus.FAILED || status === SourceStatus.PARTIAL,
  );
}
