import type { Providers } from '../common/providers.js';
import { pigello, readWindow } from '../common/reads.js';
import { day, globalId, leaseStatus, lowest, moment, rooms, text, today } from '../common/values.js';
import type { ApartmentRow, ContractRow } from '../common/wire.js';
import type { Variables } from './server.js';

type Answer = (variables: Variables) => Promise<unknown>;

export function createLists(providers: Providers): Readonly<Record<'list' | 'page', Answer>> {
  return {
    async list({ after }) {
      const { rows } = await readWindow<ApartmentRow>(providers, pigello.apartments, Number(after ?? 0), 100);
      return {
        nodes: rows.map(toListed),
      };
    },
    async page({ after }) {
      const offset = Number(after ?? 0);
      const { rows, total } = await readWindow<ContractRow>(providers, pigello.contracts, offset, 25);
      const now = today();
      return {
        nodes: rows.map((row) => toPaged(row, now)),
        pageInfo: { hasNextPage: offset + rows.length < total },
      };
    },
  };
}

export function toListed(row: ApartmentRow) {
  return {
    id: globalId('Unit', 'pigello', row.id),
    name: text(row.popular_name),
    externalId: text(row.custom_id) ?? text(row.landlord_custom_id),
    number: text(row.apartment_id),
    unitType: text(row.category),
    rooms: rooms(row.category),
    floor: lowest(row.floors),
    isActive: row.archived === null ? null : !row.archived,
    createdAt: moment(row.created_at),
    area: row.usable_area === null ? null : { value: row.usable_area, unit: 'SQUARE_METRE' },
    building: row.building === null ? null : { id: globalId('Building', 'pigello', row.building.id) },
  };
}

export function toPaged(row: ContractRow, now: string) {
  return {
    id: globalId('Lease', 'pigello', 'contracts.apartmentcontract', row.id),
    number: text(row.id_number),
    status: leaseStatus(row, now),
    startDate: day(row.start_date),
    endDate: day(row.end_date) ?? day(row.initial_end_date),
    unit: row.apartment === null ? null : { id: globalId('Unit', 'pigello', row.apartment.id) },
  };
}
