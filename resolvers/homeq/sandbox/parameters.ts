/** What a value in a query string must look like: a word of a list, or one of these forms. */
export type Form = 'integer' | 'boolean' | 'text' | 'date' | readonly string[];

const PATTERNS: Readonly<Record<Exclude<Form, readonly string[]>, RegExp>> = {
  integer: /^\d{1,9}$/,
  boolean: /^(true|false)$/,
  text: /./,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/**
 * What is wrong with a query string, or null. Unknown, repeated and empty parameters are refused everywhere, so that a
 * filter which does not exist (ids in a list, above all) cannot be mistaken for one that found everything.
 */
export function problemWith(query: URLSearchParams, known: Readonly<Record<string, Form>>): string | null {
  for (const [name, value] of query) {
    const form = Object.hasOwn(known, name) ? known[name] : undefined;
    if (form === undefined) return `Unknown parameter "${name}".`;
    if (query.getAll(name).length > 1) return `"${name}" was given more than once.`;
    const fits = typeof form === 'string' ? PATTERNS[form].test(value) : form.includes(value);
    if (!fits)
      return `"${name}" must be ${typeof form === 'string' ? `a valid ${form}` : `one of ${form.join(', ')}`}.`;
  }
  return null;
}

/** The number of a parameter that `problemWith` has let pass, or null without it. */
export function numberOf(query: URLSearchParams, name: string): number | null {
  const value = query.get(name);
  return value === null ? null : Number(value);
}
