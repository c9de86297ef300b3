import type { Building } from './building.js';
import type { Comment } from './comment.js';
import type { Document } from './document.js';
import type { Issue } from './issue.js';
import type { Lease } from './lease.js';
import type { Person } from './person.js';
import type { Ref, RefType } from './record.js';
import type { Task } from './task.js';
import type { Unit } from './unit.js';
import type { Address } from './values.js';

/** Which record a ref of each type stands for. */
export interface RecordTypes {
  Building: Building;
  Unit: Unit;
  Person: Person;
  Lease: Lease;
  Issue: Issue;
  Document: Document;
  Comment: Comment;
  Task: Task;
  Address: Address;
}

/** The record that a ref of type `T` stands for. */
export type RecordOf<T extends RefType> = RecordTypes[T];

/**
 * A way to another record: a ref, or the record itself where the answer held it.
 * For several types it is a union of links: `Link<'Unit' | 'Lease'>` is one to a unit or one to a lease.
 *
 * An embedded record follows the same rule as any other: what the answer did not say is `undefined`,
 * and is asked of its detail call when a query names it.
 */
export type Link<T extends RefType = RefType> = { [K in T]: Ref<K> | RecordTypes[K] }[T];

/** Whether a link is only a ref, so that the record must be loaded. No record has a member named `key`. */
export function isRef<L extends object>(link: L): link is Extract<L, Ref> {
  return 'key' in link;
}
