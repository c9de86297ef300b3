import type { DocumentKind } from './document.js';
import type { IssueStatus } from './issue.js';
import type { LeaseStatus } from './lease.js';
import type { PersonRole } from './person.js';
import type { Ref } from './record.js';
import type { UnitKind } from './unit.js';
import type { DateTimeText, Provider } from './values.js';

/**
 * A list's filter after its global ids were decoded.
 * AND between members, OR within a list; `undefined` does not restrict, an empty list matches nothing.
 */
export interface BaseFilter {
  readonly sources?: readonly string[] | undefined;
  readonly providers?: readonly Provider[] | undefined;
  readonly externalId?: readonly string[] | undefined;
  /** Part of name, number, title or `externalId` (persons: displayName, e-mail, `externalId`), whatever the case. */
  readonly search?: string | undefined;
}

export type BuildingFilter = BaseFilter;

export interface UnitFilter extends BaseFilter {
  readonly kind?: readonly UnitKind[] | undefined;
  readonly building?: readonly Ref<'Building'>[] | undefined;
}

export interface PersonFilter extends BaseFilter {
  readonly role?: readonly PersonRole[] | undefined;
}

export interface LeaseFilter extends BaseFilter {
  readonly status?: readonly LeaseStatus[] | undefined;
  readonly unit?: readonly Ref<'Unit'>[] | undefined;
  readonly person?: readonly Ref<'Person'>[] | undefined;
}

export interface IssueFilter extends BaseFilter {
  readonly status?: readonly IssueStatus[] | undefined;
  readonly building?: readonly Ref<'Building'>[] | undefined;
  readonly unit?: readonly Ref<'Unit'>[] | undefined;
  /** Included: an issue created at this very moment matches. */
  readonly createdAfter?: DateTimeText | undefined;
  /** Included: an issue created at this very moment matches. */
  readonly createdBefore?: DateTimeText | undefined;
}

export interface DocumentFilter extends BaseFilter {
  readonly kind?: readonly DocumentKind[] | undefined;
  readonly building?: readonly Ref<'Building'>[] | undefined;
  readonly unit?: readonly Ref<'Unit'>[] | undefined;
  readonly lease?: readonly Ref<'Lease'>[] | undefined;
  readonly issue?: readonly Ref<'Issue'>[] | undefined;
}
