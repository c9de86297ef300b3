/**
 * A record with fields that cost calls of their own and are read only if a query names them. Resolvers await what they
 * read from a detail, so such a field is a promise there, which the types of records do not say; it is not enumerable, so
 * that copying the record asks for nothing. For records of detail loaders alone: nothing but resolvers reads those.
 */
export function withLate<R extends object>(
  record: R,
  late: { readonly [F in keyof R]?: () => Promise<R[F]> },
): R {
  const copy = { ...record };
  for (const [field, get] of Object.entries(late)) {
    Object.defineProperty(copy, field, { get: get as () => unknown, enumerable: false });
  }
  return copy;
}
