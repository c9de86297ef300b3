import type { LeaseStatus } from './lease.js';

export interface LeaseDates {
  readonly start: string | null;
  readonly end: string | null;
  /** Whether the lease is signed; `undefined` where the provider does not tell, so that it says nothing against it. */
  readonly signed?: boolean | undefined;
  readonly cancelled?: boolean | undefined;
}

/**
 * The status that dates alone prove, on a day of the source's time zone. A lease that is yet to begin is UPCOMING only
 * where it is signed; where dates say nothing, the status is UNKNOWN.
 */
export function leaseStatusOn(today: string, { start, end, signed, cancelled }: LeaseDates): LeaseStatus {
  if (end !== null && end < today) return 'ENDED';
  if (start !== null && start > today) return signed === false ? 'UNKNOWN' : 'UPCOMING';
  if (cancelled === true) return 'NOTICE_GIVEN';
  return start === null ? 'UNKNOWN' : 'ACTIVE';
}
