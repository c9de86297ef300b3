import type { Link } from './links.js';
import type { Maybe, SourcedRecord } from './record.js';
import type { DateTimeText } from './values.js';

export type DocumentKind =
  | 'LEASE_CONTRACT'
  | 'SIGNED_CONTRACT_BUNDLE'
  | 'ISSUE_ATTACHMENT'
  | 'UNIT_ATTACHMENT'
  | 'PERSON_ATTACHMENT'
  | 'FLOOR_PLAN'
  | 'PROMOTION'
  | 'PROFILE_CARD'
  | 'STATEMENT'
  | 'OTHER'
  | 'UNKNOWN';

export type DocumentDerivation =
  'NATIVE' | 'DERIVED_FROM_UNIT' | 'DERIVED_FROM_PERSON' | 'DERIVED_FROM_AGREEMENT' | 'DERIVED_FROM_ISSUE';

export type DocumentShareType = 'BUILDING' | 'UNIT' | 'PERSON' | 'LEASE' | 'UNKNOWN';

/** Who may see a document. The provider's bare key only: it does not always suffice for a ref. */
export interface DocumentShare {
  readonly type: DocumentShareType;
  readonly remoteId: Maybe<string>;
  /** In the provider's words; null if all roles. */
  readonly roles: Maybe<readonly string[]>;
}

/** The types of record that a document can belong to. */
export type DocumentSubjectType = 'Building' | 'Unit' | 'Person' | 'Lease' | 'Issue';

/** A file, or the record of one, that belongs to another record. */
export interface Document extends SourcedRecord<'Document'> {
  readonly title: Maybe<string>;
  readonly fileName: Maybe<string>;
  readonly kind: DocumentKind;
  /** The provider's own word, or its code as text. */
  readonly providerKind: Maybe<string>;
  readonly derivation: DocumentDerivation;
  readonly mimeType: Maybe<string>;
  readonly sizeBytes: Maybe<number>;
  /**
   * Where the provider has the file; null where it has none. Clients never see it: they get a link of the gateway's own,
   * and whoever has this one may open the file.
   */
  readonly url: Maybe<string>;
  readonly publishedAt: Maybe<DateTimeText>;
  readonly downloadCount: Maybe<number>;
  readonly firstDownloadedAt: Maybe<DateTimeText>;
  readonly storageProvider: Maybe<string>;
  readonly sharedWith: Maybe<readonly DocumentShare[]>;
  readonly subject: Maybe<Link<DocumentSubjectType>>;
}
