import type { Document, Ref } from '../../../src/domain/index.js';
import type { Fields, Port, RecordLoader, RecordLoaderName } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import { readAll } from '../../../src/pagination/listing.js';
import { forEach, sharedByParents, together } from '../../../src/plan/cost.js';
import { mapFound, type Found } from '../by-id.js';
import { assumedRows, wholeOf } from '../costs.js';
import { readPersonKey } from '../keys.js';
import type { CasaviMap } from '../map.js';
import type { Reads } from '../reads/index.js';
import type { CasaviSamples } from '../samples.js';

/** Records by id: single calls, or the pages of a list where these are fewer (`src/loaders/gather.ts`). */
export function createRecordLoaders(
  { lists, records, structure, persons, tickets }: Reads,
  map: CasaviMap,
  samples: CasaviSamples,
): Pick<Port, RecordLoaderName> {
  const issueDetail: RecordLoader<'Issue'> = {
    support: 'NATIVE',
    load: (session, refs) => eachOf(refs, (ref) => tickets.issueDetail(session, idOf(ref))),
    // Comments and tasks stand in the same answers.
    cost: (asked) => sharedByParents('lists', records.singlesCost('ticket', asked.count)),
    sample: (ref) => samples.issueDetail(ref),
  };

  return {
    buildingById: {
      support: 'NATIVE',
      async load(session, refs) {
        const found = await structure.propertiesById(session, refs.map(idOf));
        return refs.map((ref) => mapFound(found(idOf(ref)), structure.toBuilding));
      },
      cost: (asked) => records.byIdCost('properties', asked.count),
      sample: (ref) => samples.building(ref),
    },
    unitById: {
      support: 'NATIVE',
      // All contracts of a unit stand in the list of its property only.
      looksAt: ['leases', 'persons'],
      load: async (session, refs, fields) =>
        refs.map(await structure.unitsByRef(session, refs, wantsLeases(fields))),
      cost: (asked, fields) => structure.unitsCost(asked, wantsLeases(fields)),
      sample: (ref, fields) => samples.unit(ref, wantsLeases(fields)),
    },
    personById: {
      support: 'NATIVE',
      load: async (session, refs) => refs.map(await persons.personsByRef(session, refs)),
      cost: (asked) => persons.personsCost(asked),
      sample: (ref) => (readPersonKey(ref).first === 'staff' ? samples.staff(ref) : samples.contact(ref)),
    },
    leaseById: {
      support: 'DERIVED',
      note: 'Found among the units of its property.',
      async load(session, refs) {
        const unit = await structure.unitsByRef(session, refs.map(unitOf), true);
        return refs.map((ref) => {
          const found = unit(unitOf(ref));
          if (found === null || found instanceof Error) return found;
          return found.leases?.find((lease) => lease.ref.key[2] === ref.key[2]) ?? null;
        });
      },
      cost: ({ count, refs }) =>
        structure.unitsCost({ count, ...(refs === undefined ? {} : { refs: refs.map(unitOf) }) }, true),
      sample: (ref) => samples.lease(samples.unit(unitOf(ref), true)),
    },
    issueById: {
      support: 'NATIVE',
      looksAt: toldAlone,
      async load(session, refs, fields) {
        if (wantsDetail(fields)) return issueDetail.load(session, refs, fields);
        return refs.map(idOf).map(await tickets.issuesById(session, refs.map(idOf)));
      },
      cost: (asked, fields) =>
        wantsDetail(fields) ? issueDetail.cost(asked, fields) : records.byIdCost('tickets', asked.count),
      sample: (ref, fields) => (wantsDetail(fields) ? samples.issueDetail(ref) : samples.issue(ref)),
    },
    issueDetail,
    documentById: {
      support: 'NATIVE',
      async load(session, refs) {
        const own = session.branch();
        const issues = tickets.issuesById(own, refs.flatMap(ticketOf));
        return eachOf(refs, async (ref): Promise<Found<Document>> => {
          const [, id = '', file] = ref.key;
          if (!isAttachment(ref)) return tickets.storedDocument(session, id);
          const issue = (await issues)(id);
          if (issue === null || issue instanceof Error) return issue;
          const documents = await tickets.documentsOf(own, issue);
          return documents.find(({ ref: { key } }) => key[2] === file) ?? null;
        });
      },
      cost({ count, refs }) {
        const attached = refs === undefined ? count : new Set(refs.flatMap(ticketOf)).size;
        const stored = refs === undefined ? count : refs.filter((ref) => !isAttachment(ref)).length;
        return together(records.byIdCost('tickets', attached), records.singlesCost('document', stored));
      },
      sample: (ref) => (isAttachment(ref) ? samples.attachment() : samples.storedDocument()),
    },
    commentById: {
      support: 'DERIVED',
      note: 'Found among the comments of its ticket.',
      load: (session, refs) =>
        eachOf(refs, async ({ key: [ticketId = '', id] }) => {
          const comments = await readAll(tickets.commentsOf(session, ticketId));
          return comments.find((comment) => comment.ref.key[1] === id) ?? null;
        }),
      cost: ({ count, refs }) =>
        forEach(
          refs === undefined ? count : new Set(refs.map(idOf)).size,
          tickets.commentsCost(wholeOf(lists.longest('comments') ?? assumedRows)),
        ),
      sample: (ref) => samples.comment(samples.issueDetail(map.ticketRef(idOf(ref)))),
    },
    taskById: {
      support: 'NATIVE',
      load: (session, refs) => eachOf(refs, tickets.taskAmong(session, refs)),
      cost: (asked) => tickets.tasksCost(asked),
      sample: (ref) => samples.task(idOf(ref)),
    },
    /** The address of a unit that leaves it to the houses of its property. */
    addressById: {
      support: 'DERIVED',
      async load(session, refs) {
        const property = await structure.propertiesById(session, refs.map(idOf));
        return refs.map((ref) =>
          mapFound(property(idOf(ref)), ({ row }) => map.toHouse(row, ref.key[1] ?? '')),
        );
      },
      cost: (asked) => records.byIdCost('properties', asked.count),
      sample: () => samples.address(),
    },
  };
}

/** The fields that only the single ticket tells ("Get a ticket by ID"). */
const toldAlone = ['customFields', 'comments', 'tasks'];

function wantsDetail(fields: Fields): boolean {
  return toldAlone.some((field) => fields.has(field));
}

function wantsLeases(fields: Fields): boolean {
  return fields.has('leases') || fields.has('persons');
}

function idOf({ key: [id = ''] }: Ref): string {
  return id;
}

/** The unit that a lease belongs to. */
function unitOf({ source, key }: Ref<'Lease'>): Ref<'Unit'> {
  return { type: 'Unit', source, key: key.slice(0, 2) };
}

function isAttachment({ key: [kind] }: Ref<'Document'>): boolean {
  return kind === 'ticket';
}

function ticketOf(ref: Ref<'Document'>): readonly string[] {
  return isAttachment(ref) ? [ref.key[1] ?? ''] : [];
}

/** One call after another's key; a failure takes its own place. */
function eachOf<R extends Ref, T>(
  refs: readonly R[],
  read: (ref: R) => Promise<Found<T>>,
): Promise<readonly Found<T>[]> {
  return Promise.all(refs.map((ref) => read(ref).catch(toError)));
}
