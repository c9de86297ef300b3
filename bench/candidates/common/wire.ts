/** What the providers say, as far as the queries of the bench need it. */

export interface Relation {
  readonly id: string;
}

/** A page of Pigello. */
export interface PigelloPage<Row> {
  readonly data: readonly Row[];
  readonly meta: { readonly total: number };
}

interface PigelloRow {
  readonly id: string;
  readonly custom_id: string | null;
  readonly created_at: string | null;
}

export interface BuildingRow extends PigelloRow {
  readonly name: string | null;
  readonly popular_name: string | null;
  readonly archived: boolean | null;
}

export interface ApartmentRow extends PigelloRow {
  readonly landlord_custom_id: string | null;
  readonly popular_name: string | null;
  readonly apartment_id: string | null;
  readonly building: Relation | null;
  readonly floors: readonly number[] | null;
  readonly usable_area: number | null;
  readonly category: string | null;
  readonly archived: boolean | null;
}

export interface ContractRow extends PigelloRow {
  readonly id_number: string | null;
  readonly apartment: Relation | null;
  /** Pigello's reference shows that lists may hold nulls. */
  readonly tenants: readonly (Relation | null)[];
  readonly start_date: string | null;
  readonly initial_end_date: string | null;
  readonly end_date: string | null;
  readonly signed_time: string | null;
  readonly cancellation_time: string | null;
}

export interface TenantRow extends PigelloRow {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly corporate_name: string | null;
}

export interface ErrandRow extends PigelloRow {
  readonly title: string | null;
}

export interface ContractDocumentRow extends PigelloRow {
  readonly object_id: string;
  readonly document_file: { readonly name: string | null } | null;
}

export interface PropertyPage {
  readonly totalItems: number;
  readonly items: readonly {
    readonly id: number;
    readonly name: string | null;
    readonly customPropertyId: string | null;
  }[];
}

export interface PropertyUnitRow {
  readonly id: number;
  readonly customUnitId: string | null;
}

export interface PropertyUserRow {
  readonly id: number;
  readonly propertyUnits: readonly {
    readonly propertyUnitId: number;
    readonly contractStart: string | null;
  }[];
}

export interface EstatePage {
  readonly results: readonly {
    readonly estate: {
      readonly id: number;
      readonly name: string | null;
      readonly external_id: string | null;
    };
  }[];
  /** `"16,"`, as HomeQ's own sample has it. */
  readonly total: string | number;
}

export interface AgreementPage {
  readonly results: readonly { readonly id: number; readonly apartment_id: number }[];
}

export interface CommunityRow {
  readonly id: string;
  readonly name: string | null;
}

export interface CommunityPage {
  readonly count: number;
  readonly rows: readonly CommunityRow[];
}

export interface CasaviUnitRow {
  readonly id: string;
  readonly number: string | null;
}

export interface ContactRow {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
}

export interface TicketRow {
  readonly id: string;
  readonly title: string | null;
}
