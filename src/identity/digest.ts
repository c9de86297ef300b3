import { createHmac, randomBytes } from 'node:crypto';

/**
 * Personal data is compared without being kept: of a personal number or an e-mail address only a keyed digest stands in a
 * record or outlives an operation. The key is made for this process and never leaves it, so a digest says nothing to
 * anybody else, and a dictionary of personal numbers cannot be run against it.
 */
const key = randomBytes(32);

export function digestOf(text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/**
 * Of a Swedish personal identity number: its last ten digits, since the century is written by some systems and left out by
 * others (`19811218-9876`, `811218-9876`). `null` where it cannot be one.
 */
export function digestOfNationalId(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  return digits.length === 10 || digits.length === 12 ? digestOf(digits.slice(-10)) : null;
}

/** What of a national identity number shows that two records are one person. It says nothing of the number by itself. */
export class IdentityNumber {
  readonly #number: string;
  #digest: string | null | undefined;

  constructor(number: string) {
    this.#number = number;
  }

  /** `null` where the number cannot be one. Worked out when it is asked for: it takes as long as the rest of a record. */
  get digest(): string | null {
    return this.#digest === undefined ? (this.#digest = digestOfNationalId(this.#number)) : this.#digest;
  }
}
