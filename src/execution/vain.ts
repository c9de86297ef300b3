import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import type { Ref } from '../domain/index.js';
import type { Graph } from '../edges/declaration.js';
import { refsIn } from '../edges/refs.js';
import { checkLinkedList } from '../identity/linked-list.js';
import { isWorthReading } from '../identity/linked-lookup.js';
import type { PlannedField } from '../plan/plan.js';

/**
 * Whether a field of `Query` brings nothing whatever is read: its arguments do not fit, or its ids are of nothing that there is
 * for the caller. Whoever guesses at ids must not make the sources work.
 */
export function isVain(
  { name, args }: PlannedField,
  { graph, context }: { readonly graph: Graph; readonly context: Context },
): boolean {
  const declared = graph.query[name];
  if (declared === undefined || 'leaf' in declared || 'list' in declared) return false;
  if (args instanceof GraphQLError) return true;
  try {
    if ('linkedOne' in declared) return !isWorthReading(declared.linkedOne, args, context);
    if ('linkedList' in declared) {
      checkLinkedList(declared.linkedList, args, context);
      return false;
    }
    return refsIn(declared, args, context).every(
      (ref) => ref === null || !isReachable('linked' in ref ? ref.linked : ref, context),
    );
  } catch {
    // Told where the field is read.
    return true;
  }
}

function isReachable({ type, source, key }: Ref, { sources }: Context): boolean {
  if (type === 'Address') return true;
  return sources.find(({ id }) => id === source)?.port.acceptsKey(type, key) === true;
}
