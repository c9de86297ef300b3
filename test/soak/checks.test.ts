import { describe, expect, it } from 'vitest';
import { compare, type SourceEntry } from '../../scripts/soak/compare.js';
import { checkPage, type ExpectedList, type Page, type Reader, type Row } from '../../scripts/soak/lists.js';
import type { AnswerError } from '../../scripts/soak/ask.js';
import { toGlobalId } from '../../src/domain/global-id.js';

/** The soak is worth as much as what it would notice. */

const row = (source: string, key: number): Row => ({
  id: toGlobalId({ type: 'Unit', source, key: [String(key)] }),
  number: `${source} ${key}`,
});
const rowsOf = (source: string, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, key) => row(source, key));
const entry = (sourceId: string, status: SourceEntry['status'] = 'OK'): SourceEntry => ({
  sourceId,
  status,
  truncated: false,
  error: status === 'FAILED' ? { code: 'UPSTREAM_TIMEOUT', message: '' } : null,
});
const failure = (source: string, ...path: (string | number)[]): AnswerError => ({
  message: '',
  path,
  extensions: { code: 'UPSTREAM_TIMEOUT', source },
});

describe('a page of a list', () => {
  const expected: ExpectedList = {
    rows: new Map([
      ['pigello', rowsOf('pigello', 2)],
      ['casavi', rowsOf('casavi', 3)],
    ]),
    totalCount: undefined,
  };
  const wrongIn = (
    nodes: readonly Row[],
    sources: readonly SourceEntry[],
    {
      more = true,
      errors = [],
      reader = new Map(),
    }: { more?: boolean; errors?: AnswerError[]; reader?: Reader } = {},
  ): readonly string[] => {
    const found: string[] = [];
    const page: Page = { nodes, sources, pageInfo: { hasNextPage: more, endCursor: '' } };
    const wrong = (_: unknown, what: string): void => void found.push(what);
    checkPage(page, { first: 3, expected, reader }, { errors, wrong });
    return found;
  };
  const [one, two] = rowsOf('pigello', 2) as [Row, Row];
  const [three, four, five] = rowsOf('casavi', 3) as [Row, Row, Row];
  const both = [entry('pigello'), entry('casavi')];

  it('is right where it goes on from where the reader stands', () => {
    const reader: Reader = new Map();
    expect(wrongIn([one, two, three], both, { reader })).toEqual([]);
    expect(wrongIn([four, five], [entry('casavi')], { reader, more: false })).toEqual([]);
  });

  it('may lack a source that failed, and that source alone', () => {
    const sources = [entry('pigello', 'FAILED'), entry('casavi')];
    const errors = [failure('pigello', 'page')];
    expect(wrongIn([three, four, five], sources, { errors, more: false })).toEqual([]);
    expect(wrongIn([three, four], sources, { errors })).toEqual([
      'records of casavi are left out, and nothing failed there',
    ]);
    expect(wrongIn([three, four, five], sources, { more: false })).toEqual([
      'FAILED, and no entry in `errors` says so',
    ]);
  });

  it.each([
    ['a gap', [one, three, four], 'records of pigello are left out, and nothing failed there'],
    ['a record twice', [one, one, two], 'a record twice, or out of order'],
    ['the order of sources', [three, one, two], 'pigello after casavi'],
    ['a stranger', [one, two, row('casavi', 9)], 'a record that is not in the list'],
    ['another value', [one, two, { ...three, number: 'x' }], 'another value: text of 1, text of 8 expected'],
  ])('shows %s', (_, nodes, what) => {
    expect(wrongIn(nodes, both)).toContain(what);
  });

  it('shows a wrong end', () => {
    expect(wrongIn([one, two, three], both, { more: false })).toEqual(['hasNextPage is false']);
  });
});

describe('a record', () => {
  const wrongIn = (got: unknown, right: unknown, errors: AnswerError[] = []): readonly string[] => {
    const found: string[] = [];
    compare(got, right, ['node'], {
      errors,
      wrong: (path, what) => found.push(`${path.join('.')}: ${what}`),
    });
    return found;
  };

  it('may be null in part where an error says so', () => {
    const right = { building: { name: 'A' } };
    const errors = [failure('casavi', 'node', 'building', 'name')];
    expect(wrongIn({ building: null }, right, errors)).toEqual([]);
    expect(wrongIn({ building: null }, right)).toEqual([
      'node.building: null without an error, object expected',
    ]);
    expect(wrongIn({ building: { name: 'B' } }, right, errors)).toHaveLength(1);
  });

  it('has all that hangs on it, unless the source failed there', () => {
    const nodes = rowsOf('casavi', 2);
    const right = { units: { nodes, sources: [entry('casavi')] } };
    const partial = { units: { nodes: nodes.slice(1), sources: [entry('casavi', 'PARTIAL')] } };
    expect(wrongIn(partial, right)).toEqual([]);
    expect(wrongIn({ units: { ...partial.units, sources: [entry('casavi')] } }, right)).toHaveLength(1);
    expect(
      wrongIn({ units: { nodes: [...nodes].reverse(), sources: [entry('casavi')] } }, right),
    ).not.toEqual([]);
  });
});
