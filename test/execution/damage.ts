/** FNV-1a: the same text meets the same fate. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 13)) >>> 0;
}

/**
 * An answer of which some members are not what they should be: those of a record are the same ones in whichever answer it
 * stands, since an executor may find it by another way.
 */
export function damage(value: unknown, owner = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => damage(each, owner));
  if (!isObject(value)) return value;
  const own = idOf(value) ?? owner;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      switch (own === '' || name === 'id' ? -1 : hash(`${own} ${name}`) % 50) {
        case 0:
          return [];
        case 1:
          return [[name, null]];
        case 2:
          return [[name, { what: 'nobody expects' }]];
        default:
          return [[name, damage(member, own)]];
      }
    }),
  );
}

/** An answer from which some records are gone, wherever they stood. */
export function withoutSome(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isGone(each)).map(withoutSome);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutSome(member)]));
}

/** Whether a record is one of those that are gone; `id` as it stands in a path. */
export function isGoneId(id: string): boolean {
  return /\d/.test(id) && hash(id) % 5 === 0;
}

function isGone(value: unknown): boolean {
  const id = isObject(value) ? idOf(value) : null;
  return id !== null && isGoneId(id);
}

function idOf(value: Readonly<Record<string, unknown>>): string | null {
  const id = value['id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
