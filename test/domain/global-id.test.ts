import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGlobalId, requireId, sameRef, toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType, Ref } from '../../src/domain/index.js';
import { BadInputError } from '../../src/errors.js';

const types: readonly NodeType[] = [
  'Building',
  'Unit',
  'Person',
  'Lease',
  'Issue',
  'Document',
  'Comment',
  'Task',
];
/** Whatever a customer may use as a reference number: colons, slashes, percent signs, umlauts, emoji. */
const parts = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom(':', '%', '%3A', 'a:b', '/', '..', ' ', 'Haus Nr. 5/ä', '0', 'A%20B'),
);
const refs: fc.Arbitrary<Ref<NodeType>> = fc.record({
  type: fc.constantFrom(...types),
  source: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
  key: fc.array(parts, { minLength: 1, maxLength: 4 }),
});

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

describe('a global id', () => {
  it('brings back the record that it names', () => {
    fc.assert(
      fc.property(refs, (ref) => {
        const id = toGlobalId(ref);
        expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(parseGlobalId(id)).toEqual(ref);
      }),
    );
  });

  it('is the same for the same record only', () => {
    fc.assert(
      fc.property(refs, refs, (one, other) => {
        expect(toGlobalId(one) === toGlobalId(other)).toBe(sameRef(one, other));
        expect(sameRef(one, { ...one, key: [...one.key] })).toBe(true);
      }),
    );
  });

  it('keeps apart keys that read the same once joined', () => {
    const ids = [['a:b'], ['a', 'b'], ['a%3Ab'], ['a', 'b', 'c'], ['a:b', 'c'], ['a', 'b:c']].map((key) =>
      toGlobalId({ type: 'Unit', source: 'casavi', key }),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never changes: clients keep it for years', () => {
    expect(toGlobalId({ type: 'Unit', source: 'casavi', key: ['H-1', 'Wohnung 3/ä'] })).toBe(
      'VW5pdDpjYXNhdmk6SC0xOldvaG51bmclMjAzJTJGJUMzJUE0',
    );
    expect(parseGlobalId('UGVyc29uOmZhY2lsaXRlZTpvd25lcjox')).toEqual({
      type: 'Person',
      source: 'facilitee',
      key: ['owner', '1'],
    });
  });

  it('has one spelling: no other text is an id', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string().map(encode)), (text) => {
        const ref = parseGlobalId(text);
        if (ref !== null) expect(toGlobalId(ref)).toBe(text);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['a padded one', `${encode('Unit:a:1')}=`],
    ['one with space around it', ` ${encode('Unit:a:1')}`],
    ['the other alphabet of base64', Buffer.from('Unit:a:ÿÿ>>??').toString('base64')],
    ['bits behind the end', `${encode('Unit:a:1').slice(0, -1)}F`],
    ['an unknown type', encode('Flat:a:1')],
    ['a member of every object', encode('constructor:a:1')],
    ['a type in small letters', encode('unit:a:1')],
    ['a kind that is no node', encode('Address:a:1')],
    ['one without a source', encode('Unit::1')],
    ['one without a key', encode('Unit:a')],
    ['one with an empty key', encode('Unit:a:')],
    ['one with an empty part', encode('Unit:a:1::2')],
    ['one with needless escapes', encode('Unit:a:%41')],
    ['one with escapes in small letters', encode('Unit:a:%c3%a4')],
    ['one with escapes missing', encode('Unit:a:ä')],
    ['one with half an escape', encode('Unit:a:%4')],
    ['one with an escape that is no text', encode('Unit:a:%FF')],
    ['a very long one', encode(`Unit:a:${'1'.repeat(2_000)}`)],
  ])('is not %s', (_, id) => {
    expect(parseGlobalId(id)).toBeNull();
  });

  it('of another type is refused by name, and a malformed one with the cure', () => {
    const unit = toGlobalId({ type: 'Unit', source: 'casavi', key: ['1', '2'] });
    expect(requireId(unit, 'Unit', 'id')).toEqual({ type: 'Unit', source: 'casavi', key: ['1', '2'] });
    expect(() => requireId(unit, 'Building', 'filter.building')).toThrow(
      /^filter\.building: .* of a Unit; pass the id of a Building/,
    );
    expect(() => requireId('hello', 'Unit', 'id')).toThrow(BadInputError);
    // It may be anything that a client sent by mistake: it is not repeated.
    expect(() => requireId('hello', 'Unit', 'id')).toThrow(/^(?!.*hello)/);
  });
});
