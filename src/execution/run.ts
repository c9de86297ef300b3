import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { NodeRecord } from '../domain/index.js';
import type { Connection } from '../edges/connections.js';
import type { Graph } from '../edges/declaration.js';
import type { Loaded } from '../loaders/loaders.js';
import type { PlannedField, Selection } from '../plan/plan.js';
import type { LoaderName } from '../plan/shared-loaders.js';

/** What an operation is run by. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly context: Context;
  /** Loaders that more than one place of the operation asks. */
  readonly shared: ReadonlySet<LoaderName>;
  /** Keeps what was read for a field of a row. */
  set(field: PlannedField, row: object, value: unknown): void;
  /** What was kept. */
  has(field: PlannedField, row: object): boolean;
  get(field: PlannedField, row: object): unknown;
  /** Connections that are being read before their parents are here, by the field and the parent's id. */
  readonly ahead: Map<PlannedField, Map<string, Promise<Loaded<Connection> | Error>>>;
  /** Hands rows on to what is wanted of them. */
  descend(field: PlannedField, found: readonly Found[], known: Known): Promise<void>;
}

/** What a link led to. */
export type Found = Loaded<object | null> | Error;

/** Rows at one place of the operation, all of one source. */
export interface Place {
  readonly selection: Selection;
  readonly rows: readonly object[];
  /** How many waves of calls it took to have the rows. */
  readonly wave: number;
  readonly known: Known;
}

/** Records that an edge of a row leads back to, by the name of the edge: the reader has just come from there. */
export type Known = ReadonlyMap<string, Origins>;

export interface Origins {
  readonly of: ReadonlyMap<object, NodeRecord>;
  readonly known: Known;
}

export const nothingKnown: Known = new Map();

export function valueOf(found: Found): unknown {
  return found instanceof Error ? found : found.value;
}

/**
 * Before a loader that is shared is asked for what is known since a wave: until the other places know what they want of it,
 * so that all of it is one batch.
 */
export function inStep({ context }: Run, source: string, wave: number): Promise<void> {
  return context.loaders.inStep(source, wave);
}

/** Whether more than one place of the operation asks a loader. Others need not wait, not even for a promise. */
export function isShared({ shared }: Run, loader: LoaderName): boolean {
  return shared.has(loader);
}

/** The deepest of some waves; `least` where there are none. */
export function deepest(found: readonly { readonly wave: number }[], least: number): number {
  return found.reduce((most, { wave }) => Math.max(most, wave), least);
}

export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new TypeError(`${name} is no object type of the schema`);
  return type;
}
