import { SourceReportFragmentDoc, SourceStatus, useFragment, type FragmentType } from '@gatehouse/client';

/** The sources that a list lacks rows of, with the reason: what a banner should name. */
export function missingSources(sources: readonly FragmentType<typeof SourceReportFragmentDoc>[]) {
  return useFragment(SourceReportFragmentDoc, sources).filter(
    ({ status }) => status === SourceStatus.FAILED || status === SourceStatus.PARTIAL,
  );
}
