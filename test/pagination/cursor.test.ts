import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInputError } from '../../src/errors.js';
import { createCursors, type ConnectionState, type CursorScope } from '../../src/pagination/cursor.js';
import type { Position } from '../../src/pagination/position.js';

const cursors = createCursors(['the first key', 'an older key']);
const configured = new Set(['casavi', 'pigello', 'source']);
const scope: CursorScope = { field: 'Query.buildings', subject: { providers: ['PIGELLO'], search: 'eken' } };
const state: ConnectionState = new Map<string, Position | 'end'>([
  ['pigello', 'end'],
  ['casavi', [3, [0, 7]]],
]);

const positions: fc.Arbitrary<Position> = fc.letrec<{ at: Position }>((tie) => ({
  at: fc.oneof({ maxDepth: 3 }, fc.nat(), fc.array(tie('at'), { minLength: 2, maxLength: 2 })),
})).at;
const states = fc
  .dictionary(
    fc.constantFrom('casavi', 'pigello', 'source'),
    fc.oneof(fc.constant('end' as const), positions),
  )
  .map((members) => new Map(Object.entries(members)));

describe('a cursor', () => {
  it('brings back the state that it was made of', () => {
    fc.assert(
      fc.property(states, fc.string(), fc.jsonValue(), (given, field, subject) => {
        const cursor = cursors.write({ field, subject }, given);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(cursors.read({ field, subject }, cursor, configured)).toEqual(given);
      }),
    );
  });

  it('is the same text for the same position, whatever order it was written down in', () => {
    const other = new Map([...state].reverse());
    expect(cursors.write(scope, other)).toBe(cursors.write(scope, state));
    expect(cursors.write({ ...scope, subject: { search: 'eken', providers: ['PIGELLO'] } }, state)).toBe(
      cursors.write(scope, state),
    );
    // A member that is null restricts nothing, as one that is missing.
    expect(cursors.write({ ...scope, subject: { ...(scope.subject as object), sources: null } }, state)).toBe(
      cursors.write(scope, state),
    );
    expect(createCursors(['the first key']).write(scope, state)).toBe(cursors.write(scope, state));
  });

  it('is another text for another position', () => {
    fc.assert(
      fc.property(states, states, (one, other) => {
        const same = JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
        expect(cursors.write(scope, one) === cursors.write(scope, other)).toBe(same);
      }),
    );
  });

  it('is refused once a single bit of it is another', () => {
    const cursor = cursors.write(scope, state);
    const bytes = Buffer.from(cursor, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      refused(scope, forged.toString('base64url'), /not a cursor of this gateway/);
    }
  });

  it.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['a number', '7'],
    ['only a signature', Buffer.alloc(16).toString('base64url')],
    ['another alphabet', `${cursors.write(scope, state)}==`],
    ['something in front', ` ${cursors.write(scope, state)}`],
    ['its own payload without a signature', cursors.write(scope, state).slice(22)],
    ['JSON', JSON.stringify(['Query.buildings', '', []])],
    ['a very long text', 'A'.repeat(100_000)],
  ])('is not %s', (_, forged) => {
    refused(scope, forged, /not a cursor of this gateway/);
  });

  it('is of one field', () => {
    refused(
      { ...scope, field: 'Query.units' },
      cursors.write(scope, state),
      /made by Query\.buildings; use cursors of Query\.units/,
    );
  });

  it.each([
    ['another filter', { providers: ['CASAVI'], search: 'eken' }],
    ['a filter more', { ...(scope.subject as object), externalId: ['A'] }],
    ['a filter less', { providers: ['PIGELLO'] }],
    ['an empty filter', {}],
    ['the same values as text', { providers: '["PIGELLO"]', search: 'eken' }],
    ['another order of values', { providers: ['PIGELLO', 'CASAVI'], search: 'eken' }],
  ])('is refused with %s', (_, subject) => {
    refused({ ...scope, subject }, cursors.write(scope, state), /another filter or parent/);
  });

  it('is of one parent', () => {
    const units = { field: 'Building.units', subject: 'the id of one' };
    refused({ ...units, subject: 'the id of another' }, cursors.write(units, state), /filter or parent/);
  });

  it('is refused when one of its sources is gone, by name', () => {
    expect(() => cursors.read(scope, cursors.write(scope, state), new Set(['pigello']))).toThrow(
      /a source that cannot be used here/,
    );
  });

  it('outlives a key as long as the key is listed', () => {
    const old = createCursors(['an older key']).write(scope, state);
    expect(cursors.read(scope, old, configured)).toEqual(state);
    // The new key signs, so that the old one can go in time.
    const fresh = cursors.write(scope, state);
    expect(fresh).not.toBe(old);
    expect(createCursors(['the first key']).read(scope, fresh, configured)).toEqual(state);
    expect(() => createCursors(['the first key']).read(scope, old, configured)).toThrow(BadInputError);
  });

  it('holds nothing of the filter but its fingerprint', () => {
    const subject = { search: 'Inga Öberg', externalId: ['C-1'] };
    const cursor = cursors.write({ field: 'Query.persons', subject }, state);
    expect(Buffer.from(cursor, 'base64url').toString('utf8')).not.toMatch(/Inga|berg|C-1/);
  });

  function refused(at: CursorScope, cursor: string, message: RegExp): void {
    const read = (): unknown => cursors.read(at, cursor, configured);
    expect(read).toThrow(BadInputError);
    expect(read).toThrow(message);
    expect(read).toThrow(/^after: .*`after`|^after: .*use cursors of/);
  }
});
