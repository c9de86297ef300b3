import { useId } from 'react';
import { useQuery } from '@apollo/client/react';
import {
  IssueBoardDocument,
  IssueCardFragmentDoc,
  IssueOrderField,
  OrderDirection,
  OriginFragmentDoc,
  useFragment as read,
  type IssueBoardQuery,
} from '@gatehouse/client';
import type { Column } from './columns.js';
import { More } from './more.js';
import { Failure, Loading } from './page.js';
import { again, PAGE } from './paging.js';
import { toBuilding } from './route.js';
import { lacksRows, whyEmpty } from './source-status.js';
import { useRecovery } from './use-recovery.js';
import { dateOf, inWords, joined } from './words.js';

const orderBy = { field: IssueOrderField.CREATED_AT, direction: OrderDirection.DESC };

interface IssueColumnProps {
  readonly column: Column;
  /** Only these sources; all where it is empty. */
  readonly sources: string[];
}

/** The issues in some statuses, newest first. Each column is a list of its own, and goes on by itself. */
export function IssueColumn({ column: { title, statuses }, sources }: IssueColumnProps) {
  const id = useId();
  const filter = { status: statuses, ...(sources.length === 0 ? {} : { sources }) };
  const { data, error, fetchMore, refetch } = useQuery(IssueBoardDocument, {
    variables: { first: PAGE, orderBy, filter },
  });
  const issues = data?.issues;
  useRecovery(issues != null && lacksRows(issues), () => void refetch(again(issues?.edges.length ?? 0)));

  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {issues == null ? (
        error ? (
          <Failure error={error} retry={() => refetch()} />
        ) : (
          <Loading what="issues" />
        )
      ) : (
        <>
          <ul className="rows">
            {issues.edges.map(({ node }) => (
              <li key={read(IssueCardFragmentDoc, node).id}>
                <Issue issue={node} />
              </li>
            ))}
          </ul>
          {issues.edges.length === 0 && !issues.pageInfo.hasNextPage ? (
            <p className="empty">{whyEmpty(issues)}</p>
          ) : (
            <More
              what="issues"
              shown={issues.edges.length}
              hasNext={issues.pageInfo.hasNextPage}
              load={() => fetchMore({ variables: { first: PAGE, after: issues.pageInfo.endCursor } })}
            />
          )}
        </>
      )}
    </section>
  );
}

function Issue({ issue }: { readonly issue: IssueBoardQuery['issues']['edges'][number]['node'] }) {
  const card = read(IssueCardFragmentDoc, issue);
  const { sourceId } = read(OriginFragmentDoc, card.source);
  return (
    <>
      <strong>{card.title ?? 'Without a title'}</strong>
      {issue.building !== null && (
        <a href={toBuilding(issue.building.id)}>
          {joined(issue.building.name ?? 'Building', issue.unit?.number)}
        </a>
      )}
      <small>{joined(inWords(card.status), card.category)}</small>
      <small>{joined(dateOf(card.createdAt), sourceId)}</small>
      {card.priority === 'URGENT' && <span className="urgent">Urgent</span>}
    </>
  );
}
