import type { Link } from './links.js';
import type { Maybe, NodeRecord } from './record.js';
import type { DateTimeText } from './values.js';

/** One message in the conversation about an issue. */
export interface Comment extends NodeRecord<'Comment'> {
  readonly issue: Maybe<Link<'Issue'>>;
  /** Markdown. */
  readonly text: Maybe<string>;
  readonly isInternal: Maybe<boolean>;
  readonly authorName: Maybe<string>;
  readonly author: Maybe<Link<'Person'>>;
  readonly createdAt: Maybe<DateTimeText>;
}
