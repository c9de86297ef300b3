import type { Session } from '../http/session.js';

/** Something that is made once for each operation and forgotten with it: no caller ever meets another one's. */
export function perOperation<T>(create: (session: Session) => T): (session: Session) => T {
  const made = new WeakMap<object, { readonly value: T }>();
  return (session) => {
    let known = made.get(session.operation);
    if (known === undefined) made.set(session.operation, (known = { value: create(session) }));
    return known.value;
  };
}

/** The same answer for the same thing: what is made of a row is made once, however many ways lead to it. */
export function perRow<K extends object, A extends readonly unknown[], V>(
  make: (row: K, ...rest: A) => V,
): (row: K, ...rest: A) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (row, ...rest) => {
    let known = made.get(row);
    if (known === undefined) made.set(row, (known = { value: make(row, ...rest) }));
    return known.value;
  };
}
