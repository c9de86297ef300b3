/** An object whose members are made when they are first asked for, once each. */
export function lazily<T extends object>(makers: {
  readonly [Member in keyof T]: () => T[Member];
}): Readonly<T> {
  const made: Partial<T> = {};
  for (const member of Object.keys(makers) as (keyof T)[]) {
    Object.defineProperty(made, member, {
      configurable: true,
      enumerable: true,
      get() {
        const value = makers[member]();
        Object.defineProperty(made, member, { value, enumerable: true });
        return value;
      },
    });
  }
  return made as T;
}
