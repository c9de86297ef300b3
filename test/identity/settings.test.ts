import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readIdentity } from '../../src/config/config.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import { checkIdentity } from '../../src/identity/check.js';
import { identitySettings } from '../../src/identity/settings.js';
import { graph } from '../../src/schema.js';

/** `identity` of the configuration file: what is wrong stops the start with the place and the cure. */

const folder = mkdtempSync(path.join(tmpdir(), 'identity-'));
const file = path.join(folder, 'gatehouse.json');
afterEach(() => rmSync(file, { force: true }));

const read = (identity: unknown): unknown => {
  writeFileSync(file, JSON.stringify({ sources: [], identity }));
  return readIdentity({ GATEHOUSE_CONFIG: file });
};

const building = (source: string, key = '1'): string => toGlobalId({ type: 'Building', source, key: [key] });
const unit = toGlobalId({ type: 'Unit', source: 'homeq', key: ['1'] });

describe('identity in the configuration file', () => {
  it('is the defaults where nothing is said, and keeps the others where something is', () => {
    const defaults = readIdentity({});
    expect(read({})).toEqual(defaults);
    expect(read({ rules: { Unit: ['reference'] } })).toEqual({
      ...defaults,
      rules: { ...defaults.rules, Unit: ['reference'] },
    });
  });

  it.each([
    ['a setting that there is not', { refresh: 1 }, /identity: `refresh` is no setting; remove it/],
    ['a rule that there is not', { rules: { Person: ['name'] } }, /identity\.rules\.Person\[0\]/],
    ['a time that is none', { refreshSeconds: -1 }, /identity\.refreshSeconds/],
    [
      'an id that is none',
      { same: [['x', 'y']] },
      /identity\.same\[0\]: must be ids of buildings, of units or/,
    ],
    [
      'ids of two types',
      { different: [[building('homeq'), unit]] },
      /identity\.different\[0\]: .*all of one type/,
    ],
    ['a pattern that is none', { generatedReferences: ['('] }, /generatedReferences\[0\]: must be a regular/],
    [
      'a field without its type',
      { prefer: { rent: ['homeq'] } },
      /identity\.prefer\.rent: must be a type and a/,
    ],
  ])('is refused for %s', (_, identity, message) => {
    expect(() => read(identity)).toThrow(message);
  });

  it.each([
    ['a field that is not merged', { prefer: { 'Unit.id': ['homeq'] } }, /`Unit\.id` is no merged field/],
    [
      'a source that there is not',
      { prefer: { 'Unit.rent': ['pigelo'] } },
      /prefer\.Unit\.rent: there is no source "pigelo"; the sources are homeq, casavi/,
    ],
    [
      'an id of a source that there is not',
      { same: [[building('homeq'), building('pigello')]] },
      /same\[0\]: an id is of the source "pigello", which is not configured/,
    ],
    [
      'ids that are said to be the same and different',
      {
        same: [[building('homeq'), building('casavi')]],
        different: [[building('casavi'), building('homeq')]],
      },
      /same\[0\]: two of its ids stand in identity\.different\[0\], too/,
    ],
  ])('stops the start for %s', (_, identity, message) => {
    const settings = identitySettings.parse(identity);
    expect(() => checkIdentity(settings, graph, [{ id: 'homeq' }, { id: 'casavi' }])).toThrow(message);
  });
});
