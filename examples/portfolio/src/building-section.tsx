import { useId, type ReactNode } from 'react';
import type { FragmentType, SourceReportFragmentDoc } from '@gatehouse/client';
import { More } from './more.js';
import { whyEmpty } from './source-status.js';

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
      <ul className="rows">
        {edges.map(({ cursor, node }) => (
          <li key={cursor}>{row(node)}</li>
        ))}
      </ul>
      {edges.length === 0 && !pageInfo.hasNextPage ? (
        <p className="empty">{whyEmpty(list)}</p>
      ) : (
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
