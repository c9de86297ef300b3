import { isRef, type Link, type NodeType, type Ref } from '../../src/domain/index.js';

/**
 * casavi's keys are the customer's references: any text. They end up in paths (percent-encoded), so that only control
 * characters, lone surrogates and the two names that a path would resolve away are refused.
 */
const reference = /^[^\p{Cc}\p{Cs}]{1,255}$/u;

export function isReference(text: string | undefined): text is string {
  return text !== undefined && reference.test(text) && text !== '.' && text !== '..' && text.trim() === text;
}

/** The two lists that persons come from. */
export type PersonList = 'contact' | 'staff';

export const contactKey = (id: string): readonly string[] => ['contact', id];
export const staffKey = (id: string): readonly string[] => ['staff', id];

/**
 * The key of a person of whom an answer gives an id and not the list: the likelier list is asked first, the other one if
 * need be. No client can write such a key, since an id with an empty part is none; and the record that is found carries
 * its own.
 */
export const lookUpKey = (first: PersonList, id: string): readonly string[] => ['', first, id];

export interface PersonKey {
  readonly first: PersonList;
  readonly id: string;
  /** Whether the list is certain. */
  readonly exact: boolean;
}

export function readPersonKey({ key }: Ref<'Person'>): PersonKey {
  const exact = key[0] !== '';
  const [list, id = ''] = exact ? key : key.slice(1);
  return { first: list === 'staff' ? 'staff' : 'contact', id, exact };
}

/** Whether a link leads to one of certain contacts. */
export function isPersonOf(link: Link<'Person'> | null | undefined, contacts: ReadonlySet<string>): boolean {
  if (link === null || link === undefined) return false;
  const { first, id } = readPersonKey(isRef(link) ? link : link.ref);
  return first === 'contact' && contacts.has(id);
}

/**
 * What a key leads to: a unit's and a lease's hold the property, a task's the ticket. The unit of a lease and the ticket of
 * a comment come with them, and need not be asked for.
 */
export function linksOf({
  type,
  source,
  key: [first = ''],
}: Ref<NodeType>): Readonly<Record<string, Ref<NodeType>>> {
  switch (type) {
    case 'Unit':
    case 'Lease':
      return { building: { type: 'Building', source, key: [first] } };
    case 'Task':
      return { issue: { type: 'Issue', source, key: [first] } };
    default:
      return {};
  }
}

/** Whether a key is of casavi's form for its type. */
export function acceptsKey(type: NodeType, key: readonly string[]): boolean {
  switch (type) {
    case 'Building':
    case 'Issue':
      return key.length === 1 && key.every(isReference);
    case 'Unit':
    case 'Comment':
    case 'Task':
      return key.length === 2 && key.every(isReference);
    case 'Lease':
      return key.length === 3 && key.every(isReference);
    case 'Person': {
      const [list, id, ...rest] = key[0] === '' ? key.slice(1) : key;
      return (list === 'contact' || list === 'staff') && isReference(id) && rest.length === 0;
    }
    case 'Document': {
      const [kind, ...ids] = key;
      return ids.every(isReference) && ids.length === (kind === 'ticket' ? 2 : kind === 'document' ? 1 : -1);
    }
  }
}
