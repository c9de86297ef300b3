import type { Providers } from '../common/providers.js';
import { pigello, rowsBy } from '../common/reads.js';
import { globalId, moment, parseId, text } from '../common/values.js';
import type { BuildingRow } from '../common/wire.js';
import type { Variables } from './server.js';

export function createOne(providers: Providers): (variables: Variables) => Promise<unknown> {
  return async ({ id }) => {
    const [row] = await rowsBy<BuildingRow>(providers, pigello.buildings, 'id__in', parseId(id).key);
    return row === undefined ? null : toOne(row);
  };
}

export function toOne(row: BuildingRow) {
  return {
    id: globalId('Building', 'pigello', row.id),
    name: text(row.name) ?? text(row.popular_name),
    externalId: text(row.custom_id),
    isActive: row.archived === null ? null : !row.archived,
    createdAt: moment(row.created_at),
  };
}
