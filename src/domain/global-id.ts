import { BadInputError } from '../errors.js';
import type { NodeType, Ref } from './record.js';

/**
 * Global ids: base64url of `Type:source:key[:key…]`, each part percent-encoded. Plain and stable on purpose: the same
 * record has the same id on every machine and after every restart, and clients may keep it for years.
 */

const nodeTypes: ReadonlySet<string> = new Set<NodeType>([
  'Building',
  'Unit',
  'Person',
  'Lease',
  'Issue',
  'Document',
  'Comment',
  'Task',
]);

export function toGlobalId(ref: Ref): string {
  return write(ref.type, ref.source, ref.key);
}

/** Tells records apart within one process: an id would, too, but takes ten times as long to write. */
export function refKey({ type, source, key }: Ref): string {
  let text = `${type} ${source}`;
  for (const part of key) text += ` ${part.length}:${part}`;
  return text;
}

/** Reads an id strictly: whatever `toGlobalId` would not have written is `null`. */
export function parseGlobalId(id: string): Ref<NodeType> | null {
  const [type, source, ...key] = read(id) ?? [];
  if (!isNodeType(type) || !isWhole(source, key)) return null;
  const ref: Ref<NodeType> = { type, source: source ?? '', key };
  return toGlobalId(ref) === id ? ref : null;
}

/** Types of which several records can be one thing. */
export type LinkableType = Extract<NodeType, 'Building' | 'Unit' | 'Person'>;

const linked = 'Linked';

/** The id of the thing that a record stands for: that of the record, as another type. */
export function toLinkedId({ type, source, key }: Ref<LinkableType>): string {
  return write(`${linked}${type}`, source, key);
}

/** The record that the id of a linked thing was derived from; `null` where it is no such id. */
export function parseLinkedId(id: string): Ref<LinkableType> | null {
  const [type, source, ...key] = read(id) ?? [];
  const of = type?.startsWith(linked) === true ? type.slice(linked.length) : '';
  if (of !== 'Building' && of !== 'Unit' && of !== 'Person') return null;
  const ref: Ref<LinkableType> = { type: of, source: source ?? '', key };
  return isWhole(source, key) && toLinkedId(ref) === id ? ref : null;
}

/** Reads an id that must be of one type; anything else is the client's mistake. */
export function requireId<T extends NodeType>(id: string, type: T, argument: string): Ref<T> {
  const ref = parseGlobalId(id);
  const thing = parseLinkedId(id);
  if (thing !== null) {
    throw new BadInputError(
      `${argument}: this is the id of a ${linked}${thing.type}; pass the id of a ${type}, such as one of its \`members\`.`,
    );
  }
  if (ref === null) {
    throw new BadInputError(
      `${argument}: this is not an id of Gatehouse; pass an \`id\` as a query returned it.`,
    );
  }
  if (ref.type !== type) {
    throw new BadInputError(`${argument}: this is the id of a ${ref.type}; pass the id of a ${type}.`);
  }
  return ref as Ref<T>;
}

/** Whether two refs mean the same record. */
export function sameRef(a: Ref, b: Ref): boolean {
  return (
    a.type === b.type &&
    a.source === b.source &&
    a.key.length === b.key.length &&
    a.key.every((part, index) => part === b.key[index])
  );
}

function isNodeType(type: string | undefined): type is NodeType {
  return type !== undefined && nodeTypes.has(type);
}

function isWhole(source: string | undefined, key: readonly string[]): boolean {
  return source !== undefined && source !== '' && key.length > 0 && key.every((part) => part !== '');
}

function write(type: string, source: string, key: readonly string[]): string {
  let text = `${type}:${encodePart(source)}`;
  for (const part of key) text += `:${encodePart(part)}`;
  // Percent-encoded text is ASCII: a byte each.
  if (text.length > scratch.length) return Buffer.from(text, 'latin1').toString('base64url');
  return scratch.toString('base64url', 0, scratch.write(text, 'latin1'));
}

/** Where ids are put together: an answer has thousands, and a buffer for each takes longer than the writing. */
const scratch = Buffer.alloc(512);

function read(id: string): readonly string[] | null {
  if (id.length > 1024 || !/^[A-Za-z0-9_-]+$/.test(id)) return null;
  const parts = Buffer.from(id, 'base64url').toString('utf8').split(':').map(decodePart);
  return parts.includes(null) ? null : (parts as string[]);
}

// A casavi reference may hold a colon: percent-encoding keeps it apart from the separator.
function encodePart(part: string): string {
  return plain.test(part) ? part : encodeURIComponent(part);
}

/** What percent-encoding leaves as it is; nearly all keys are such. */
const plain = /^[\w.~-]*$/;

function decodePart(part: string): string | null {
  if (plain.test(part)) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
