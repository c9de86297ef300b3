import type { Comment } from './comment.js';
import type { Document } from './document.js';
import type { Link } from './links.js';
import type { Maybe, SourcedRecord } from './record.js';
import type { Task } from './task.js';
import type { CustomField, DateTimeText } from './values.js';

export type IssueStatus =
  | 'SCHEDULED'
  | 'OPEN'
  | 'WAITING'
  | 'ON_HOLD'
  | 'QUOTATION'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'RESOLVED'
  | 'CLOSED'
  | 'REJECTED'
  | 'UNKNOWN';

export type IssuePriority = 'URGENT' | 'NORMAL' | 'UNKNOWN';

/** How the work on an issue was judged. */
export interface IssueRating {
  readonly value: Maybe<number>;
  readonly comment: Maybe<string>;
  /** An unlabelled code of the provider. */
  readonly providerType: Maybe<string>;
  readonly ratedBy: Maybe<string>;
  readonly ratedAt: Maybe<DateTimeText>;
}

/** Something reported that wants handling: a defect, a question, a complaint. */
export interface Issue extends SourcedRecord<'Issue'> {
  readonly number: Maybe<string>;
  readonly title: Maybe<string>;
  readonly description: Maybe<string>;
  readonly category: Maybe<string>;
  readonly categoryGroup: Maybe<string>;
  readonly status: IssueStatus;
  /** The provider's own word, or its code as text. */
  readonly providerStatus: Maybe<string>;
  /** The label that the customer shows instead. */
  readonly statusText: Maybe<string>;
  readonly priority: IssuePriority;
  /** Deep link to the provider's application. */
  readonly url: Maybe<string>;
  /** `undefined` where only the unit knows it: the edge then goes through the unit. */
  readonly building: Maybe<Link<'Building'>>;
  readonly unit: Maybe<Link<'Unit'>>;
  readonly reporter: Maybe<Link<'Person'>>;
  readonly reporterName: Maybe<string>;
  readonly reporterEmail: Maybe<string>;
  readonly reporterTelephone: Maybe<string>;
  readonly assignee: Maybe<Link<'Person'>>;
  readonly assigneeName: Maybe<string>;
  readonly followers: Maybe<readonly Link<'Person'>[]>;
  readonly isSharedWithBuilding: Maybe<boolean>;
  readonly hasOccupantsInvolved: Maybe<boolean>;
  readonly reportedAt: Maybe<DateTimeText>;
  readonly closedAt: Maybe<DateTimeText>;
  /** In a unit that Facilitee does not state. */
  readonly responseTimeLeft: Maybe<number>;
  readonly rejectionComment: Maybe<string>;
  readonly rating: Maybe<IssueRating>;
  readonly customFields: Maybe<readonly CustomField[]>;
  /** Present when the provider's answer already holds ALL comments of the issue, so that no call is needed. */
  readonly comments?: readonly Comment[] | undefined;
  /** Present when the provider's answer already holds ALL tasks of the issue, so that no call is needed. */
  readonly tasks?: readonly Task[] | undefined;
  /** Present when the provider's answer already holds ALL documents of the issue, so that no call is needed. */
  readonly documents?: readonly Document[] | undefined;
}
