import type { Plugin } from '@envelop/core';
import type { Context, Operation } from '../context.js';
import type { Source } from '../domain/provider.js';
import { createSession, type Session } from '../http/session.js';
import { createLoaders } from '../loaders/loaders.js';
import { startOperation } from '../operation.js';
import type { CallRecord } from '../http/call-log.js';
import type { Cursors } from '../pagination/cursor.js';

export interface OperationOptions {
  readonly sources: readonly Source[];
  readonly cursors: Cursors;
  /** Milliseconds for one operation. */
  readonly time: number;
  /** Told the upstream calls of each operation when it ends. */
  readonly onCalls?: ((calls: readonly CallRecord[]) => void) | undefined;
}

/** Gives each operation its clock, its call log, and loaders of its own; takes them back when it ends. */
export function useOperation(options: OperationOptions): Plugin<Context & { readonly request: Request }> {
  return {
    onContextBuilding({ context, extendContext }) {
      const operation = startOperation(context.request.signal, options.time);
      extendContext(createContext(operation, options));
    },
    onExecute({ args }) {
      const { operation } = args.contextValue;
      return {
        onExecuteDone() {
          operation.finish();
          options.onCalls?.(operation.log.calls);
        },
      };
    },
  };
}

function createContext(operation: Operation, { sources, cursors }: OperationOptions): Context {
  const sessions = new Map<string, Session>();
  const sessionOf = (source: Source): Session => {
    let session = sessions.get(source.id);
    if (session === undefined) {
      session = createSession(source.client, operation, operation.log);
      sessions.set(source.id, session);
    }
    return session;
  };
  return { operation, sources, cursors, loaders: createLoaders(sources, sessionOf) };
}
