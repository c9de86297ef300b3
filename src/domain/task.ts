import type { Link } from './links.js';
import type { Maybe, NodeRecord } from './record.js';
import type { DateTimeText } from './values.js';

export type TaskStatus = 'OPEN' | 'ACCEPTED' | 'COMPLETED' | 'DECLINED' | 'UNKNOWN';

/** A work order given out for an issue. */
export interface Task extends NodeRecord<'Task'> {
  readonly issue: Maybe<Link<'Issue'>>;
  /** The order number that people use, which is the provider's id of the task within its issue. */
  readonly number: Maybe<string>;
  readonly title: Maybe<string>;
  readonly description: Maybe<string>;
  readonly status: TaskStatus;
  readonly providerStatus: Maybe<string>;
  readonly assignee: Maybe<Link<'Person'>>;
  readonly createdBy: Maybe<Link<'Person'>>;
  readonly createdAt: Maybe<DateTimeText>;
  readonly acceptedAt: Maybe<DateTimeText>;
  readonly declinedAt: Maybe<DateTimeText>;
  readonly completedAt: Maybe<DateTimeText>;
}
