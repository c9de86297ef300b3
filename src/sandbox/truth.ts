import type { TenancyState } from './model.js';

/**
 * What the lists of one provider must hold, computed from the same projection that its stand-in serves: tests compare the
 * gateway's answers with it. Ids are the provider's own, as `source.remoteId` shows them; only a document's is the bare
 * id of the file or document record. References stand as the provider's record shows them, but for blanks around them.
 * Edges hold ended leases, too.
 */
export interface Truth {
  readonly buildings: readonly TrueBuilding[];
  readonly units: readonly TrueUnit[];
  readonly persons: readonly TruePerson[];
  readonly leases: readonly TrueLease[];
  readonly issues: readonly TrueIssue[];
  readonly documents: readonly TrueDocument[];
}

export interface TrueBuilding {
  readonly id: string;
  /**
   * The key of the real thing in the portfolio: records of several systems with the same one are the same building, unit
   * or person.
   */
  readonly real: string;
  readonly externalId: string | null;
  readonly name: string | null;
  /** Null where the provider does not say. */
  readonly active: boolean | null;
  readonly unitIds: readonly string[];
  readonly leaseIds: readonly string[];
  readonly issueIds: readonly string[];
}

export interface TrueUnit {
  readonly id: string;
  /** As with a building. */
  readonly real: string;
  readonly externalId: string | null;
  readonly number: string | null;
  readonly buildingId: string | null;
  readonly leaseIds: readonly string[];
  readonly personIds: readonly string[];
  readonly issueIds: readonly string[];
}

export interface TruePerson {
  readonly id: string;
  /** As with a building. */
  readonly real: string;
  readonly externalId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
  readonly email: string | null;
  readonly unitIds: readonly string[];
  readonly leaseIds: readonly string[];
  /** Issues that name the person as reporter, as the one who entered it, or as follower. */
  readonly issueIds: readonly string[];
}

export interface TrueLease {
  readonly id: string;
  readonly externalId: string | null;
  /** Null where the provider gives nothing to tell it by. */
  readonly state: TenancyState | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly unitId: string | null;
  readonly buildingId: string | null;
  readonly tenantIds: readonly string[];
  readonly documentIds: readonly string[];
}

export interface TrueIssue {
  readonly id: string;
  readonly externalId: string | null;
  readonly title: string | null;
  /** The provider's own word or number, as text. */
  readonly providerStatus: string | null;
  readonly createdAt: string | null;
  readonly buildingId: string | null;
  readonly unitId: string | null;
  readonly reporterId: string | null;
  readonly documentIds: readonly string[];
  readonly commentIds: readonly string[];
  readonly taskIds: readonly string[];
}

export interface TrueDocument {
  readonly id: string;
  readonly title: string | null;
  /** The list that `subjectId` belongs to. */
  readonly subject: 'lease' | 'issue' | 'unit' | 'person' | 'building' | null;
  readonly subjectId: string | null;
}
