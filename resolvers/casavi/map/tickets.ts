import {
  isRef,
  type Comment,
  type Document,
  type DocumentShare,
  type Issue,
  type Link,
  type Ref,
  type Task,
  type TaskStatus,
} from '../../../src/domain/index.js';
import { rawOf } from '../../../src/wire/raw.js';
import { toCustomFields, toEmail, toUrl } from '../../../src/wire/values.js';
import { contactKey, lookUpKey, staffKey } from '../keys.js';
import { pageSize, type Received } from '../pages.js';
import type { RowOf } from '../wire.js';
import { ownMember, type MapContext } from './context.js';

/** Tickets, what hangs on them, and documents of the document interface. */
export function createTicketsMap({ ref, refTo, common, moment, statusCodes }: MapContext) {
  const map = {
    ticketRef: (id: string): Ref<'Issue'> => ref('Issue', id),

    /** A ticket as lists hold it: custom fields, comments and tasks stand in the single answer only. */
    toIssue(received: Received<'tickets' | 'ticket'>): Issue {
      const { row, at } = received;
      const documents: Document[] = [];
      const place = row.propertyId;
      const issue: Issue = {
        createdAt: moment(row.createdAt),
        updatedAt: moment(row.lastModified),
        number: row.number,
        title: row.title,
        description: row.description,
        category: row.type,
        categoryGroup: row.typeGroup,
        status: row.status === null ? 'UNKNOWN' : (ownMember(statusCodes, row.status) ?? 'UNKNOWN'),
        providerStatus: row.status,
        statusText: row.statusText,
        priority: 'UNKNOWN',
        url: toUrl(row.appLink),
        building: refTo('Building', place),
        // The key of a unit takes its property: a unit alone cannot be named.
        unit: place === null || row.unitId === null ? null : ref('Unit', place, row.unitId),
        reporter: row.contactId === null ? null : ref('Person', ...contactKey(row.contactId)),
        reporterName: row.contactName,
        reporterEmail: toEmail(row.contactEmail),
        reporterTelephone: row.contactTelephone,
        // "Manager reference ID that is assigned to the ticket".
        assignee: row.assignedToId === null ? null : ref('Person', ...staffKey(row.assignedToId)),
        assigneeName: row.assignedToName,
        followers: row.sharedWithContacts.map((id) => ref('Person', ...contactKey(id))),
        isSharedWithBuilding: row.sharedWithProperty,
        hasOccupantsInvolved: null,
        reportedAt: moment(row.reportedAt),
        closedAt: moment(row.closedAt),
        responseTimeLeft: null,
        rejectionComment: null,
        rating: null,
        customFields: undefined,
        documents: row.attachments === null && row.attachmentDetails === null ? undefined : documents,
        ...common(ref('Issue', row.id), received),
      };
      documents.push(...toAttachments(row, issue, at));
      return issue;
    },

    /** A ticket as the single answer holds it. */
    toIssueDetail(received: Received<'ticket'>): Issue {
      const { row, at } = received;
      const listed = map.toIssue(received);
      const comments: Comment[] = [];
      const tasks: Task[] = [];
      const documents: Document[] = [];
      const issue: Issue = {
        ...listed,
        customFields: toCustomFields(row.customFields),
        // Comments are a paged list of their own: just a page of them may be the first of several.
        comments: row.comments === null || row.comments.length === pageSize ? undefined : comments,
        tasks: row.tasks === null ? undefined : tasks,
        documents: listed.documents === undefined ? undefined : documents,
      };
      comments.push(...(row.comments ?? []).map((each) => map.toComment({ row: each, at }, issue)));
      tasks.push(...(row.tasks ?? []).map((each) => map.toTask({ row: each, at }, issue)));
      documents.push(...toAttachments(row, issue, at));
      return issue;
    },

    toComment({ row, at }: Received<'comments'>, issue: Link<'Issue'>): Comment {
      const key = [ticketOf(issue), row.id];
      return {
        ref: ref('Comment', ...key),
        remoteId: key.join(':'),
        fetchedAt: at,
        raw: rawOf(row),
        issue,
        text: row.text,
        isInternal: row.isInternal,
        authorName: row.authorName,
        // "External ID of the manager that created this comment": a contact's comment has a name only.
        author: row.authorId === null ? null : ref('Person', ...staffKey(row.authorId)),
        createdAt: moment(row.createdAt),
      };
    },

    toTask({ row, at }: Received<'task'>, issue: Link<'Issue'>): Task {
      const key = [ticketOf(issue), row.id];
      return {
        ref: ref('Task', ...key),
        remoteId: key.join(':'),
        fetchedAt: at,
        raw: rawOf(row),
        issue,
        number: row.id,
        title: row.title,
        description: row.description,
        status: row.status === null ? 'UNKNOWN' : (ownMember(taskStatuses, row.status) ?? 'UNKNOWN'),
        providerStatus: row.status,
        // Both are called "External ID of the contact", yet the samples show the ids of managers as well.
        assignee: row.assignedToId === null ? null : ref('Person', ...lookUpKey('contact', row.assignedToId)),
        createdBy: row.createdById === null ? null : ref('Person', ...lookUpKey('staff', row.createdById)),
        createdAt: moment(row.createdAt),
        acceptedAt: moment(row.acceptedAt),
        declinedAt: moment(row.declinedAt),
        completedAt: moment(row.completedAt),
      };
    },

    /** A document of the document interface. */
    toDocument({ row, at }: Received<'document'>): Document {
      const key = ['document', row.id];
      return {
        ref: ref('Document', ...key),
        remoteId: key.join(':'),
        fetchedAt: at,
        raw: rawOf(row),
        externalId: row.id,
        createdAt: null,
        updatedAt: null,
        title: row.title,
        fileName: row.name,
        // Its type can be set by an upload, but no answer repeats it.
        kind: 'UNKNOWN',
        providerKind: null,
        derivation: 'NATIVE',
        mimeType: row.contentType,
        sizeBytes: null,
        url: null,
        publishedAt: moment(row.publishedAt),
        downloadCount: row.downloadCount,
        firstDownloadedAt: moment(row.firstDownloadAt),
        storageProvider: row.resource,
        sharedWith: row.sharedWith === null ? null : row.sharedWith.map(toShare),
        // It may be shared with several records, and belongs to none of them alone.
        subject: null,
      };
    },
  };
  return map;

  /** Attachments stand as ids and as details; an id without details is still a file. */
  function toAttachments(row: RowOf<'tickets'>, issue: Issue, at: Date): Document[] {
    const details = new Map((row.attachmentDetails ?? []).map((file) => [file.id, file]));
    const ids = new Set([...(row.attachments ?? []), ...details.keys()]);
    return [...ids].map((id) => {
      const file = details.get(id);
      const key = ['ticket', row.id, id];
      return {
        ref: ref('Document', ...key),
        remoteId: key.join(':'),
        fetchedAt: at,
        // Of a file that is an id alone, the ticket is all there is.
        raw: rawOf(file ?? row),
        // The id of a file is casavi's own, not the customer's ("File upload" answers it).
        externalId: null,
        createdAt: null,
        updatedAt: null,
        title: file?.filename ?? null,
        fileName: file?.filename ?? null,
        kind: 'ISSUE_ATTACHMENT',
        providerKind: null,
        derivation: 'DERIVED_FROM_ISSUE',
        mimeType: file?.contentType ?? null,
        sizeBytes: file?.size ?? null,
        url: toUrl(file?.url ?? null),
        publishedAt: null,
        downloadCount: null,
        firstDownloadedAt: null,
        storageProvider: null,
        sharedWith: null,
        subject: issue,
      };
    });
  }
}

/** The ticket that a comment or a task belongs to. */
function ticketOf(issue: Link<'Issue'>): string {
  return (isRef(issue) ? issue : issue.ref).key[0] ?? '';
}

export const taskStatuses: Readonly<Record<string, TaskStatus>> = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  COMPLETED: 'COMPLETED',
  DECLINED: 'DECLINED',
};

function toShare(row: NonNullable<RowOf<'document'>['sharedWith']>[number]): DocumentShare {
  const { roles } = row;
  if (row.unitId !== null) return { type: 'UNIT', remoteId: row.unitId, roles };
  if (row.propertyId !== null) return { type: 'BUILDING', remoteId: row.propertyId, roles };
  if (row.contactId !== null) return { type: 'PERSON', remoteId: row.contactId, roles };
  if (row.contractId !== null) return { type: 'LEASE', remoteId: row.contractId, roles };
  return { type: 'UNKNOWN', remoteId: null, roles };
}
