import { json, type SandboxAnswer, type SandboxApp, type SandboxRequest } from '../../../src/sandbox/app.js';
import { streetLine, type Portfolio, type SystemName } from '../../../src/sandbox/portfolio.js';

/** What the stand-in expects of whoever calls. */
export const LODGER_SANDBOX_CREDENTIALS = { apiKey: 'made-up-lodger-key' } as const;

/** Lodger's stand-in: written from its document, and sharing no code with what reads it. */
export function createLodgerSandbox({ buildings, units }: Portfolio): SandboxApp {
  const houses = buildings.map((building) => ({
    id: building.ordinal,
    reference: building.reference,
    title: building.name ?? building.popularName,
    place: {
      street: streetLine(building),
      zip: building.address.postalCode,
      town: building.address.city,
    },
  }));
  const ordinals = new Map(buildings.map(({ key, ordinal }) => [key, ordinal]));
  const flats = units.map((unit) => ({
    id: unit.ordinal,
    houseId: ordinals.get(unit.buildingKey),
    reference: unit.reference,
    no: unit.number,
    level: unit.floor,
    sqm: unit.area,
  }));
  const one = (record: object | undefined): SandboxAnswer =>
    record === undefined ? json(404, { error: 'not found' }) : json(200, record);

  return {
    // A cast for as long as it is an example: a system of the sandbox stands in `SystemName`.
    name: 'lodger' as string as SystemName,
    credentialHeaders: ['x-api-key'],
    guard: ({ headers }) =>
      headers['x-api-key'] === LODGER_SANDBOX_CREDENTIALS.apiKey ? null : json(401, { error: 'no such key' }),
    error: (status) => json(status, { error: 'refused' }),
    routes: [
      { method: 'GET', path: '/houses', handle: (request) => pageOf(houses, request) },
      {
        method: 'GET',
        path: '/houses/{houseId}',
        handle: ({ params }) => one(houses.find(({ id }) => String(id) === params['houseId'])),
      },
      {
        method: 'GET',
        path: '/houses/{houseId}/flats',
        handle: (request) =>
          pageOf(
            flats.filter(({ houseId }) => String(houseId) === request.params['houseId']),
            request,
          ),
      },
      {
        method: 'GET',
        path: '/flats/{flatId}',
        handle: ({ params }) => one(flats.find(({ id }) => String(id) === params['flatId'])),
      },
    ],
  };
}

/** By offset and limit, of which 100 are allowed. */
function pageOf(rows: readonly object[], { query }: SandboxRequest): SandboxAnswer {
  const offset = Number(query.get('offset') ?? '0');
  const limit = Number(query.get('limit') ?? '100');
  if (!Number.isInteger(offset) || !Number.isInteger(limit) || limit > 100) {
    return json(400, { error: 'offset and limit are whole numbers, and limit is at most 100' });
  }
  return json(200, { items: rows.slice(offset, offset + limit), total: rows.length });
}
