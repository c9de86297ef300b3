import type { Source } from '../domain/provider.js';

/**
 * What a caller may see beyond the plain records of its sources. In the SDL, `@requiresScopes` names the scope of a field;
 * part of the public contract.
 */
export const scopes = {
  'pii:contact': 'E-mail addresses, telephone numbers and addresses of persons.',
  'pii:identity': 'National ids and birth dates.',
  finance: 'Bank accounts and the limits of what somebody may spend.',
  raw: "Records as the provider's answer has them.",
  upstream: 'Which calls an operation made (`extensions.upstream`), and its dry run.',
} as const;

export type Scope = keyof typeof scopes;

/** Who asks: what a request proves of itself, and what it may therefore see. */
export interface Caller {
  /** As logs and limits name it; never a token or a key. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Ids of the sources that exist for it; `null` where all do. */
  readonly sources: ReadonlySet<string> | null;
}

/** Whoever asks while the gateway is open: all sources and all scopes. */
export const everybody: Caller = {
  id: 'everybody',
  scopes: new Set(Object.keys(scopes) as Scope[]),
  sources: null,
};

/** Of the sources those that exist for a caller, in their order. */
export function visibleTo(caller: Caller, sources: readonly Source[]): readonly Source[] {
  const { sources: visible } = caller;
  return visible === null ? sources : sources.filter(({ id }) => visible.has(id));
}

const callers = new WeakMap<Request, Caller>();

/** Remembers who sent a request, once that is proven. */
export function setCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** Who sent a request; `undefined` where that is not proven. */
export function callerOf(request: Request): Caller | undefined {
  return callers.get(request);
}
