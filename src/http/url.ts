/** Building request targets: path templates, query strings, and lists of ids in pieces that fit a URL. */

/** Values of a query string. A list becomes one comma-joined value; `repeat` says otherwise. */
export type QueryValue =
  string | number | boolean | readonly string[] | { readonly repeat: readonly string[] };
export type Query = Readonly<Record<string, QueryValue | undefined>>;

/**
 * Fills `{name}` places of a path template with percent-encoded values.
 *
 * Customers' reference numbers stand in paths (casavi, docs/casavi.txt "IDs"), so a value may hold a slash, a space or
 * an umlaut. `.` and `..` survive percent-encoding and would be resolved away as path segments: they are refused.
 */
export function expandPath(template: string, params: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '' || value === '.' || value === '..') {
      throw new RangeError(`no usable value for {${name}} in ${template}`);
    }
    return encodeURIComponent(value);
  });
}

/** The query string with its `?`, or nothing. Commas stay as they are: every provider documents them unencoded. */
export function toQueryString(query: Query = {}): string {
  const pairs: string[] = [];
  const add = (name: string, value: string): void => {
    pairs.push(`${encoded(name)}=${encoded(value)}`);
  };
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (typeof value === 'object' && 'repeat' in value) for (const each of value.repeat) add(name, each);
    else add(name, typeof value === 'object' ? value.join(',') : String(value));
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encoded(text: string): string {
  // Lists of ids are long, and hold nothing that has to be encoded.
  return plain.test(text) ? text : encodeURIComponent(text).replaceAll('%2C', ',');
}

const plain = /^[\w.,~-]*$/;

/** Splits ids so that each comma-joined piece stays within `bytes` once percent-encoded. */
export function chunkByBytes(ids: readonly string[], bytes: number): string[][] {
  const chunks: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const size = (plain.test(id) ? id.length : encodeURIComponent(id).length) + 1;
    const last = chunks.at(-1);
    if (last === undefined || size > room) {
      chunks.push([id]);
      room = bytes - size;
    } else {
      last.push(id);
      room -= size;
    }
  }
  return chunks;
}
