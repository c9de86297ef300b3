import { visibleTo, type Caller } from './access/caller.js';
import type { Ref } from './domain/index.js';
import type { Source } from './domain/provider.js';
import type { CallLog } from './http/call-log.js';
import { createSession, type CallBudget, type Session } from './http/session.js';
import { createIdentity, type Identity } from './identity/identity.js';
import type { Registry } from './identity/registry.js';
import { createLoaders, type Loaders } from './loaders/loaders.js';
import type { Cursors } from './pagination/cursor.js';

/** What one operation may take and what it has met so far. */
export interface Operation {
  /** Ends with the client's connection or with the operation's time. */
  readonly signal: AbortSignal;
  /** `Date.now()` at which the operation ends. */
  readonly deadline: number;
  /** Whether its client has gone: nobody reads the answer. */
  isAbandoned(): boolean;
  /** Whether it has been answered: what is still under way for it is waited for by nobody. */
  isOver(): boolean;
  /** Milliseconds that one source may take while others wait for it: a third of the operation's time. */
  readonly share: number;
  readonly log: CallLog;
  readonly budget: OperationBudget;
  /** Failures of sources whose field still has a value: an executor cannot return both, so they join `errors` at the end. */
  readonly failures: Failure[];
  /** Lets go of the timer and of the client's signal; what is still under way ends with its own limits. */
  finish(): void;
}

/** Calls that an operation may make, until that is ended. */
export interface OperationBudget extends CallBudget {
  /** Takes back all that are left: whoever goes on reading has to do with what was read. */
  end(): void;
  /** How many were asked for in vain. */
  readonly refused: number;
}

export interface Failure {
  readonly path: readonly (string | number)[];
  readonly error: Error;
}

/** What resolvers see of one request. Built afresh each time: nothing in it outlives the request. */
export interface Context {
  readonly operation: Operation;
  readonly caller: Caller;
  /** The sources the caller may see, in their configured order. */
  readonly sources: readonly Source[];
  readonly loaders: Loaders;
  readonly cursors: Cursors;
  /** Which records are the same real-world thing. */
  readonly identity: Identity;
  readonly registry: Registry;
  /** A link of the gateway's own to the file of a document. */
  readonly toFileUrl: (document: Ref<'Document'>) => string;
}

export function createContext(
  operation: Operation,
  {
    caller,
    sources: all,
    cursors,
    registry,
    toFileUrl,
  }: Pick<Context, 'caller' | 'sources' | 'cursors' | 'registry' | 'toFileUrl'>,
): Context {
  const sources = visibleTo(caller, all);
  const sessions = new Map<string, Session>();
  const sessionOf = (source: Source): Session => {
    let session = sessions.get(source.id);
    if (session === undefined) sessions.set(source.id, (session = createSession(source.client, operation)));
    return session;
  };
  const loaders = createLoaders(sources, sessionOf);
  const identity = createIdentity({ registry, sources, loaders, operation });
  return { operation, caller, sources, cursors, loaders, identity, registry, toFileUrl };
}
