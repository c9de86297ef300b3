/**
 * The object of an answer that a row was read from, as it came. It hangs on the row unseen: what spreads, compares or
 * prints a row meets only what its reader names, and a row that is let go takes it along.
 */

/** A row as our readers make it. */
export class Row {
  readonly #raw: object;

  constructor(raw: object) {
    this.#raw = raw;
  }

  static of(row: object): object | null {
    return #raw in row ? row.#raw : null;
  }
}

/** Gives back what it is given, so that a class built on it puts its private member onto an object that exists. */
const Given = function (row: object): object {
  return row;
} as unknown as new (row: object) => object;

/** A row that zod made. */
// A private member, since a WeakMap made reading a list up to twice as slow: each row is a weak key to be looked after.
class Noted extends Given {
  #raw: object;

  constructor(row: object, raw: object) {
    super(row);
    this.#raw = raw;
  }

  static note(row: object, raw: object): void {
    if (#raw in row) row.#raw = raw;
    else new Noted(row, raw);
  }

  static of(row: object): object | null {
    return #raw in row ? row.#raw : null;
  }
}

/** Notes what a row was read from. What is read as it stands needs no note. */
export function noteRaw(row: unknown, raw: unknown): void {
  if (row !== raw && isObject(row) && isObject(raw)) Noted.note(row, raw);
}

/** What a row was read from; null for one that nobody sent, such as a sample. */
export function rawOf(row: object): object | null {
  return Row.of(row) ?? Noted.of(row);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
