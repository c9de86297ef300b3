import type { Plugin } from '@envelop/core';
import { callerOf } from '../access/caller.js';
import { createContext, type Context } from '../context.js';
import type { Documents } from '../documents/documents.js';
import { UnauthenticatedError } from '../errors.js';
import { startOperation } from '../operation.js';
import type { CallRecord } from '../http/call-log.js';
import type { Cursors } from '../pagination/cursor.js';
import type { Current } from '../served.js';

export interface OperationOptions {
  /** What is served at the moment: an operation keeps to what it began with. */
  readonly current: () => Pick<Current, 'sources' | 'registry'>;
  readonly cursors: Cursors;
  /** What links to files of documents are made by. */
  readonly documents: Pick<Documents, 'toUrl'>;
  /** Milliseconds for one operation. */
  readonly time: number;
  /** Upstream calls that one operation may make; `Infinity` for any number. */
  readonly maxCalls: number;
  /** Told the upstream calls of each operation when it ends. */
  readonly onCalls?: ((calls: readonly CallRecord[]) => void) | undefined;
}

/** Gives each operation its clock, its call log, and loaders of its own; takes them back when it ends. */
export function useOperation(options: OperationOptions): Plugin<Context & { readonly request: Request }> {
  return {
    onContextBuilding({ context, extendContext }) {
      const caller = callerOf(context.request);
      if (caller === undefined) throw new UnauthenticatedError('The request does not say who asks.');
      const operation = startOperation(context.request.signal, options);
      const toFileUrl: Context['toFileUrl'] = (document) =>
        options.documents.toUrl(document, caller.id, new URL(context.request.url).origin);
      extendContext(
        createContext(operation, { ...options.current(), cursors: options.cursors, caller, toFileUrl }),
      );
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
    // There are none, and whoever asks for one is told so: the operation's clock must not run on.
    onSubscribe({ args }) {
      args.contextValue.operation.finish();
    },
  };
}
