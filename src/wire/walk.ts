import { isLeftOut } from './held.js';
import type { Member } from './outline.js';

/** What one answer had at a path. Only numbers: walking allocates nothing. */
export interface Tally {
  /** The words that have a meaning, where only some have. */
  readonly isKnown: ((word: string) => boolean) | undefined;
  met: number;
  missing: number;
  mistyped: number;
  unknown: number;
  unusable: number;
}

/** An object as it came. */
export type Raw = Readonly<Record<string, unknown>>;

/** Compares an object as it came with what was wanted of it, and adds to the tallies by the place of each path. */
export function walk(members: readonly Member[], raw: Raw, tallies: readonly Tally[]): void {
  for (const member of members) {
    const value = raw[member.name];
    if (member.kind === 'object') {
      walk(member.members, value as Raw, tallies);
      continue;
    }
    const tally = tallies[member.path];
    if (tally === undefined) continue;
    if (value === undefined) {
      tally.missing += 1;
      continue;
    }
    tally.met += 1;
    if (value === null) continue;
    if (member.kind === 'leaf') {
      const read = member.read(value);
      if (read === null) {
        if (!isBlank(value)) tally.mistyped += 1;
      } else if (typeof read === 'string' && tally.isKnown?.(read) === false) tally.unknown += 1;
    } else if (member.kind === 'list') {
      if (Array.isArray(value)) walkEntries(member, value, tallies);
      else if (!isBlank(value)) tally.mistyped += 1;
    } else if (typeof value !== 'object') {
      if (!isBlank(value) && !member.shape.safeParse(value).success) tally.mistyped += 1;
    } else if (!isLeftOut(value)) walk(member.members, value as Raw, tallies);
    // `{}` holds nothing, as null does: so Pigello's bulk answers write a relation that is none.
    else if (!isEmpty(value)) tally.mistyped += 1;
  }
}

function walkEntries(
  { entry, entryPath, members }: Extract<Member, { kind: 'list' }>,
  values: readonly unknown[],
  tallies: readonly Tally[],
): void {
  const tally = tallies[entryPath];
  if (tally === undefined) return;
  for (const value of values) {
    // Nothing is lost with a null, and Facilitee's lists hold some.
    if (value === null) continue;
    if (typeof value !== 'object') {
      if (!entry.safeParse(value).success) tally.unusable += 1;
    } else if (isLeftOut(value)) tally.unusable += 1;
    else if (members.length > 0) walk(members, value as Raw, tallies);
  }
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
