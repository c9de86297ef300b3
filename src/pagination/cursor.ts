import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { BadInputError } from '../errors.js';
import type { Position } from './position.js';

/**
 * Where a connection over several sources stands: per source a position, or `end` once the reader has gone past it.
 * A source that is not named stands at its start.
 */
export type ConnectionState = ReadonlyMap<string, Position | 'end'>;

/** What a cursor was made for. It can be used for nothing else. */
export interface CursorScope {
  /** The field, e.g. `Query.buildings` or `Building.units`. */
  readonly field: string;
  /** The parent's id and the arguments that decide which rows there are, e.g. the filter. */
  readonly subject: unknown;
}

/** Writes and reads cursors: opaque, signed, and the same text for the same position. */
export interface Cursors {
  write(scope: CursorScope, state: ConnectionState): string;
  /** @throws BadInputError that says why a cursor cannot be used here. */
  read(scope: CursorScope, cursor: string, configured: ReadonlySet<string>): ConnectionState;
}

const macBytes = 16;

/** Longer than any that was ever written: a few positions inside one another for each of a few sources. */
const longest = 8_192;

/** @param keys the first signs; every one is accepted, so that a key can be replaced without breaking open pages. */
export function createCursors(keys: readonly [string, ...string[]]): Cursors {
  return {
    write(scope, state) {
      const payload = Buffer.from(
        JSON.stringify([scope.field, digest(scope.subject), [...state].sort(([a], [b]) => (a < b ? -1 : 1))]),
      );
      return Buffer.concat([sign(keys[0], payload), payload]).toString('base64url');
    },

    read(scope, cursor, configured) {
      const bytes = Buffer.from(cursor.slice(0, longest), 'base64url');
      const mac = bytes.subarray(0, macBytes);
      const payload = bytes.subarray(macBytes);
      const genuine =
        bytes.toString('base64url') === cursor &&
        mac.length === macBytes &&
        keys.some((key) => timingSafeEqual(sign(key, payload), mac));
      if (!genuine) {
        throw new BadInputError(
          'after: this is not a cursor of this gateway, or it was signed with a key that is no longer accepted; start again without `after`.',
        );
      }
      // What we signed, we wrote: its form needs no second check.
      const [field, subject, state] = JSON.parse(payload.toString('utf8')) as [
        string,
        string,
        [string, Position | 'end'][],
      ];
      if (field !== scope.field) {
        throw new BadInputError(
          `after: this cursor was made by ${field}; use cursors of ${scope.field} here.`,
        );
      }
      if (subject !== digest(scope.subject)) {
        throw new BadInputError(
          'after: this cursor was made with another filter or parent, or in another order; repeat the arguments it was made with, or start again without `after`.',
        );
      }
      const gone = state.find(([source]) => !configured.has(source));
      if (gone !== undefined) {
        throw new BadInputError(
          'after: this cursor was made with a source that cannot be used here; start again without `after`.',
        );
      }
      return new Map(state);
    },
  };
}

function sign(key: string, payload: Buffer): Buffer {
  return createHmac('sha256', key).update(payload).digest().subarray(0, macBytes);
}

/** A short fingerprint that does not depend on the order in which a client wrote the members of its filter. */
function digest(subject: unknown): string {
  return createHash('sha256').update(stable(subject)).digest('base64url').slice(0, 12);
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
    return `{${members
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${stable(member)}`)
      .join()}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
