/**
 * What every record has, whichever provider it came from.
 *
 * Three words carry the whole model:
 * - a **ref** says which record is meant (type, source, the provider's key) without having read it;
 * - a **record** is what a source answered, translated to the domain;
 * - a **link** is a field that leads to another record: a ref, or the record itself where the answer held it.
 *
 * Absence has two spellings, and the difference costs calls: `null` means "known to be absent",
 * `undefined` means "this answer did not say; the provider's detail call does".
 */

import type { DateTimeText } from './values.js';

/** Types that `node(id)` can answer. */
export type NodeType = 'Building' | 'Unit' | 'Person' | 'Lease' | 'Issue' | 'Document' | 'Comment' | 'Task';

/** Every kind of thing a loader can be asked for by ref: the nodes, and records that hang on them. */
export type RefType = NodeType | 'Address';

/** Names a record of a source: its type, the source's id, and the provider's key (one part, or several where it is composite). */
export interface Ref<T extends RefType = RefType> {
  readonly type: T;
  readonly source: string;
  readonly key: readonly string[];
}

/** A value that only another answer of the provider may hold: `undefined` = ask the detail call, `null` = known to be absent. */
export type Maybe<T> = T | null | undefined;

/** What every node is known by: which record it is, and when it was read. Comment and Task have only this. */
export interface NodeRecord<T extends NodeType = NodeType> {
  readonly ref: Ref<T>;
  /** The provider's own key, as shown in `source.remoteId`. */
  readonly remoteId: string;
  /** When the answer that this record was read from arrived. */
  readonly fetchedAt: Date;
  /**
   * The object that this record was read from, as the answer had it: the row of a list, the record's own answer, or what
   * another record holds of it. Not a copy. `null` for a record that no answer held, such as a sample.
   */
  readonly raw: object | null;
}

/** The fields that every record of a source carries (`interface SourcedNode`). Dates here and below: see `values.ts`. */
export interface SourcedRecord<T extends NodeType = NodeType> extends NodeRecord<T> {
  /** The customer's own reference number. */
  readonly externalId: Maybe<string>;
  readonly createdAt: Maybe<DateTimeText>;
  readonly updatedAt: Maybe<DateTimeText>;
}
