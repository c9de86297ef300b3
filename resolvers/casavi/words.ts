import type { Words } from '../../src/wire/drift.js';
import type { CasaviSettings } from './config.js';
import { channels } from './map/persons.js';
import { roleTypes } from './map/structure.js';
import { taskStatuses } from './map/tickets.js';

/** The words that have a meaning, by the members that hold them: any other one is UNKNOWN. */
export function wordsOf({ statusCodes }: Pick<CasaviSettings, 'statusCodes'>): Words {
  const property = { 'responsibilities[].roleType': memberOf(roleTypes) };
  const contact = { preferredWayOfContact: memberOf(channels) };
  const ticket = { status: memberOf(statusCodes) };
  const task = { status: memberOf(taskStatuses) };
  return {
    properties: property,
    property,
    contacts: contact,
    contact,
    tickets: ticket,
    ticket: { ...ticket, 'tasks[].status': task.status },
    task,
  };
}

function memberOf(table: object): (word: string) => boolean {
  return (word) => Object.hasOwn(table, word);
}
