import type { Comment, Document, Issue, Ref, Task } from '../../../src/domain/index.js';
import type { Asked } from '../../../src/domain/provider.js';
import { toGlobalId } from '../../../src/domain/global-id.js';
import { noSession, type Session } from '../../../src/http/session.js';
import type { Query } from '../../../src/http/url.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { groupBy } from '../../../src/loaders/group.js';
import { perRow } from '../../../src/loaders/per-operation.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import {
  emptyListing,
  laterListing,
  mapListing,
  unknownLength,
  type Ask,
  type Listing,
} from '../../../src/pagination/listing.js';
import { free, inTurn, together, type Cost } from '../../../src/plan/cost.js';
import { mapFound, type CasaviRecords, type Found } from '../by-id.js';
import { shared, wholeOf } from '../costs.js';
import { isPersonOf } from '../keys.js';
import type { CasaviMap } from '../map.js';
import { pageSize, type CasaviLists, type Received } from '../pages.js';
import { createScan } from './scan.js';
import { createTicketPlaces } from './ticket-places.js';

/** Tickets, and what hangs on them. */
export function createTickets(lists: CasaviLists, records: CasaviRecords, map: CasaviMap, scanCalls: number) {
  const toIssue = perRow((row: Received<'tickets'>) => map.toIssue(row));
  const issues = (session: Session, query?: Query): Listing<Issue> =>
    mapListing(lists.listing(session, 'tickets', query && { query }), toIssue);

  /** Whether single answers were seen to leave comments to their own list. */
  let cut: boolean | undefined;

  const toDetail = (received: Received<'ticket'>): Issue => {
    const issue = map.toIssueDetail(received);
    cut = cut === true || issue.comments === undefined;
    return issue;
  };
  const issueDetail = async (session: Session, id: string): Promise<Issue | null> => {
    const received = await records.single(session, 'ticket', id);
    return received && toDetail(received);
  };

  /** Tickets by their ids, as a list's row or the single answer tells them. */
  const issuesById = async (
    session: Session,
    ids: readonly string[],
  ): Promise<(id: string) => Found<Issue>> => {
    const found = await records.byId(session, 'tickets', ids);
    return (id) =>
      mapFound(found(id), (each) => (each.listed ? toIssue(each.received) : toDetail(each.received)));
  };

  /** The attachments of an issue, which list rows may leave to the single answer. */
  const documentsOf = async (session: Session, issue: Issue): Promise<readonly Document[]> =>
    issue.documents ?? (await issueDetail(session.branch(), issue.remoteId))?.documents ?? [];

  const documentsIn = (session: Session, parents: Listing<Issue>, name?: string): Listing<Document> =>
    flattenListing(parents, {
      key: ({ remoteId }) => remoteId,
      children: (issue) => recordListing(() => documentsOf(session, issue)),
      childCost: () => free,
      estimate: (issue) => issue.documents?.length,
      ...(name === undefined ? {} : { sizes: lists.perPlace(name) }),
      // In tickets, of which a page has so many.
      budget: scanCalls * pageSize,
    });

  /** Tickets that contacts reported or follow: no list can be narrowed to them, so all are looked through. */
  const issuesOfContacts = (session: Session): ((contacts: ReadonlySet<string>) => Listing<Issue>) => {
    const scan = createScan(issues(session), scanCalls);
    return (contacts) =>
      scan(({ reporter, followers }) =>
        [reporter, ...(followers ?? [])].some((link) => isPersonOf(link, contacts)),
      );
  };

  /**
   * The conversation about an issue: the single ticket holds it, in one call with its tasks. Just a page of it may be the
   * first of several: these are then asked for.
   */
  const commentsOf = (session: Session, ticketId: string): Listing<Comment> =>
    laterListing(
      async () => {
        const own = session.branch();
        const issue = await issueDetail(own, ticketId);
        if (issue === null) return emptyListing;
        const { comments } = issue;
        if (comments !== undefined) return recordListing(() => comments);
        const ref = map.ticketRef(ticketId);
        // The same key as where the comments stand in the ticket, so that a cursor leads to the same place.
        const rows = lists.listing(own, 'comments', ofTicket(ticketId), (row) =>
          toGlobalId(map.toComment({ row, at: issue.fetchedAt }, ref).ref),
        );
        return mapListing(rows, (row) => map.toComment(row, issue));
      },
      { stride: pageSize, cost: (ask) => commentsCost(ask), known: () => unknownLength },
    );
  const commentsCost = (ask: Ask): Cost =>
    inTurn(records.singlesCost('ticket', 1), cut === false ? free : lists.windowCost('comments', ask));

  return {
    issues,
    places: createTicketPlaces(lists, toIssue),
    issueDetail,
    issuesById,

    issuesOfContacts,
    /** The most calls of a look through all tickets; the same for whoever looks. */
    scanCost: (): Cost => shared(issuesOfContacts(noSession)(new Set()).cost(wholeOf(1)), 'tickets'),

    documentsIn,
    documentsOf,
    async storedDocument(session: Session, id: string): Promise<Document | null> {
      const received = await records.single(session, 'document', id);
      return received && map.toDocument(received);
    },

    commentsOf,
    commentsCost,
    tasksOf: (session: Session, ticketId: string): Listing<Task> =>
      recordListing(async () => (await issueDetail(session.branch(), ticketId))?.tasks ?? []),
    /** Tasks by their keys: several of one ticket stand in its single answer. */
    taskAmong(session: Session, refs: readonly Ref<'Task'>[]): (ref: Ref<'Task'>) => Promise<Task | null> {
      const of = groupBy(refs, ({ key: [ticketId] }) => [ticketId]);
      return async ({ key: [ticketId = '', taskId = ''] }) => {
        if (of(ticketId).length > 1) {
          const issue = await issueDetail(session.branch(), ticketId);
          return issue?.tasks?.find(({ ref: { key } }) => key[1] === taskId) ?? null;
        }
        const received = await records.single(session, 'task', taskId, { ticketId });
        return received && map.toTask(received, map.ticketRef(ticketId));
      };
    },
    tasksCost({ count, refs }: Asked<'Task'>): Cost {
      if (refs === undefined) return records.singlesCost('task', count);
      const of = groupBy(refs, ({ key: [ticketId] }) => [ticketId]);
      const tickets = [...new Set(refs.map(({ key: [ticketId = ''] }) => ticketId))];
      const several = tickets.filter((id) => of(id).length > 1).length;
      return together(
        records.singlesCost('task', tickets.length - several),
        records.singlesCost('ticket', several),
      );
    },
  };
}

export type Tickets = ReturnType<typeof createTickets>;

const ofTicket = (ticketId: string) => ({ params: { ticketId } });
