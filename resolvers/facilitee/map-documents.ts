import type { Document, Person, Unit } from '../../src/domain/index.js';
import { rawOf } from '../../src/wire/raw.js';
import { toUrl } from '../../src/wire/values.js';
import type { Attachment } from './wire.js';

/** A file attached to a unit or to a service provider; it has no operation of its own, and came with what it hangs on. */
export function toDocument(subject: Unit | Person, attachment: Attachment, at: Date): Document {
  const { type, source, key: holder } = subject.ref;
  const key = [...(type === 'Unit' ? ['unit'] : []), ...holder, attachment.id];
  return {
    ref: { type: 'Document', source, key },
    remoteId: key.join(':'),
    fetchedAt: at,
    raw: rawOf(attachment),
    externalId: null,
    createdAt: null,
    updatedAt: null,
    title: attachment.name,
    fileName: attachment.name,
    kind: type === 'Unit' ? 'UNIT_ATTACHMENT' : 'PERSON_ATTACHMENT',
    providerKind: null,
    derivation: type === 'Unit' ? 'DERIVED_FROM_UNIT' : 'DERIVED_FROM_PERSON',
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
