import { day, joinWords, tenantName, text } from './values.js';
import type {
  AgreementPage,
  ApartmentRow,
  BuildingRow,
  CasaviUnitRow,
  CommunityRow,
  ContactRow,
  ContractDocumentRow,
  ContractRow,
  ErrandRow,
  EstatePage,
  PropertyUnitRow,
  PropertyUserRow,
  TenantRow,
  TicketRow,
} from './wire.js';

/** What a node shows in the query of mixed nodes, apart from its id. */
export interface NodeFields {
  readonly __typename: string;
  readonly externalId: string | null;
  /** Without the source's id. */
  readonly remoteId: string;
  /** The one field that its type adds. */
  readonly field: 'name' | 'number' | 'startDate' | 'displayName' | 'title';
  readonly value: string | null;
}

function node(
  __typename: string,
  field: NodeFields['field'],
  value: string | null,
  remoteId: string | number,
  externalId: string | null,
): NodeFields {
  return { __typename, externalId, remoteId: String(remoteId), field, value };
}

export const pigelloNodes = {
  building: (row: BuildingRow) =>
    node('Building', 'name', text(row.name) ?? text(row.popular_name), row.id, text(row.custom_id)),
  unit: (row: ApartmentRow) =>
    node(
      'Unit',
      'number',
      text(row.apartment_id),
      row.id,
      text(row.custom_id) ?? text(row.landlord_custom_id),
    ),
  person: (row: TenantRow) => node('Person', 'displayName', tenantName(row), row.id, text(row.custom_id)),
  lease: (row: ContractRow) => node('Lease', 'startDate', day(row.start_date), row.id, text(row.custom_id)),
  issue: (row: ErrandRow) => node('Issue', 'title', text(row.title), row.id, text(row.custom_id)),
  document: (row: ContractDocumentRow) =>
    node(
      'Document',
      'title',
      text(row.document_file?.name ?? null),
      `signedcontractdocument:${row.object_id}:${row.id}`,
      text(row.custom_id),
    ),
};

export const faciliteeNodes = {
  unit: (row: PropertyUnitRow) =>
    node('Unit', 'number', text(row.customUnitId), row.id, text(row.customUnitId)),
  lease(row: PropertyUserRow, unit: string): NodeFields | null {
    const place = row.propertyUnits.find(({ propertyUnitId }) => String(propertyUnitId) === unit);
    return place === undefined
      ? null
      : node('Lease', 'startDate', day(place.contractStart), `${unit}:${row.id}`, null);
  },
};

export const homeqNodes = {
  building: ({ estate }: EstatePage['results'][number]) =>
    node('Building', 'name', text(estate.name), estate.id, text(estate.external_id)),
  lease: (row: AgreementPage['results'][number]) =>
    node('Lease', 'startDate', null, `${row.id}:${row.apartment_id}`, null),
};

export const casaviNodes = {
  building: (row: CommunityRow) => node('Building', 'name', text(row.name), row.id, text(row.id)),
  unit: (row: CasaviUnitRow) => node('Unit', 'number', text(row.number), row.id, text(row.id)),
  person: (row: ContactRow) =>
    node(
      'Person',
      'displayName',
      joinWords(row.firstName, row.lastName) ?? text(row.company),
      row.id,
      text(row.id),
    ),
  issue: (row: TicketRow) => node('Issue', 'title', text(row.title), row.id, text(row.id)),
};
