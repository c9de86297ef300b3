import type { CustomField, Money } from '../domain/index.js';

/** Values of the domain, made of what vendors write. */

/** An amount in the source's currency: no provider sends one. The number keeps the digits it was sent with. */
export function toMoney(amount: number | null, currency: string): Money | null {
  return amount === null ? null : { amount: decimalText(amount), currency };
}

/** Plain digits: `1e21` is no Decimal. */
function decimalText(amount: number): string {
  const text = String(amount);
  return text.includes('e') ? amount.toFixed(0) : text;
}

/** Members that the customer defined, names kept verbatim. A list or an object is given as JSON text. */
export function toCustomFields(members: Readonly<Record<string, unknown>>): readonly CustomField[] {
  return Object.entries(members).map(([name, value]) => {
    if (value === null || value === undefined || value === '') return { name, value: null, type: 'UNKNOWN' };
    if (typeof value === 'string') return { name, value, type: 'TEXT' };
    if (typeof value === 'number') return { name, value: String(value), type: 'NUMBER' };
    if (typeof value === 'boolean') return { name, value: String(value), type: 'BOOLEAN' };
    return { name, value: JSON.stringify(value), type: 'OTHER' };
  });
}

/** "Storgatan 4" out of its parts; null where there is none. */
export function joinWords(...parts: readonly (string | null | undefined)[]): string | null {
  const words = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return words.length === 0 ? null : words.join(' ');
}

/** An absolute URL as it was sent, or null for anything else. */
export function toUrl(text: string | null): string | null {
  return text !== null && URL.canParse(text) && /^https?:/i.test(text) ? text : null;
}

/** An e-mail address, or null for text that cannot be one (docs/facilitee.txt has the sample `owner.facilitee.com`). */
export function toEmail(text: string | null): string | null {
  return text !== null && /^\S+@\S+$/.test(text) ? text : null;
}
