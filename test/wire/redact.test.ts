import { describe, expect, it } from 'vitest';
import { redacted, toShown } from '../../src/wire/redact.js';

/** What of a provider's record is not shown. */

const shown = (raw: unknown): unknown => toShown(raw, ['ssn', 'personal_number']);

describe('a record as it may be shown', () => {
  it('is what it was, in its order, with members that nobody knows', () => {
    const text =
      '{"z":1,"a":[null,true,{"b":0.5,"":"x"}],"__proto__":{"q":[]},"constructor":"c","failures":3}';
    expect(JSON.stringify(shown(JSON.parse(text)))).toBe(text);
    for (const raw of ['x', 7, true, null, []]) expect(shown(raw)).toEqual(raw);
  });

  it('leaves the record as it was', () => {
    const raw = { ssn: '19850101-0007', in: { url: 'https://a.example/b?c=d' } };
    const copy = structuredClone(raw);
    shown(raw);
    expect(raw).toEqual(copy);
  });

  it.each([
    [{ ssn: '19850101-0007' }, { ssn: redacted }],
    [{ SSN: 198501010007 }, { SSN: redacted }],
    [{ a: [{ personal_number: ['1'] }] }, { a: [{ personal_number: redacted }] }],
    [
      { ssn: null, personal_number: '' },
      { ssn: null, personal_number: '' },
    ],
    // The number of an apartment.
    [{ national_id: '1101' }, { national_id: '1101' }],
    [
      { accessToken: 'x', api_key: 'x', 'API Key': 1 },
      { accessToken: redacted, api_key: redacted, 'API Key': redacted },
    ],
    [
      { clientSecret: { a: 1 }, Lösenord: 'x' },
      { clientSecret: redacted, Lösenord: redacted },
    ],
    [
      { userPassword: 'x', passwort: 'x' },
      { userPassword: redacted, passwort: redacted },
    ],
    [
      { has_fast_api_key: true, password: null },
      { has_fast_api_key: true, password: null },
    ],
  ])('%j', (raw, expected) => {
    expect(shown(raw)).toEqual(expected);
  });

  it.each([
    ['https://files.example/a.pdf?X-Amz-Signature=1&b=2', 'https://files.example/a.pdf'],
    ['https://files.example?key=1', 'https://files.example'],
    ['https://user:word@files.example:8443/a/b', 'https://files.example:8443/a/b'],
    ['ftp://user:w@rd@files.example', 'ftp://files.example'],
    ['s3://bucket/a.pdf?sig=1#page=2', 's3://bucket/a.pdf'],
    ['https://app.example/#/tickets/1', 'https://app.example/#/tickets/1'],
    ['https://app.example/#/tickets/1?token=x', 'https://app.example/#/tickets/1'],
    ['https://app.example/#access_token=x', 'https://app.example/'],
    ['/media/a.pdf?sig=1', '/media/a.pdf'],
    [
      'See <https://a.example/b?c=d> and HTTPS://x@b.example/e?f, now?',
      'See <https://a.example/b> and HTTPS://b.example/e now?',
    ],
    ['What? me@example.com / 3:4 // no', 'What? me@example.com / 3:4 // no'],
    ['https://a.example/me@b/c', 'https://a.example/me@b/c'],
  ])('%s', (text, expected) => {
    expect(shown([{ text }])).toEqual([{ text: expected }]);
  });

  it('is looked through in one pass, however long its texts are', () => {
    const long = [
      '#'.repeat(500_000),
      'a-'.repeat(250_000),
      '://'.repeat(170_000),
      `/${'?#'.repeat(250_000)}`,
    ];
    expect(long.map((text) => String(shown(text)).length <= text.length)).toEqual(long.map(() => true));
  });
});
