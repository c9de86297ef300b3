/** What stands in the place of a value that is not shown. */
export const redacted = '[redacted]';

/** Names that speak of a secret, whatever language the customer named the member in. */
const secretName =
  /pass(?:wor[dt]|wd|phrase)|kennwort|lösenord|secret|token|api[-_ ]?key|private[-_ ]?key|credential/i;

/**
 * A provider's record as it may be shown: without national identity numbers, secrets and what signs a link. Everything
 * else stays, members that nobody knows and their order, too.
 *
 * @param nationalIds members that hold national identity numbers, wherever they stand
 */
export function toShown(raw: unknown, nationalIds: readonly string[]): unknown {
  const isHidden = (name: string): boolean =>
    secretName.test(name) || nationalIds.includes(name.toLowerCase());
  // It may recurse: answers are bounded in depth (src/http/json.ts).
  const show = (value: unknown): unknown => {
    if (typeof value === 'string') return withoutSignatures(value);
    if (Array.isArray(value)) return value.map(show);
    if (typeof value !== 'object' || value === null) return value;
    // Defined, not assigned: a member may be called `__proto__`.
    return Object.fromEntries(
      Object.entries(value).map(([name, member]: [string, unknown]) => [
        name,
        isHidden(name) && saysMore(member) ? redacted : show(member),
      ]),
    );
  };
  return show(raw);
}

/** Nothing is given away by yes, no or nothing (`has_fast_api_key`). */
function saysMore(value: unknown): boolean {
  return value !== null && value !== '' && typeof value !== 'boolean';
}

/** A text whose links, or the path that it is, have lost their query and user info: a signed link opens what it leads to. */
function withoutSignatures(text: string): string {
  const own = /^\/\S*$/.test(text) ? bare(text) : text;
  // From its `://` on, since looking for schemes would go back and forth over long texts.
  return own.replace(/:\/\/[^\s<>"]+/g, (link) => {
    const end = link.slice(3).search(/[/?#\\]/);
    const authority = end < 0 ? link : link.slice(0, end + 3);
    return `://${authority.slice(Math.max(3, authority.lastIndexOf('@') + 1))}${bare(link.slice(authority.length))}`;
  });
}

/** A path without its query; a fragment may hold one as well, or be one (`#access_token=`). */
function bare(path: string): string {
  const [before = ''] = path.split('?', 1);
  const hash = before.indexOf('#');
  return hash >= 0 && before.includes('=', hash) ? before.slice(0, hash) : before;
}
