import { json, type SandboxAnswer, type SandboxRequest } from '../../../src/sandbox/app.js';
import { lookUp, remembered } from '../../../src/sandbox/look-up.js';
import { CONTRACT, type Entity } from './entities.js';
import { idsIn, type Row } from './rows.js';

/** Which rows an answer holds: filters, search, order and pages. The envelope and the rules for pages are assumed. */

/** What a list's rows are wrapped in. `array` gives no total. */
export type Envelope = 'data' | 'results' | 'items' | 'array';

/** What becomes of `_order_by`, which no document shows. `nulls first`: as databases order that count no value as the least. */
export type Ordering = 'kept' | 'ignored' | 'nulls first';

/** What the documents leave open. */
export interface ListForm {
  readonly envelope: Envelope;
  readonly ordering: Ordering;
}

const MAX_PAGE_SIZE = 500;

/** Answers a list; without the page parameters, its first 500 rows. */
export function answerList(
  entity: Entity,
  all: readonly Row[],
  { envelope, ordering }: ListForm,
  request: SandboxRequest,
): SandboxAnswer {
  const contentType = request.params['contentType'];
  if (contentType !== undefined && contentType !== CONTRACT) return json(404, { detail: 'Not found.' });
  const filters: Readonly<Record<string, string>> = {
    id__in: 'id',
    custom_id__in: 'custom_id',
    ...entity.filters,
  };
  const refuse = (field: string, message: string): SandboxAnswer => json(400, { [field]: [message] });

  let rows = all;
  let order: readonly string[] = [];
  for (const [name, value] of request.query) {
    if (value.trim() === '') return refuse(name, 'This filter may not be empty.');
    const member = filters[name];
    if (member !== undefined) {
      const found = lookUp(all, member, (row) => idsIn(row[member]), value.split(','));
      const fitting = new Set(found);
      rows = rows === all ? found : rows.filter((row) => fitting.has(row));
    } else if (name === '_search') {
      const found = rows;
      rows = remembered(found, `${name} ${value}`, () =>
        found.filter((row) => contains(row, entity.search, value.toLowerCase())),
      );
    } else if (name === '_order_by') {
      if (ordering === 'ignored') continue;
      const members = value.split(',');
      const unknown = members.find((field) => all[0] !== undefined && !(field.replace(/^-/, '') in all[0]));
      if (unknown !== undefined) return refuse(name, `Unknown field: ${unknown}.`);
      order = members;
    } else if (name !== '_page' && name !== '_page_size') {
      return refuse(name, 'Unknown filter.');
    }
  }

  // Last, so that filters look into the whole list, whose indexes are kept.
  const unordered = rows;
  if (order.length > 0) {
    rows = remembered(unordered, `order ${order.join()}`, () =>
      unordered.toSorted((one, other) => compare(one, other, order, ordering === 'nulls first')),
    );
  }

  const page = request.query.get('_page');
  const size = request.query.get('_page_size');
  if ((page === null) !== (size === null)) {
    return refuse(page === null ? '_page' : '_page_size', '_page must be set together with _page_size.');
  }
  if (page !== null && !/^[1-9]\d*$/.test(page)) return refuse('_page', 'A valid page number is required.');
  if (size !== null && !(/^[1-9]\d*$/.test(size) && Number(size) <= MAX_PAGE_SIZE)) {
    return refuse('_page_size', `Ensure this value is between 1 and ${MAX_PAGE_SIZE}.`);
  }
  // Without paging the first 500 rows come, and nothing says that there are more.
  const limit = size === null ? MAX_PAGE_SIZE : Number(size);
  const start = page === null ? 0 : (Number(page) - 1) * limit;
  const shown = rows.slice(start, start + limit).map((row) => withLinks(row, request.origin));
  return json(200, wrap(envelope, shown, rows.length));
}

function wrap(envelope: Envelope, rows: readonly unknown[], total: number): unknown {
  if (envelope === 'data') return { data: rows, meta: { total } };
  if (envelope === 'results') return { count: total, next: null, previous: null, results: rows };
  return envelope === 'items' ? { items: rows, meta: { count: total } } : rows;
}

function contains(row: Row, members: readonly string[], wanted: string): boolean {
  return members.some((member) => {
    const value = row[member];
    return typeof value === 'string' && value.toLowerCase().includes(wanted);
  });
}

/**
 * As a database orders columns: numbers as numbers, and what is not set behind all else, in front where it is turned round,
 * or the other way about.
 */
function compare(one: Row, other: Row, members: readonly string[], nullsFirst: boolean): number {
  for (const member of members) {
    const name = member.replace(/^-/, '');
    const left = sortable(one[name]);
    const right = sortable(other[name]);
    if (left === right) continue;
    const isLess = left === null || right === null ? (right === null) !== nullsFirst : left < right;
    return (isLess ? -1 : 1) * (member.startsWith('-') ? -1 : 1);
  }
  return 0;
}

function sortable(value: unknown): string | number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return null;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** Rows hold file links as paths; an answer makes them whole. */
export function withLinks(row: Row, origin: string): unknown {
  const { '#tenants': _hidden, ...shown } = row;
  const complete = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'string'
      ? { ...value, get: `${origin}${value.get}` }
      : value;
  return Object.fromEntries(
    Object.entries(shown).map(([member, value]) => [member, /file$/.test(member) ? complete(value) : value]),
  );
}
