import { z } from 'zod';
import { heldBy } from './held.js';

/** What to look at in the records of a shape: put together once, from its zod schema and what its readers hold. */
export interface Outline {
  readonly members: readonly Member[];
  /** Paths in the vendor's names, such as `contracts[].status`. The first is that of the record itself: nothing. */
  readonly paths: readonly string[];
}

/** A member of an object. `path` is its place among the paths. */
export type Member =
  | { readonly kind: 'leaf'; readonly name: string; readonly path: number; read(value: unknown): unknown }
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly path: number;
      readonly entryPath: number;
      readonly entry: z.ZodType;
      readonly members: readonly Member[];
    }
  | {
      readonly kind: 'maybe';
      readonly name: string;
      readonly path: number;
      readonly shape: z.ZodType;
      readonly members: readonly Member[];
    }
  /** Without it, what it stands in is left out: nothing is to be said of it but of what it holds. */
  | { readonly kind: 'object'; readonly name: string; readonly members: readonly Member[] };

const outlines = new WeakMap<z.ZodType, Outline>();

export function outlineOf(shape: z.ZodType): Outline {
  let outline = outlines.get(shape);
  if (outline === undefined) {
    const paths = [''];
    outlines.set(shape, (outline = { members: membersOf(shape, '', paths), paths }));
  }
  return outline;
}

/** The members of an object, which may be transformed once it is read. Anything else has none. */
function membersOf(shape: z.ZodType, before: string, paths: string[]): readonly Member[] {
  if (shape instanceof z.ZodPipe) return membersOf(shape.in as z.ZodType, before, paths);
  if (!(shape instanceof z.ZodObject)) return [];
  const readers: Readonly<Record<string, z.ZodType>> = shape.shape;
  return Object.entries(readers).flatMap(([name, reader]) => memberOf(name, reader, before + name, paths));
}

function memberOf(name: string, reader: z.ZodType, own: string, paths: string[]): readonly Member[] {
  const held = heldBy(reader);
  if (held === undefined) {
    const members = membersOf(reader, `${own}.`, paths);
    return members.length === 0 ? [] : [{ kind: 'object', name, members }];
  }
  const path = paths.push(own) - 1;
  if ('leaf' in held) return [{ kind: 'leaf', name, path, read: held.leaf }];
  if ('maybe' in held) {
    const members = membersOf(held.maybe, `${own}.`, paths);
    return [{ kind: 'maybe', name, path, shape: held.maybe, members }];
  }
  const entryPath = paths.push(`${own}[]`) - 1;
  const members = membersOf(held.list, `${own}[].`, paths);
  return [{ kind: 'list', name, path, entryPath, entry: held.list, members }];
}
