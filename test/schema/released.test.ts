import { expect, it } from 'vitest';
import { breakingChanges, releasedSdl } from '../../scripts/schema/breaking.js';
import { printSdl } from '../../src/schema.js';

it('the schema breaks nothing that the last release has promised', async () => {
  expect(await breakingChanges(releasedSdl(), printSdl())).toEqual([]);
});

it.each([
  [
    'a field that is gone',
    /^ {2}hasNextPage: Boolean!$/m,
    '  hasMore: Boolean!',
    "Field 'hasNextPage' was removed",
  ],
  [
    'a type that is another',
    '  remoteId: String!',
    '  remoteId: Int!',
    "'RecordSource.remoteId' changed type",
  ],
  [
    'an argument that must be there',
    /^ {2}node\($/m,
    '  node(\n    kind: String!',
    "'kind: String!' added to field",
  ],
  ['a value that is gone', /^ {2}PIGELLO$/m, '  ELSEWHERE', "Enum value 'PIGELLO' was removed"],
])('%s would be noticed', async (_, written, instead, told) => {
  const sdl = printSdl();
  const changed = sdl.replace(written, instead);
  expect(changed).not.toBe(sdl);
  expect((await breakingChanges(sdl, changed)).join('\n')).toContain(told);
});

it('a field that is new breaks nothing', async () => {
  const sdl = printSdl();
  const changed = sdl.replace('type PageInfo {', 'type PageInfo {\n  pages: Int');
  expect(changed).not.toBe(sdl);
  expect(await breakingChanges(sdl, changed)).toEqual([]);
});
