import { SourceStatus, type SourceReportFragment } from '@gatehouse/client';

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
