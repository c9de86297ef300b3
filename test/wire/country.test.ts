import { describe, expect, it } from 'vitest';
import { toCountryCode, toCountryName } from '../../src/wire/country.js';

describe('a country', () => {
  it.each([
    ['Germany', 'DE'],
    ['deutschland', 'DE'],
    ['Sverige', 'SE'],
    ['Nederland', 'NL'],
    ['Österreich', 'AT'],
    ['SE', 'SE'],
    // Names that a withdrawn code has as well.
    ['France', 'FR'],
    ['Serbia', 'RS'],
    ['United Kingdom', 'GB'],
    ['Atlantis', null],
    ['', null],
    [null, null],
  ])('%s has the code %s', (text, code) => {
    expect(toCountryCode(text)).toBe(code);
  });

  it.each([
    ['DE', 'Germany'],
    ['Deutschland', 'Deutschland'],
    ['  ', null],
    [null, null],
  ])('%s is called %s', (text, name) => {
    expect(toCountryName(text)).toBe(name);
  });
});
