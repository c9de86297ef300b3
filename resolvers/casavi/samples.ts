import type { Address, Issue, Lease, Link, Ref, Unit } from '../../src/domain/index.js';
import { toAddress, type CasaviMap } from './map.js';
import type { Received } from './pages.js';
import { recordShapes, rowShapes, type ListName, type RecordName, type RowOf } from './wire.js';

/** Stands in every sample where a reference would. */
export const sampleId = 'sample';

/**
 * Records of each kind, with every reference set: what the cost of a query is reckoned with before anything is read. Each
 * is made anew: it stands for the records at one place of a query.
 */
export function createSamples(map: CasaviMap) {
  const contract = { id: sampleId, contactIds: [sampleId] };
  const at = ({ key: [id = sampleId] }: { readonly key: readonly string[] } = nowhere): string => id;
  const ticket = (id: string) => ({
    id,
    propertyId: sampleId,
    unitId: sampleId,
    contactId: sampleId,
    assignedToId: sampleId,
    sharedWithContacts: [sampleId],
    attachments: [sampleId],
  });
  const issue = (ref?: Ref<'Issue'>) => map.toIssue(sample('tickets', ticket(at(ref))));

  return {
    building: (ref?: Ref<'Building'>) =>
      map.toBuilding(
        sample('properties', {
          id: at(ref),
          responsibilities: [{ contactId: sampleId, roleType: 'internal' }],
        }),
      ),

    /** A row of a property's units: with its contracts, and an address of its own or of a house at hand. */
    listedUnit: (building: Link<'Building'> = map.propertyRef(sampleId)) =>
      map.toUnit(sample('units', { id: sampleId, address: sampleId, contracts: [contract] }), building, true),
    /** A row of the units of all properties, which are at hand. */
    unitAnywhere(): Unit {
      return this.listedUnit(this.building());
    },
    /** A unit by its id, of whose property nothing is at hand. */
    unit: ({ key: [property = '', id = ''] }: Ref<'Unit'>, complete: boolean) =>
      map.toUnit(
        complete ? sample('units', { id, contracts: [contract] }) : sample('unit', { id }),
        map.propertyRef(property),
        complete,
      ),
    lease({ leases }: Unit): Lease {
      const [lease] = leases ?? [];
      if (lease === undefined) throw new TypeError('the sample of a unit has lost its contract');
      return lease;
    },

    address(): Address {
      const address = toAddress(sampleId, { postalCode: null, city: null, country: null });
      if (address === null) throw new TypeError('the sample of an address is none');
      return address;
    },

    contact: (ref?: Ref<'Person'>) => map.toContact(sample('contacts', { id: ref?.key.at(-1) ?? sampleId })),
    staff: (ref?: Ref<'Person'>) => map.toStaff(sample('staff', { id: ref?.key.at(-1) ?? sampleId })),

    issue,
    issueDetail: (ref: Ref<'Issue'>) =>
      map.toIssueDetail(
        sample('ticket', {
          ...ticket(at(ref)),
          comments: [comment],
          tasks: [task],
        }),
      ),
    /** Comments are read with their ticket. */
    comment: (issue: Issue) => map.toComment(sample('comments', comment), issue),
    task: (issueId: string) => map.toTask(sample('task', task), map.ticketRef(issueId)),
    attachment() {
      const [document] = issue().documents ?? [];
      if (document === undefined) throw new TypeError('the sample of a ticket has lost its file');
      return document;
    },
    storedDocument: () => map.toDocument(sample('document', { id: sampleId })),
  };
}

export type CasaviSamples = ReturnType<typeof createSamples>;

const nowhere = { key: [] };
const comment = { id: sampleId, authorId: sampleId };
const task = { id: sampleId, assignedToId: sampleId, createdById: sampleId };

function sample<N extends ListName | RecordName>(name: N, members: object): Received<N> {
  const shape = name in rowShapes ? rowShapes[name as ListName] : recordShapes[name as RecordName];
  return { row: shape.parse(members) as RowOf<N>, at: new Date(0) };
}
