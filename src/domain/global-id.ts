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
  return Buffer.from([ref.type, ref.source, ...ref.key].map(encodePart).join(':'), 'utf8').toString(
    'base64url',
  );
}

/** Reads an id strictly: whatever `toGlobalId` would not have written is `null`. */
export function parseGlobalId(id: string): Ref<NodeType> | null {
  if (id.length > 1024 || !/^[A-Za-z0-9_-]+$/.test(id)) return null;
  const parts = Buffer.from(id, 'base64url').toString('utf8').split(':').map(decodePart);
  const [type, source, ...key] = parts;
  if (!isNodeType(type) || !source || key.length === 0 || key.some((part) => !part)) return null;
  const ref: Ref<NodeType> = { type, source, key: key as string[] };
  return toGlobalId(ref) === id ? ref : null;
}

/** Reads an id that must be of one type; anything else is the client's mistake. */
export function requireId<T extends NodeType>(id: string, type: T, argument: string): Ref<T> {
  const ref = parseGlobalId(id);
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

function isNodeType(type: string | null | undefined): type is NodeType {
  return typeof type === 'string' && nodeTypes.has(type);
}

// A casavi reference may hold a colon: percent-encoding keeps it apart from the separator.
function encodePart(part: string): string {
  return encodeURIComponent(part);
}

function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
