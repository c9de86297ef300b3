import { casaviNodes, faciliteeNodes, homeqNodes, pigelloNodes, type NodeFields } from './node-records.js';
import type { Providers, Source } from './providers.js';
import { pigello, rowsBy } from './reads.js';
import type { Ref } from './values.js';
import type { AgreementPage, EstatePage } from './wire.js';

type Found = NodeFields | null;

/** Reads the records of one type of one source, lined up with their refs. */
export type NodeRead = (providers: Providers, refs: readonly Ref[]) => Promise<readonly Found[]>;

const idOf = (ref: Ref): string => ref.key.at(-1) ?? '';

// casavi's ids are the customer's own references, which may hold a slash.
const segment = (ref: Ref): string => encodeURIComponent(idOf(ref));

/** By Pigello's filter of ids: any number of them is one call. */
function filtered<Row extends { readonly id: string }>(list: string, to: (row: Row) => NodeFields): NodeRead {
  return async (providers, refs) => {
    const rows = await rowsBy<Row>(providers, list, 'id__in', refs.map(idOf));
    const of = new Map(rows.map((row) => [row.id, row]));
    return refs.map((ref) => {
      const row = of.get(idOf(ref));
      return row === undefined ? null : to(row);
    });
  };
}

/** One call for each, where a provider has no other way. */
function alone<Row>(
  source: Exclude<Source, 'pigello'>,
  targetOf: (ref: Ref) => string,
  to: (row: Row, ref: Ref) => Found,
): NodeRead {
  return (providers, refs) =>
    Promise.all(refs.map(async (ref) => to(await providers.get<Row>(source, targetOf(ref)), ref)));
}

/** By type and source: the vendors' own batches where they have one. */
export const nodeReads: Readonly<Record<string, NodeRead>> = {
  'Building pigello': filtered(pigello.buildings, pigelloNodes.building),
  'Unit pigello': filtered(pigello.apartments, pigelloNodes.unit),
  'Person pigello': filtered(pigello.tenants, pigelloNodes.person),
  'Lease pigello': filtered(pigello.contracts, pigelloNodes.lease),
  'Issue pigello': filtered(pigello.errands, pigelloNodes.issue),
  'Document pigello': filtered(pigello.documents, pigelloNodes.document),
  'Unit facilitee': alone('facilitee', (ref) => `/api/public/PropertyUnit/${idOf(ref)}`, faciliteeNodes.unit),
  'Lease facilitee': alone(
    'facilitee',
    (ref) => `/api/public/property-users/${idOf(ref)}`,
    (row: Parameters<typeof faciliteeNodes.lease>[0], ref) => faciliteeNodes.lease(row, ref.key[0] ?? ''),
  ),
  async 'Building homeq'(providers, refs) {
    const target = '/api/v3/inventory/?type=estate&use_root_office=true&offset=0&amount=500';
    const { results } = await providers.get<EstatePage>('homeq', target);
    return refs.map((ref) => {
      const found = results.find(({ estate }) => String(estate.id) === idOf(ref));
      return found === undefined ? null : homeqNodes.building(found);
    });
  },
  'Lease homeq': alone(
    'homeq',
    (ref) => `/api/v1/agreements/?page=1&apartment_id=${idOf(ref)}`,
    ({ results }: AgreementPage, ref) => {
      const found = results.find(({ id }) => String(id) === ref.key[0]);
      return found === undefined ? null : homeqNodes.lease(found);
    },
  ),
  'Building casavi': alone('casavi', (ref) => `/properties/${segment(ref)}`, casaviNodes.building),
  'Unit casavi': alone('casavi', (ref) => `/units/${segment(ref)}`, casaviNodes.unit),
  'Person casavi': alone('casavi', (ref) => `/contacts/${segment(ref)}`, casaviNodes.person),
  'Issue casavi': alone('casavi', (ref) => `/tickets/${segment(ref)}`, casaviNodes.issue),
};
