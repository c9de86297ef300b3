import type { FileRecord, Person, Tenancy, Unit } from '../../../src/sandbox/portfolio.js';
import { uuidOf } from '../../../src/sandbox/uuid.js';
import { apartmentId } from './apartments.js';
import { profileId } from './people.js';

/** An agreement and the files that it points to. */
export interface Agreement {
  readonly id: number;
  /** What `rental_id` finds it by. No answer shows it. */
  readonly rentalId: number;
  readonly tenancy: Tenancy;
  readonly unit: Unit;
  /** The one person whom HomeQ names. */
  readonly tenant: Person | null;
  /** Null until it has been signed, and on those from before 2021, signed on paper. */
  readonly digitalContract: FileRecord | null;
  readonly profileCard: FileRecord | null;
  readonly signDate: string | null;
}

/** Draws up the agreement behind a tenancy that was let on the marketplace. */
export function createAgreement(
  tenancy: Tenancy,
  unit: Unit,
  tenant: Person | null,
  files: readonly FileRecord[],
): Agreement {
  const flawed = tenancy.oddity === 'null-members';
  const contract = files.find(
    (file) => file.kind === 'contract-digital' && file.signedAt !== null && file.oddity === null,
  );
  return {
    id: 5000 + tenancy.ordinal,
    rentalId: 7000 + tenancy.ordinal,
    tenancy,
    unit,
    tenant,
    digitalContract: flawed || contract === undefined ? null : alone(contract),
    profileCard: flawed || tenant === null || tenancy.ordinal % 3 === 0 ? null : profileCard(tenancy),
    signDate: flawed ? null : (tenancy.signedOn ?? tenancy.signingPlannedOn),
  };
}

/** The landlord's row of an agreement (`CustomerAgreement`). There is no other way to its tenant than this row. */
export function agreementRow(agreement: Agreement, linkTo: (file: FileRecord) => string) {
  const { digitalContract, profileCard: card, tenancy, tenant } = agreement;
  return {
    apartment_id: apartmentId(agreement.unit),
    digital_contract: digitalContract === null ? null : linkTo(digitalContract),
    digital_contract_fields: digitalContract === null ? null : {},
    email: tenant?.email ?? null,
    first_name: tenant?.firstName ?? null,
    id: agreement.id,
    kyc_verification_id: digitalContract === null ? null : uuidOf(`homeq kyc ${tenancy.key}`),
    last_name: tenant?.lastName ?? null,
    profile_card: card === null ? null : linkTo(card),
    sign_date: agreement.signDate,
    ssn: tenant?.nationalId ?? null,
    user_profile_id: tenant === null ? null : profileId(tenant),
  };
}

/** Only Pigello packs a contract together with what proves it. */
function alone(contract: FileRecord): FileRecord {
  return { ...contract, name: contract.name.replace(/\.zip$/, '.pdf'), contentType: 'application/pdf' };
}

/** HomeQ makes it of what the seeker has told about himself; the landlord files no copy. */
function profileCard(tenancy: Tenancy): FileRecord {
  return {
    key: `profile card of ${tenancy.key}`,
    ordinal: tenancy.ordinal,
    kind: 'contract-appendix',
    ownerType: 'tenancy',
    ownerKey: tenancy.key,
    name: `Profilkort ${tenancy.reference}.pdf`,
    contentType: 'application/pdf',
    createdAt: tenancy.createdAt,
    signedAt: null,
    oddity: null,
  };
}
