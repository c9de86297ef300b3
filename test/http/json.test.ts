import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContentType, readJson } from '../../src/http/json.js';

/** A body is looked at before it is believed. */

const origin = { source: 'casavi', provider: 'CASAVI' };
const read = (text: string | Buffer, contentType?: string): unknown =>
  readJson(origin, 'GET /x', Buffer.from(text as string), readContentType(contentType));

const reasonOf = (text: string | Buffer, contentType?: string): unknown => {
  try {
    read(text, contentType);
    return null;
  } catch (error) {
    return (error as { readonly reason?: unknown }).reason;
  }
};

describe('whole numbers that no double holds', () => {
  it.each([
    ['[9007199254740993]', ['9007199254740993']],
    ['{"id": -12345678901234567890, "n": 1}', { id: '-12345678901234567890', n: 1 }],
    ['12345678901234567890', '12345678901234567890'],
    // What a double holds stays a number.
    [
      '[9007199254740991, 1.5, 1e3, -0, 1234567890123456]',
      [9007199254740991, 1.5, 1000, -0, 1234567890123456],
    ],
    // Digits in texts are texts.
    [
      String.raw`["9007199254740993", "a \" 9007199254740993", "\\", 9007199254740993]`,
      ['9007199254740993', 'a " 9007199254740993', '\\', '9007199254740993'],
    ],
    ['{"ö9007199254740993": [9007199254740993]}', { ö9007199254740993: ['9007199254740993'] }],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each([
    '{12345678901234567890:1}',
    '[0012345678901234567890]',
    '[1234567890123456789-]',
    '[12345678901234567890',
  ])('make no JSON of what is none: %s', (text) => expect(reasonOf(text)).toBe('NOT_JSON'));

  it('are found in texts of other encodings', () => {
    expect(read(Buffer.from('[9007199254740993]', 'utf16le'), 'application/json; charset=utf-16le')).toEqual([
      '9007199254740993',
    ]);
  });

  it('are found beside very long texts', () => {
    const long = 'x'.repeat(9_000_000);
    expect(read(`["${long}", 9007199254740993]`)).toEqual([long, '9007199254740993']);
  });
});

describe('what cannot be used', () => {
  it.each([
    ['1e999', 'NUMBER'],
    [`-${'9'.repeat(400)}`, 'NUMBER'],
    ['['.repeat(65) + ']'.repeat(65), 'TOO_DEEP'],
    ['<html>', 'HTML'],
    ['{', 'NOT_JSON'],
  ])('%s', (text, reason) => expect(reasonOf(text)).toBe(reason));

  it('64 levels can', () => expect(reasonOf('['.repeat(64) + ']'.repeat(64))).toBeNull());
});

describe('content types', () => {
  it.each([
    undefined,
    'application/json',
    'application/json; charset=UTF-8',
    'application/json;charset="utf-8"',
    "application/json; charset='utf-8'",
    'application/json; charset=',
    'application/json, application/json',
    'application/problem+json',
    'application/x-json',
    'text/json',
    'text/plain',
  ])('%s is taken', (type) => expect(read('{"a":"ö"}', type)).toEqual({ a: 'ö' }));

  it('a byte order mark is passed over', () => expect(read('\uFEFF[1]')).toEqual([1]));

  it('another charset is read as such', () =>
    expect(read(Buffer.from('["ö"]', 'latin1'), 'application/json; charset=iso-8859-1')).toEqual(['ö']));
});

it('any JSON of ordinary numbers is read as the platform reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(reasonOf(text) !== 'TOO_DEEP' && !/\d{16,}|\de/i.test(text));
      expect(read(text)).toEqual(JSON.parse(text));
    }),
  );
});
