import { createHash } from 'node:crypto';
import { fileBody } from '../../../src/sandbox/file-body.js';
import { lazily } from '../../../src/sandbox/lazily.js';
import {
  byKey,
  groupBy,
  portfolioOf,
  type Building,
  type Comment,
  type FileRecord,
  type Issue,
  type Person,
  type Portfolio,
  type Task,
  type Tenancy,
  type Unit,
} from '../../../src/sandbox/portfolio.js';
import { TRADE_NAMES } from '../../../src/sandbox/texts.js';
import {
  contactMembers,
  contractMembers,
  documentMembers,
  fullName,
  propertyMembers,
  responsibilityMembers,
  ROLE_NAMES,
  RUNNING,
  staffMembers,
  taskMembers,
  TICKET_STATUS,
  unitMembers,
} from './members.js';

/** Everything that casavi says about a portfolio, in its own words. */
export type Rows = ReturnType<typeof project>;

/**
 * Writes the rows of each list when they are first asked for. `id` is the customer's reference throughout; `internalId` is casavi's own and of no use in a path
 * (004, "IDs"). `origin` is what file links begin with.
 */
export function project(portfolio: Portfolio, origin: string) {
  const here = portfolioOf(portfolio, 'casavi');
  // "Contracts with archived contacts are not returned anymore" (004, changelog 1.5.1).
  const archived = new Set(here.persons.filter((person) => person.archived).map((person) => person.key));
  const contracts = here.tenancies.filter((tenancy) => !tenancy.personKeys.some((key) => archived.has(key)));

  const [buildingOf, unitOf, personOf] = [byKey(here.buildings), byKey(here.units), byKey(here.persons)];
  const contractOf = byKey(contracts);
  const referenceOf = (records: ReadonlyMap<string, { reference: string }>, key: string | null) =>
    key === null ? null : (records.get(key)?.reference ?? null);
  const unitsOf = groupBy(here.units, (unit) => unit.buildingKey);
  const contractsOf = groupBy(contracts, (contract) => contract.unitKey);
  const commentsOf = groupBy(here.comments, (comment) => comment.issueKey);
  const tasksOf = groupBy(here.tasks, (task) => task.issueKey);
  const filesOf = groupBy(here.files, (file) => file.ownerKey);

  const linked = <T extends { readonly internalId: number }>(kind: string, row: T) => ({
    ...row,
    appLink: `https://casavi.${portfolio.company.domain}/app/${kind}/${row.internalId}`,
  });

  const property = (building: Building) => {
    const [manager, caretaker] = [personOf.get(building.managerKey), personOf.get(building.caretakerKey)];
    const [managing, caretaking] = ROLE_NAMES[building.country];
    return linked('properties', {
      ...propertyMembers(building, unitsOf.get(building.key) ?? []),
      responsibilities: [
        ...(manager === undefined ? [] : [responsibilityMembers(manager, managing, 'internal')]),
        ...(caretaker === undefined ? [] : [responsibilityMembers(caretaker, caretaking, 'external')]),
        ...(building.helperKeys ?? []).flatMap((key) => {
          const helper = personOf.get(key);
          return helper === undefined ? [] : [responsibilityMembers(helper, caretaking, 'external')];
        }),
      ],
    });
  };

  const unit = (place: Unit) => {
    const all = contractsOf.get(place.key) ?? [];
    const show = (shown: readonly Tenancy[]) =>
      linked('units', {
        ...unitMembers(place, buildingOf.get(place.buildingKey)),
        contracts: shown.map((tenancy) => ({
          ...contractMembers(tenancy),
          contactIds: tenancy.personKeys.flatMap((key) => personOf.get(key)?.reference ?? []),
        })),
      });
    return {
      propertyId: buildingOf.get(place.buildingKey)?.reference ?? '',
      /** With the contracts that run today: what comes unless more is asked for. */
      row: show(all.filter((tenancy) => RUNNING.has(tenancy.state))),
      /** With `includeInactiveContracts=true`. */
      complete: show(all),
    };
  };

  const attached = (key: string) => {
    const files = filesOf.get(key) ?? [];
    return {
      attachments: files.map((file) => file.ordinal),
      attachmentDetails: files.map((file) => ({
        id: file.ordinal,
        filename: file.name,
        contentType: file.oddity === 'null-members' ? null : file.contentType,
        size: file.oddity === 'null-members' ? null : fileBody(file).length,
        url: `${origin}/files/${storedName(file)}`,
      })),
    };
  };

  const comment = (message: Comment) => ({
    id: `C-${String(message.ordinal).padStart(7, '0')}`,
    internalId: 71_000 + message.ordinal,
    text: message.text,
    isInternal: message.internal,
    // "External ID of the manager that created this comment": a contact's comment has a name only.
    authorId: isStaff(personOf.get(message.authorKey ?? ''))
      ? referenceOf(personOf, message.authorKey)
      : null,
    authorName: message.authorName,
    createdAt: message.createdAt,
    ...attached(message.key),
  });

  const task = (order: Task) => ({
    ...taskMembers(order),
    assignedToId: referenceOf(personOf, order.assigneeKey),
    createdById: referenceOf(personOf, order.createdByKey),
    attachments: [] as readonly number[],
    attachmentDetails: [] as readonly never[],
  });

  const ticket = (issue: Issue) => {
    const bare = issue.oddity === 'null-members';
    const none = issue.oddity === 'empty-text' ? '' : null;
    const country = buildingOf.get(issue.buildingKey ?? '')?.country ?? 'DE';
    const reporter = personOf.get(issue.reporterKey ?? '');
    const assignee = personOf.get(issue.assigneeKey ?? '');
    const files = attached(issue.key);
    return {
      /** The ticket model: what the list holds. */
      row: linked('tickets', {
        id: issue.reference,
        internalId: 61_000 + issue.ordinal,
        number: String(issue.ordinal),
        title: issue.title,
        description: issue.description ?? none,
        type: bare ? null : TRADE_NAMES[issue.trade][country],
        typeGroup: bare || issue.ordinal % 3 === 0 ? null : 'Reparatur',
        propertyId: referenceOf(buildingOf, issue.buildingKey),
        unitId: referenceOf(unitOf, issue.unitKey),
        status: TICKET_STATUS[issue.state],
        statusText: issue.stateText ?? none,
        contactId: reporter?.reference ?? null,
        contactName: bare ? null : fullName(reporter),
        contactTelephone: bare ? null : (reporter?.mobile ?? reporter?.phone ?? none),
        contactEmail: bare ? null : (reporter?.email ?? none),
        sharedWithContacts: bare
          ? null
          : issue.followerKeys.flatMap((key) => personOf.get(key)?.reference ?? []),
        sharedWithProperty: bare ? null : issue.buildingKey !== null && issue.unitKey === null,
        assignedToId: assignee?.reference ?? null,
        assignedToName: fullName(assignee),
        createdAt: issue.createdAt,
        lastModified: bare ? null : issue.modifiedAt,
        closedAt: issue.closedAt,
        // 'Returns "Invalid Date" if the date is invalid' (004, "The ticket model").
        reportedAt: issue.oddity === 'invalid-date' ? 'Invalid Date' : bare ? null : issue.reportedAt,
        ...files,
        attachmentLinks: files.attachmentDetails.map((file) => file.url),
      }),
      /** What the single ticket has beside it. */
      more: {
        customFields: bare ? null : { Dringend: issue.urgent, Schadennummer: null },
        comments: (commentsOf.get(issue.key) ?? []).map(comment),
        tasks: (tasksOf.get(issue.key) ?? []).map(task),
      },
    };
  };

  /** Who may see a paper; null if its contract has vanished, and with it the paper. */
  const sharedWith = (file: FileRecord) => {
    const contract = contractOf.get(file.ownerKey);
    if (contract !== undefined) {
      const contactIds = contract.personKeys.map((key) => referenceOf(personOf, key));
      return [{ contractId: contract.reference }, ...contactIds.map((contactId) => ({ contactId }))];
    }
    const place = unitOf.get(file.ownerKey);
    if (place !== undefined) {
      return place.votingShare === null
        ? [{ unitId: place.reference, roles: ['renter'] }]
        : [{ propertyId: referenceOf(buildingOf, place.buildingKey), roles: ['owner', 'custom:Beirat'] }];
    }
    const contactId = referenceOf(personOf, file.ownerKey);
    return contactId === null ? null : [{ contactId }];
  };

  return lazily({
    properties: () => here.buildings.map(property),
    units: () => here.buildings.flatMap((building) => (unitsOf.get(building.key) ?? []).map(unit)),
    // An archived contact is not found any more (004, changelog 1.5.1).
    contacts: () =>
      here.persons
        .filter((person) => !isStaff(person) && !person.archived)
        .map((person) => linked('contacts', contactMembers(person))),
    staff: () => here.persons.filter(isStaff).map(staffMembers),
    tickets: () => here.issues.map(ticket),
    /** Of the document interface, which lists none: papers of contracts, units and service providers. */
    documents: () =>
      here.files.flatMap((file) => {
        if (isAttachment(file)) return [];
        const shares = sharedWith(file);
        return shares === null ? [] : [{ ...documentMembers(file), sharedWith: shares }];
      }),
  });
}

function isStaff(person: Person | undefined): boolean {
  return person?.roles.includes('staff') === true;
}

/** The files that have a link: those of tickets and of their comments. */
export function attachmentsIn(portfolio: Portfolio): readonly FileRecord[] {
  return portfolioOf(portfolio, 'casavi').files.filter(isAttachment);
}

function isAttachment(file: FileRecord): boolean {
  return file.ownerType === 'issue' || file.ownerType === 'comment';
}

/** Name under which a file is stored: not to be guessed, since the link alone opens it, and the same each time. */
export function storedName(file: FileRecord): string {
  const hash = createHash('sha256').update(`casavi ${file.key}`).digest('hex').slice(0, 32);
  return `${hash}${file.name.slice(file.name.lastIndexOf('.'))}`;
}
