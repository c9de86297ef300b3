/**
 * Where a reader stands in a listing. It travels in cursors, so it is plain JSON: `0` at the start, a place in a
 * provider's list (`[offset, marks]`), or for listings made of listings the positions inside one another.
 */
export type Position = number | readonly (string | Position)[];

export const start: Position = 0;

/** A place in a list of rows: how many rows stand before it, and what the last of them were. */
export interface Place {
  readonly offset: number;
  /**
   * Marks of the rows right before the place, the nearest one last. A list may have grown or shrunk since they were
   * read: where a marked row is now, the place is now.
   */
  readonly marks: readonly number[];
}

/** Rows before a place that are remembered. One would do until it is the one that was deleted. */
export const remembered = 4;

/** A fingerprint of a row's key in 32 bits (FNV-1a): enough to know a row again among the few that stand near it. */
export function markOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

export function toPosition({ offset, marks }: Place): Position {
  if (offset === 0) return start;
  const bytes = Buffer.alloc(4 * marks.length);
  marks.forEach((mark, index) => bytes.writeUInt32BE(mark, 4 * index));
  return [offset, bytes.toString('base64url')];
}

/** Reads the position of a flat listing. One of another form was made for another listing. */
export function toPlace(position: Position): Place {
  if (position === start) return { offset: 0, marks: [] };
  if (!Array.isArray(position) || position.length !== 2) throw new PositionError();
  const [offset, text] = position as readonly unknown[];
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 1 || typeof text !== 'string')
    throw new PositionError();
  const bytes = Buffer.from(text, 'base64url');
  const isWhole = bytes.length % 4 === 0 && bytes.length <= 4 * remembered;
  if (!isWhole || bytes.toString('base64url') !== text) throw new PositionError();
  return {
    offset,
    marks: Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(4 * index)),
  };
}

/** How many rows stand before a position of a flat listing; of nested ones nothing is known, and none are reckoned with. */
export function offsetOf(position: Position): number {
  return isFlat(position) ? toPlace(position).offset : 0;
}

/** Whether a position says how many rows stand before it. */
export function isFlat(position: Position): boolean {
  return position === start || (typeof position === 'object' && typeof position[1] === 'string');
}

/** The two parts of a nested listing's position: which of the outer rows, and where among its own. */
export function toPair(position: Position): readonly [outer: number, inner: Position] {
  if (position === start) return [0, start];
  if (!Array.isArray(position) || position.length !== 2) throw new PositionError();
  const [outer, inner] = position as readonly (string | Position)[];
  if (typeof outer !== 'number' || !Number.isSafeInteger(outer) || outer < 0 || !isPosition(inner))
    throw new PositionError();
  return [outer, inner];
}

export function isPosition(part: string | Position | undefined): part is Position {
  return typeof part === 'number' || typeof part === 'object';
}

/** A signed cursor whose position does not fit its listing, e.g. one from before an upgrade that reads the list differently. */
export class PositionError extends Error {
  override readonly name = 'PositionError';
  constructor() {
    super('the position does not fit the listing');
  }
}
