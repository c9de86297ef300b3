import type { Document, DocumentSubjectType, Link } from '../../src/domain/index.js';
import { toUrl } from '../../src/wire/values.js';
import { personRef } from './roles.js';
import type { Attachment } from './wire.js';

/** First part of a document's key: what it is attached to. */
export type Holder = 'unit' | 'service-provider';

/** A file attached to a unit or to a service provider; it has no operation of its own. */
export function toDocument(
  source: string,
  holder: Holder,
  holderId: string,
  attachment: Attachment,
  at: Date,
): Document {
  const key = [holder, holderId, attachment.id];
  const subject: Link<DocumentSubjectType> =
    holder === 'unit' ? { type: 'Unit', source, key: [holderId] } : personRef(source, holder, holderId);
  return {
    ref: { type: 'Document', source, key },
    remoteId: key.join(':'),
    fetchedAt: at,
    externalId: null,
    createdAt: null,
    updatedAt: null,
    title: attachment.name,
    fileName: attachment.name,
    kind: holder === 'unit' ? 'UNIT_ATTACHMENT' : 'PERSON_ATTACHMENT',
    providerKind: null,
    derivation: holder === 'unit' ? 'DERIVED_FROM_UNIT' : 'DERIVED_FROM_PERSON',
    mimeType: null,
    // `size` is given without a unit ("Get Property Unit details": 5), so it is no number of bytes.
    sizeBytes: null,
    url: toUrl(attachment.url),
    publishedAt: null,
    downloadCount: null,
    firstDownloadedAt: null,
    storageProvider: null,
    sharedWith: null,
    subject,
  };
}
