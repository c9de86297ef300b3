import { isRef, type Link, type Ref } from '../../src/domain/index.js';

/** Pigello's id stands last in every key. */
export function idOf(ref: Ref): string {
  return ref.key.at(-1) ?? '';
}

/** The bare id of a record. */
export function remoteId(record: { readonly remoteId: string }): string {
  return record.remoteId;
}

/** The bare id behind a link. */
export function linkId(link: Link | null | undefined): string | null {
  if (link === null || link === undefined) return null;
  return isRef(link) ? idOf(link) : 'remoteId' in link ? link.remoteId : null;
}
