import type { Random } from '../../src/sandbox/random.js';
import type { Fault } from '../../src/sandbox/faults.js';

/** What a fault's body says: no answer of the gateway may repeat it. */
export const leakMark = 'Lösenord-9f2c-hemligt';

/** A kind of fault, and how often it is met beside the others. */
export interface FaultKind {
  readonly name: string;
  readonly weight: number;
  /** Whether the provider's answer is right all the same. */
  readonly isHarmless?: true;
  /** Whether an exchange that it strikes stays open until the gateway gives it up. */
  readonly staysOpen?: true;
  create(random: Random): Fault;
}

const page = `<!doctype html><title>502</title><p>${leakMark} is not reachable.</p>`;

/** What providers do on bad days. Those that make the gateway wait are rare: they cost a client the call's whole time. */
export const faultKinds: readonly FaultKind[] = [
  { name: 'reset', weight: 4, create: () => ({ reset: true }) },
  { name: '500', weight: 4, create: () => ({ status: 500, body: { message: leakMark } }) },
  {
    name: '502 HTML',
    weight: 3,
    create: () => ({ status: 502, body: page, headers: { 'content-type': 'text/html' } }),
  },
  {
    name: '503 Retry-After',
    weight: 2,
    create: () => ({ status: 503, body: leakMark, headers: { 'retry-after': '1' } }),
  },
  { name: '429', weight: 3, create: () => ({ status: 429, body: { error: leakMark } }) },
  { name: '401', weight: 1, create: () => ({ status: 401, body: { error: leakMark } }) },
  { name: 'truncate', weight: 3, create: () => ({ truncate: true }) },
  {
    name: 'slow',
    weight: 4,
    isHarmless: true,
    staysOpen: true,
    create: (random) => ({ delayMs: random.int(50, 300) }),
  },
  {
    name: 'wrong type',
    weight: 2,
    create: () => ({ replace: { headers: { 'content-type': 'text/html; charset=utf-8' } } }),
  },
  {
    name: 'cut JSON',
    weight: 2,
    create: () => ({ replace: { bytes: Buffer.from(`[{"name": "${leakMark}", "id`) } }),
  },
  { name: 'hang', weight: 1, staysOpen: true, create: () => ({ hang: true }) },
  { name: 'stall', weight: 1, staysOpen: true, create: () => ({ stall: true }) },
];
