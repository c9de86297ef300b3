import { GraphQLError } from 'graphql';
import type { NodeType, Ref } from '../domain/index.js';
import { prepareList, readPrepared, waveOf, type ListArgs } from '../edges/connections.js';
import type { RootField } from '../edges/declaration.js';
import { refsIn, type NamedRef } from '../edges/refs.js';
import { toError } from '../errors.js';
import { readLinkedById } from '../identity/linked-lookup.js';
import { byId } from '../loaders/by-id.js';
import type { PlannedField } from '../plan/plan.js';
import { wantsOf } from '../plan/shape.js';
import { fetchLinkedRoot } from './linked.js';
import { followAhead } from './links.js';
import { descendToNodes, startAhead } from './pages.js';
import { nothingKnown, objectType, valueOf, type Found, type Run } from './run.js';

/** Reads a field of `Query`: a list over all sources, or records that a client names by their ids. */
export async function fetchRoot(run: Run, field: PlannedField, root: object): Promise<void> {
  const declared = run.graph.query[field.name];
  if (declared === undefined || 'leaf' in declared) return;
  try {
    if (field.args instanceof GraphQLError) throw field.args;
    if ('linkedList' in declared || 'linkedOne' in declared)
      return await fetchLinkedRoot(run, field, root, declared);
    if ('list' in declared) return await fetchList(run, field, root, declared.list, field.args);
    const refs = refsIn(declared, field.args, run.context);
    const loading = Promise.all(refs.map((ref) => load(run, field, ref)));
    const named = refs.filter((ref): ref is Ref<NodeType> => ref !== null && !('linked' in ref));
    startAhead(run, field, named, 0);
    followAhead(run, field, named);
    const found = await loading;
    run.set(field, root, 'byIds' in declared ? found.map(valueOf) : valueOf(found[0] ?? nothing));
    await run.descend(field, found, nothingKnown);
  } catch (error) {
    run.set(field, root, toError(error));
  }
}

const nothing = { value: null, wave: 0 };

async function fetchList(
  run: Run,
  field: PlannedField,
  root: object,
  list: Extract<RootField, { list: unknown }>['list'],
  args: ListArgs,
): Promise<void> {
  const prepared = prepareList(list, args, wantsOf(field), run.context);
  const connection = await readPrepared(prepared, run.context);
  run.set(field, root, connection);
  await descendToNodes(run, field, connection.nodes, nothingKnown, (source) => waveOf(prepared, source));
}

/** A record that a client names must be seen to exist, whatever is wanted of it. */
async function load({ schema, context }: Run, field: PlannedField, ref: NamedRef | null): Promise<Found> {
  if (ref === null) return nothing;
  if ('linked' in ref) return readLinkedById(ref.linked, context).catch(toError);
  const wanted = field.below?.(objectType(schema, ref.type)).names ?? new Set<string>();
  return context.loaders.record(byId(ref), ref, wanted, 0).catch(toError);
}
