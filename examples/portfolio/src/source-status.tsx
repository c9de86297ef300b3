import {
  SourceReportFragmentDoc,
  SourceStatus,
  useFragment as read,
  type FragmentType,
  type SourceReportFragment,
} from '@gatehouse/client';
import { inList } from './words.js';

/** A list, as far as it says how its sources did. */
interface Reported {
  readonly sources: readonly FragmentType<typeof SourceReportFragmentDoc>[];
}

/** What each status means to somebody who reads the list. */
const MEANING: Record<SourceStatus, string> = {
  [SourceStatus.OK]: 'answers',
  [SourceStatus.PARTIAL]: 'answers in part',
  [SourceStatus.FAILED]: 'does not answer',
  [SourceStatus.SKIPPED]: 'has none',
};

interface SourceStatusesProps {
  readonly sources: readonly SourceReportFragment[];
  /** The source of each row that is shown. */
  readonly rows: readonly { readonly sourceId: string }[];
}

/** Each source of a list: whether it answers, and how many rows it gave so far. */
export function SourceStatuses({ sources, rows }: SourceStatusesProps) {
  return (
    <ul className="sources" aria-label="Sources">
      {sources.map(({ sourceId, status }) => (
        <li key={sourceId} className={status.toLowerCase()}>
          <strong>{sourceId}</strong> {MEANING[status]}
          <span className="count">{rows.filter((row) => row.sourceId === sourceId).length}</span>
        </li>
      ))}
    </ul>
  );
}

/** Whether a source's rows are missing in a list, all of them or some. */
export const lacksRows = ({ sources }: Reported): boolean =>
  read(SourceReportFragmentDoc, sources).some(
    ({ status }) => status === SourceStatus.FAILED || status === SourceStatus.PARTIAL,
  );

/** An empty list means one of three things, and only the statuses of its sources tell which. */
export function whyEmpty({ sources }: Reported): string {
  const reports = read(SourceReportFragmentDoc, sources);
  const named = (wanted: SourceStatus): string[] =>
    reports.flatMap(({ sourceId, status }) => (status === wanted ? [sourceId] : []));
  const failed = named(SourceStatus.FAILED);
  if (failed.length > 0) return `Nothing here without ${inList(failed)}, which did not answer.`;
  const skipped = named(SourceStatus.SKIPPED);
  return skipped.length > 0 && skipped.length === reports.length
    ? `Not to be had from ${inList(skipped)}.`
    : 'None.';
}
