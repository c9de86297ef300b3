import { useId, type ReactNode } from 'react';
import {
  SourceReportFragmentDoc,
  SourceStatus,
  useFragment as read,
  type FragmentType,
} from '@gatehouse/client';
import { More } from './more.js';

interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly sources: readonly FragmentType<typeof SourceReportFragmentDoc>[];
}

interface BuildingSectionProps<Node> {
  readonly title: string;
  readonly list: Connection<Node>;
  readonly row: (node: Node) => ReactNode;
  /** Reads the page behind a cursor into the list. */
  readonly more: (after: string | null) => Promise<{ readonly data?: unknown }>;
}

/** One list of a building. */
export function BuildingSection<Node>({ title, list, row, more }: BuildingSectionProps<Node>) {
  const id = useId();
  const { edges, pageInfo } = list;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {edges.length === 0 ? (
        <p className="empty">{whyEmpty(list)}</p>
      ) : (
        <ul className="rows">
          {edges.map(({ cursor, node }) => (
            <li key={cursor}>{row(node)}</li>
          ))}
        </ul>
      )}
      {edges.length > 0 && (
        <More
          what={title.toLowerCase()}
          shown={edges.length}
          hasNext={pageInfo.hasNextPage}
          load={() => more(pageInfo.endCursor)}
        />
      )}
    </section>
  );
}

/** An empty list means one of three things, and only the source's status tells which. */
function whyEmpty({ sources }: Connection<unknown>): string {
  const reports = read(SourceReportFragmentDoc, sources);
  const failed = reports.find(({ status }) => status === SourceStatus.FAILED);
  if (failed !== undefined) return `${failed.sourceId} does not answer.`;
  const skipped = reports.find(({ status }) => status === SourceStatus.SKIPPED);
  return skipped === undefined ? 'None.' : `${skipped.sourceId} does not tell.`;
}
