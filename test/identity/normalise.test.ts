import { describe, expect, it } from 'vitest';
import { digestOfNationalId } from '../../src/identity/digest.js';
import {
  toAddressKey,
  toEmailKey,
  toNameKey,
  toReferenceKey,
  toStreetKey,
} from '../../src/identity/normalise.js';
import type { Address } from '../../src/domain/index.js';

const address = (parts: Partial<Address>): Address => parts as Address;

describe('what is written differently and means the same', () => {
  it.each([
    ['references', toReferenceKey, ['H-1003', ' h 1003', 'H/1003', 'h1003', 'H_1003']],
    ['streets', toStreetKey, ['Hauptstraße 5', 'Hauptstr. 5', 'HAUPTSTRASSE 5', 'Hauptstr 5']],
    ['names', toNameKey, ['Anna Berg', 'Berg, Anna', 'ANNA  BERG']],
    ['e-mail addresses', toEmailKey, ['Anna@Example.test', ' anna@example.test ']],
    ['personal numbers', digestOfNationalId, ['19811218-9876', '811218-9876', '198112189876']],
  ] as const)('%s', (_, key, spellings) => {
    expect(new Set(spellings.map((each) => key(each))).size).toBe(1);
    expect(key(spellings[0])).not.toBeNull();
  });

  it('addresses in one line and in parts, with and without blanks in the postal code', () => {
    const one = address({ line1: 'Storgatan 5', postalCode: '123 45', city: 'Lund' });
    const other = address({ street: 'Storgatan', houseNumber: '5', postalCode: '12345' });
    expect(toAddressKey(one)).toBe(toAddressKey(other));
  });
});

describe('what means something else', () => {
  it.each([
    ['another house number', { line1: 'Storgatan 5', city: 'Lund' }, { line1: 'Storgatan 7', city: 'Lund' }],
    ['another town', { line1: 'Storgatan 5', city: 'Lund' }, { line1: 'Storgatan 5', city: 'Umeå' }],
  ])('%s', (_, one, other) => {
    expect(toAddressKey(address(one))).not.toBe(toAddressKey(address(other)));
  });

  it('letters that only look alike without their marks', () => {
    expect(toReferenceKey('Å-1')).not.toBe(toReferenceKey('A-1'));
  });
});

describe('what proves nothing', () => {
  it.each([
    ['a reference of punctuation', toReferenceKey, ' -/ '],
    ['no reference', toReferenceKey, null],
    ['a text that is no e-mail address', toEmailKey, 'tenant.mail.example'],
    ['a name without letters', toNameKey, ' - '],
    ['a number that is no personal number', digestOfNationalId, '1234'],
  ] as const)('%s', (_, key, text) => {
    expect((key as (text: string | null) => string | null)(text)).toBeNull();
  });

  it.each([
    ['a street without a number', { line1: 'Storgatan', city: 'Lund' }],
    ['a street without a town', { line1: 'Storgatan 5' }],
    ['a town', { city: 'Lund' }],
  ])('%s', (_, parts) => {
    expect(toAddressKey(address(parts))).toBeNull();
  });
});
