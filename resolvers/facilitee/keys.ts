import type { NodeType } from '../../src/domain/index.js';
import { isRole } from './roles.js';

/** Stands in an issue's key where the issue has no usable moment of creation. */
export const noMoment = '-';

/**
 * The keys of records: `building`, `unit`, `role:user`, `unit:user` of a lease, `issue:created`, `holder:id:file` of a
 * document. Keys end up in paths: whatever is of another form never leaves the gateway.
 */
export function acceptsKey(type: NodeType, key: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = key;
  switch (type) {
    case 'Building':
    case 'Unit':
      return key.length === 1 && isId(first);
    case 'Person':
      // With an empty first part, one to be looked for by id and name.
      return isId(second) && (first === '' ? key.length === 3 : key.length === 2 && isRole(first));
    case 'Lease':
      return key.length === 2 && isId(first) && isId(second);
    case 'Issue':
      return key.length === 2 && isId(first) && (second === noMoment || readMoment(second) !== null);
    case 'Document':
      return (
        key.length === 3 && (first === 'unit' || first === 'service-provider') && isId(second) && isId(third)
      );
    default:
      return false;
  }
}

/** "integer" in all tables of docs/facilitee.txt: 32 bits. */
export function isId(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647;
}

/** The moment in an issue's key, `20210717T162440180Z`; `null` for what is none. */
export function readMoment(text: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`;
  const moment = new Date(iso);
  // The 31st of February has the form of a moment and is none; and Facilitee takes no year up to 1000 ("Dates").
  const isMoment = !Number.isNaN(moment.getTime()) && moment.toISOString() === iso;
  return isMoment && moment.getUTCFullYear() > 1000 ? moment : null;
}
