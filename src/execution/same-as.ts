import {
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLObjectType,
} from 'graphql';
import type { NodeRecord } from '../domain/index.js';
import type { TypeDeclaration } from '../edges/declaration.js';
import { toError } from '../errors.js';
import { type LinkRow, type LinkRows, readLinks } from '../identity/same-as.js';
import type { Loaded } from '../loaders/loaders.js';
import type { PlannedField } from '../plan/plan.js';
import { selectionOf } from '../plan/shape.js';
import { nothingKnown, objectType, type Found, type Place, type Run } from './run.js';

/** Finds the records that are the same as those of a place. */
export async function fetchSame(run: Run, field: PlannedField, place: Place): Promise<void> {
  const read = await Promise.all(
    place.rows.map(async (row) => {
      const found = await readLinks(row as NodeRecord, run.context, place.wave).catch(toError);
      run.set(field, row, found instanceof Error ? found : found.value);
      return found;
    }),
  );
  const lists = read.filter((each): each is Loaded<LinkRows> => !(each instanceof Error));
  tellOnce(lists.map(({ value }) => value));
  const rows = lists.flatMap(({ value, wave }): Found[] => value.map((link) => ({ value: link, wave })));
  await run.descend(field, rows, nothingKnown);

  // A record whose source is down is still known to be the same one.
  const selection = selectionOf(field);
  for (const node of selection?.fields.filter(({ name }) => name === 'node') ?? []) {
    for (const { value, wave } of lists) await keepLinks(run, node, value, wave);
  }
  tellOnce(lists.map(({ value }) => value));
}

/** A source that fails is told at the first row that misses it, and not at all of them. */
function tellOnce(lists: readonly LinkRows[]): void {
  const told: Error[] = [];
  for (const list of lists) {
    list.failures = list.failures.filter((error) => !told.some((each) => sameSource(each, error)));
    told.push(...list.failures);
  }
}

/** Links to what is no longer there are dropped; those to what cannot be read lead to what is known of it. */
async function keepLinks(run: Run, node: PlannedField, links: LinkRows, wave: number): Promise<void> {
  const failed: LinkRow[] = [];
  for (const link of [...links]) {
    if (!run.has(node, link)) continue;
    const value = run.get(node, link);
    if (value === null || value === undefined) links.splice(links.indexOf(link), 1);
    if (!(value instanceof Error)) continue;
    if (!links.failures.some((each) => sameSource(each, value))) links.failures.push(value);
    failed.push(link);
  }
  const stubs = failed.map((link): Found => {
    link.stale = true;
    const stub = stubOf(objectType(run.schema, link.node.type), run.graph.types.get(link.node.type), link);
    run.set(node, link, stub);
    return { value: stub, wave };
  });
  await run.descend(node, stubs, nothingKnown);
}

function sameSource(one: Error, other: Error): boolean {
  const sourceOf = (error: Error): unknown => (error as { origin?: { source?: string } }).origin?.source;
  return sourceOf(one) === sourceOf(other);
}

/** A record of which only the name is known: everything that its source would have to say is null. */
export function stubOf(
  type: GraphQLObjectType,
  declaration: TypeDeclaration | undefined,
  { node, known }: LinkRow,
): object {
  const stub: Record<string, unknown> = {};
  for (const { name, type: of } of Object.values(type.getFields())) {
    const edge = declaration?.edges[name];
    if (edge !== undefined && ('leaf' in edge || 'page' in edge || 'same' in edge)) continue;
    const named = getNamedType(of);
    stub[name] = !isNonNullType(of)
      ? null
      : isListType(getNullableType(of))
        ? []
        : isEnumType(named) && isLeafType(named)
          ? 'UNKNOWN'
          : null;
  }
  return {
    ...stub,
    ref: node,
    remoteId: known.remoteId,
    externalId: known.externalId,
    fetchedAt: known.readAt,
  };
}
