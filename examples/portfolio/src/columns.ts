import { IssueStatus } from '@gatehouse/client';

/** A column of the board: statuses that mean the same to those who look at it. */
export interface Column {
  readonly title: string;
  readonly statuses: IssueStatus[];
}

/** Every status stands in one of them. */
export const COLUMNS: readonly Column[] = [
  { title: 'Open', statuses: [IssueStatus.OPEN, IssueStatus.SCHEDULED] },
  { title: 'Waiting', statuses: [IssueStatus.WAITING, IssueStatus.ON_HOLD, IssueStatus.QUOTATION] },
  { title: 'In progress', statuses: [IssueStatus.ASSIGNED, IssueStatus.IN_PROGRESS] },
  { title: 'Done', statuses: [IssueStatus.RESOLVED, IssueStatus.CLOSED, IssueStatus.REJECTED] },
  { title: 'Unknown', statuses: [IssueStatus.UNKNOWN] },
];
