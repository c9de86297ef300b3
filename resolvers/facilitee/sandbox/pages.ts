import { json, type SandboxAnswer, type SandboxRequest } from '../../../src/sandbox/app.js';
import { remembered } from '../../../src/sandbox/look-up.js';
import { problem } from './problems.js';

/** Without `pageSize`. Neither number stands in 002: both are assumed. */
const DEFAULT_PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 100;

/** How a list shows its records. */
export interface ListForm<T> {
  /** A record as a row of the list. */
  row(record: T): unknown;
  /** The texts that `searchParameter` looks through; without it the list has no search. */
  texts?(record: T): readonly (string | null)[];
}

/** One page of a list, `pageNo` from 1 on; a page beyond the last one is empty. */
export function answerPage<T>(
  request: SandboxRequest,
  records: readonly T[],
  form: ListForm<T>,
): SandboxAnswer {
  const pageNo = positive(request.query.get('pageNo'), 1);
  const asked = positive(request.query.get('pageSize'), DEFAULT_PAGE_SIZE);
  if (pageNo === null) return problem(request, 400, 'bad-request', 'pageNo must be a positive integer.');
  if (asked === null) return problem(request, 400, 'bad-request', 'pageSize must be a positive integer.');
  const pageSize = Math.min(asked, MAX_PAGE_SIZE);
  const wanted = request.query.get('searchParameter')?.toLowerCase() ?? '';
  const { texts } = form;
  const found =
    wanted === '' || texts === undefined
      ? records
      : remembered(records, `search ${wanted}`, () =>
          records.filter((record) => texts(record).some((text) => text?.toLowerCase().includes(wanted))),
        );
  const start = (pageNo - 1) * pageSize;
  return json(200, {
    numberOfPages: Math.ceil(found.length / pageSize),
    totalItems: found.length,
    pageSize,
    currentPage: pageNo,
    items: found.slice(start, start + pageSize).map((record) => form.row(record)),
  });
}

/** A positive integer in a parameter or a path; null if it is none. */
export function positive(text: string | null, otherwise: number | null = null): number | null {
  if (text === null) return otherwise;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
