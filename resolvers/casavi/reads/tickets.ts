import type { Comment, Document, Issue, Ref, Task, Unit } from '../../../src/domain/index.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import type { Query } from '../../../src/http/url.js';
import { groupBy } from '../../../src/loaders/group.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import {
  arrayListing,
  emptyListing,
  mapListing,
  readAll,
  type Listing,
} from '../../../src/pagination/listing.js';
import { isPersonOf } from '../keys.js';
import type { CasaviMap, Surroundings } from '../map.js';
import { pageSize, type CasaviLists, type Received } from '../pages.js';
import { perRow, perSession } from '../../../src/loaders/per-session.js';
import { later, scanned } from './listings.js';

type Ticket = Received<'tickets'>;

/** Tickets, and what hangs on them. */
export function createTickets(lists: CasaviLists, map: CasaviMap, scanCalls: number) {
  const toIssue = perRow((row: Ticket) => map.toIssue(row));
  const tickets = (session: Session, query?: Query) => lists.of(session, 'tickets', {}, query);
  const issues = (session: Session, query?: Query): Listing<Issue> =>
    mapListing(tickets(session, query).listing, toIssue);

  /** The properties whose tickets an operation wants, and all tickets by property, once that was the shorter way. */
  const wantedOf = perSession(() => ({
    properties: new Set<string>(),
    whole: undefined as Promise<(propertyId: string) => readonly Ticket[]> | undefined,
  }));

  /**
   * The tickets of a property: a list of its own, or its part of all tickets, where these had fewer pages when last seen
   * than properties are asked for. Positions are the same on both ways: offsets among the tickets of the property.
   */
  const ticketsOf = (session: Session, propertyId: string): Listing<Ticket> => {
    const wanted = wantedOf(session);
    wanted.properties.add(propertyId);
    return later(async () => {
      if (wanted.whole === undefined) {
        const all = tickets(session);
        const { lastPages } = all;
        if (lastPages === undefined || lastPages >= wanted.properties.size)
          return tickets(session, { propertyId }).listing;
        wanted.whole = readAll(all.listing).then((rows) => groupBy(rows, ({ row }) => [row.propertyId]));
      }
      const of = await wanted.whole;
      return arrayListing(() => of(propertyId));
    });
  };

  /** The tickets of a property by unit, if they fill less than a page or are at hand anyway; otherwise null. */
  const ticketsByUnit = async (
    session: Session,
    listing: Listing<Ticket>,
  ): Promise<((unitId: string) => readonly Ticket[]) | null> => {
    const slice = await listing.read({ from: 0, limit: pageSize, needMore: false, needTotal: false });
    if (slice.more !== false && wantedOf(session).whole === undefined) return null;
    const rows = slice.more === false ? slice.rows.map(({ value }) => value) : await readAll(listing);
    return groupBy(rows, ({ row }) => [row.unitId]);
  };

  const issuesOf = (session: Session, around: Surroundings): Listing<Issue> =>
    mapListing(
      around.unit === undefined
        ? ticketsOf(session, around.building?.remoteId ?? '')
        : tickets(session, { unitId: around.unit.remoteId }).listing,
      (row) => map.toIssue(row, around),
    );

  const issueDetail = async (session: Session, id: string): Promise<Issue | null> => {
    const received = await lists.find(session, 'ticket', id, { ticketId: id });
    return received && map.toIssueDetail(received);
  };

  /** The attachments of an issue, which list rows may leave to the single answer. */
  const documentsOf = async (session: Session, issue: Issue): Promise<readonly Document[]> =>
    issue.documents ?? (await issueDetail(session, issue.remoteId))?.documents ?? [];

  /** The conversation about an issue: the single ticket holds it, in one call with its tasks; else it is paged. */
  const commentsOf = (session: Session, ticketId: string): Listing<Comment> =>
    later(async () => {
      const issue = await issueDetail(session, ticketId);
      if (issue === null) return emptyListing;
      const { comments } = issue;
      return comments === undefined
        ? mapListing(lists.of(session, 'comments', { ticketId }).listing, (row) => map.toComment(row, issue))
        : arrayListing(() => comments);
    });

  return {
    issues,
    issuesOf,
    issueDetail,
    documentsOf,

    /**
     * All issues of units. Those of several units of one property stand in one page of the property's tickets, unless
     * it has many: then each unit is asked for.
     */
    async issuesByUnit(
      session: Session,
      parents: readonly Unit[],
    ): Promise<readonly (readonly Issue[] | Error)[]> {
      const propertyIn = (unit: Unit): string => unit.ref.key[0] ?? '';
      const inProperty = groupBy(parents, (unit) => [propertyIn(unit)]);
      const shared = new Set(parents.map(propertyIn).filter((id) => inProperty(id).length > 1));
      // All are named before the first is read: how many there are decides the way.
      const listings = [...shared].map((id) => [id, ticketsOf(session, id)] as const);
      const ofProperty = new Map(
        await Promise.all(
          listings.map(
            async ([id, listing]) => [id, await ticketsByUnit(session, listing).catch(toError)] as const,
          ),
        ),
      );
      return Promise.all(
        parents.map(async (unit) => {
          const of = ofProperty.get(propertyIn(unit)) ?? null;
          if (of === null) return readAll(issuesOf(session, { unit })).catch(toError);
          return of instanceof Error ? of : of(unit.remoteId).map((row) => map.toIssue(row, { unit }));
        }),
      );
    },

    /** Tickets that a contact reported or follows: no list can be narrowed to them, so all are looked through. */
    issuesOfContact: (session: Session, contact: string): Listing<Issue> => {
      const contacts = new Set([contact]);
      return scanned(
        tickets(session),
        issues(session),
        ({ reporter, followers }) =>
          [reporter, ...(followers ?? [])].some((link) => isPersonOf(link, contacts)),
        scanCalls,
      );
    },

    /** The attachments of issues, one issue after the other. */
    documentsIn: (session: Session, parents: Listing<Issue>): Listing<Document> =>
      flattenListing(parents, {
        children: (issue) => arrayListing(() => documentsOf(session, issue)),
        estimate: (issue) => issue.documents?.length,
        // In tickets, of which a page has so many.
        budget: scanCalls * pageSize,
      }),

    commentsOf,

    async commentsById(session: Session, ticketId: string): Promise<(id: string) => Comment | null> {
      const comments = await readAll(commentsOf(session, ticketId));
      return (id) => comments.find((comment) => comment.ref.key[1] === id) ?? null;
    },

    tasksOf: (session: Session, ticketId: string): Listing<Task> =>
      arrayListing(async () => (await issueDetail(session, ticketId))?.tasks ?? []),

    async task(session: Session, { key: [ticketId = '', taskId = ''] }: Ref<'Task'>): Promise<Task | null> {
      const received = await lists.find(session, 'task', taskId, { ticketId, taskId });
      return received && map.toTask(received, map.ticketRef(ticketId));
    },

    async storedDocument(session: Session, id: string): Promise<Document | null> {
      const received = await lists.find(session, 'document', id, { documentId: id });
      return received && map.toDocument(received);
    },
  };
}

export type Tickets = ReturnType<typeof createTickets>;
