import type { Truth } from '../../src/sandbox/truth.js';

/** The providers, in the order of sources. */
export const systems = ['pigello', 'facilitee', 'homeq', 'casavi'] as const;

export type System = (typeof systems)[number];

/** What the upstreams are drawn from. */
export interface WorldOptions {
  readonly seed: number;
  readonly buildings: number;
  /** Whether what they hold is told: of a large portfolio that takes minutes. @default true */
  readonly hasTruths?: boolean;
}

/** What the upstreams hold, drawn from the portfolio and not from anybody's answers. */
export interface World {
  readonly seed: number;
  readonly buildings: number;
  readonly units: number;
  readonly truths: Readonly<Record<System, Truth>>;
  /** How each provider is logged in to. */
  readonly credentials: Readonly<Record<System, Readonly<Record<string, string>>>>;
  /** Where each provider is to be asked. */
  readonly urls: Readonly<Record<System, string>>;
}

/** What was asked of all providers since the last time it was told. */
export interface Counted {
  /** Calls but for logins. */
  readonly calls: number;
  /** The longest chain of calls of which each began after the one before had ended. */
  readonly waves: number;
}
