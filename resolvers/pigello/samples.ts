import type { PigelloMap } from './map.js';
import type { PigelloLists, Received } from './pages.js';
import type { Entity } from './paths.js';
import { shapes, type Rows } from './wire.js';

/**
 * One record of each kind, with every reference set: what the cost of a query is reckoned with before anything is read.
 * Relations are `{id}` (docs/pigello-accounts.txt), so that each of them is a call to make.
 */
export function createSamples(map: PigelloMap) {
  return {
    building: map.toBuilding(sample('building', { address: to, organization: to })),
    address: map.toAddress(sample('address', {})),
    unit: map.toUnit(sample('apartment', { building: to, address: to })),
    lease: map.toLease(sample('apartmentcontract', { apartment: to, tenants: [to] })),
    person: map.toPerson(sample('tenant', { first_name: 'A', current_registered_address: to })),
    issue: map.toIssue(
      sample('generalerrand', {
        apartment: to,
        building: to,
        reporter_tenant: to,
        tenant_reviewers: [to],
      }),
    ),
    contractDocument: map.toSignedDocument(sample('signedcontractdocument', { object_id: to.id })),
    errandFile: map.toErrandFile(sample('generalerrandfile', { errand: to })),
  };
}

export type PigelloSamples = ReturnType<typeof createSamples>;

/** The two kinds of documents, which belong to different things, and how many there are at most. */
export function documentKinds(lists: PigelloLists, samples: PigelloSamples) {
  const ofContracts = (otherwise: number): number =>
    lists.atMost('signedcontractdocument', otherwise) + lists.atMost('signabledocument', otherwise);
  return {
    ofContracts: { like: samples.contractDocument, most: ofContracts(Infinity), least: ofContracts(0) },
    ofErrands: { like: samples.errandFile, most: lists.atMost('generalerrandfile', Infinity) },
  };
}

const to = { id: '00000000-0000-4000-8000-000000000001' };

function sample<E extends Entity>(entity: E, members: object): Received<E> {
  const row = shapes[entity].parse({ id: '00000000-0000-4000-8000-000000000000', ...members });
  return { row: row as Rows[E], at: new Date(0) };
}
