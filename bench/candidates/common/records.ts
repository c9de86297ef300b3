import {
  day,
  globalId,
  leaseStatus,
  lowest,
  moment,
  rooms,
  tenantIds,
  tenantName,
  text,
  today,
} from './values.js';
import type { ApartmentRow, BuildingRow, ContractRow, TenantRow } from './wire.js';

/**
 * Pigello's rows as the records of the schema, for the candidates that have one: what stands in a record is left to the
 * default resolver, and what hangs on it to its type's.
 */

export function toBuilding(row: BuildingRow) {
  return {
    remoteId: row.id,
    id: globalId('Building', 'pigello', row.id),
    externalId: text(row.custom_id),
    createdAt: moment(row.created_at),
    name: text(row.name) ?? text(row.popular_name),
    kind: 'BUILDING',
    isActive: row.archived === null ? null : !row.archived,
  };
}

export function toUnit(row: ApartmentRow) {
  return {
    remoteId: row.id,
    id: globalId('Unit', 'pigello', row.id),
    externalId: text(row.custom_id) ?? text(row.landlord_custom_id),
    createdAt: moment(row.created_at),
    name: text(row.popular_name),
    number: text(row.apartment_id),
    unitType: text(row.category),
    isActive: row.archived === null ? null : !row.archived,
    rooms: rooms(row.category),
    floor: lowest(row.floors),
    area: row.usable_area === null ? null : { value: row.usable_area, unit: 'SQUARE_METRE' },
    // The one field of it that is asked for here stands in the unit.
    building: row.building === null ? null : { id: globalId('Building', 'pigello', row.building.id) },
  };
}

export function toLease(row: ContractRow) {
  return {
    remoteId: row.id,
    id: globalId('Lease', 'pigello', 'contracts.apartmentcontract', row.id),
    number: text(row.id_number),
    status: leaseStatus(row, today()),
    startDate: day(row.start_date),
    endDate: day(row.end_date) ?? day(row.initial_end_date),
    unit: row.apartment === null ? null : { id: globalId('Unit', 'pigello', row.apartment.id) },
    tenantIds: tenantIds(row),
  };
}

export function toPerson(row: TenantRow) {
  return {
    remoteId: row.id,
    id: globalId('Person', 'pigello', row.id),
    displayName: tenantName(row),
  };
}

export type Building = ReturnType<typeof toBuilding>;
export type Unit = ReturnType<typeof toUnit>;
export type Lease = ReturnType<typeof toLease>;
export type Person = ReturnType<typeof toPerson>;
