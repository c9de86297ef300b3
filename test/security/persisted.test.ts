import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readServerSettings } from '../../src/config/server-settings.js';
import { ConfigError } from '../../src/errors.js';
import { readDocuments } from '../../src/persisted/documents.js';
import { createSchema } from '../../src/schema.js';
import type { TestGateway } from '../support/gateway.js';
import { send, startProduction } from './production.js';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-persisted-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const document = 'query Sources($with: Boolean!) { sources { id provider @include(if: $with) } }';
/** More aliases than one request may have. */
const wide = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: __typename`).join(' ')} }`;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const file = write('documents.json', { [hashOf(document)]: document, short: wide });
const unlisted = '{ __typename }';

const apollo = (hash: string): object => ({ persistedQuery: { version: 1, sha256Hash: hash } });
const variables = { with: false };
const sources = { sources: [{ id: 'pigello' }] };

describe.each(['optional', 'required'] as const)('persisted operations, %s', (mode) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startProduction({
      environment: { GATEHOUSE_PERSISTED: mode, GATEHOUSE_PERSISTED_FILE: file },
    });
  });
  afterAll(() => gateway.close());

  it.each([
    ['documentId', { documentId: hashOf(document), variables }],
    ['documentId that says how it was made', { documentId: `sha256:${hashOf(document)}`, variables }],
    ['persistedQuery', { extensions: apollo(hashOf(document)), variables }],
  ])('are run by %s', async (_, body) => {
    expect((await send(gateway, { body })).data).toEqual(sources);
  });

  it('are not measured, since the operator listed them', async () => {
    const { data, errors } = await send(gateway, { body: { documentId: 'short' } });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ a0: 'Query', a39: 'Query' });
  });

  it('have variables that are', async () => {
    const body = { documentId: hashOf(document), variables: { with: ['x'.repeat(70_000)] } };
    expect((await send(gateway, { body })).errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  it.each([
    ['a hash', hashOf(unlisted)],
    ['a name that every object has', '__proto__'],
    ['another', 'constructor'],
    ['nothing', ''],
  ])('are not found by %s that is not listed, and asking does not list it', async (_, hash) => {
    for (const body of [
      { documentId: hash },
      { extensions: apollo(hash) },
      { extensions: apollo(hash), query: unlisted },
      { extensions: apollo(hash) },
    ]) {
      const { status, errors } = await send(gateway, { body });
      if ('query' in body) continue;
      expect(status).toBe(400);
      expect(errors).toEqual([
        { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
      ]);
    }
  });

  it('cannot be spoilt by what others send', async () => {
    await send(gateway, { body: { query: `__PERSISTED_OPERATION_${hashOf(document)}__` } });
    const { data } = await send(gateway, { body: { documentId: hashOf(document), variables } });
    expect(data).toEqual(sources);
  });

  it('are asked for where there is none', async () => {
    const { status, errors } = await send(gateway, { body: { variables } });
    expect([status, errors[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(/^Send an operation: .*`documentId`/);
  });

  it(mode === 'optional' ? 'leave whole documents be' : 'leave no other documents', async () => {
    for (const query of [unlisted, document]) {
      const { status, data, errors, text } = await send(gateway, { body: { query, variables } });
      if (mode === 'optional') {
        expect(data).toEqual(query === document ? sources : { __typename: 'Query' });
      } else {
        expect([status, data, errors.map(({ extensions }) => extensions)]).toEqual([
          400,
          undefined,
          [{ code: 'PERSISTED_QUERY_REQUIRED' }],
        ]);
        expect(text).not.toMatch(/__typename|Sources/);
      }
    }
  });
});

describe('the list of documents', () => {
  const schema = createSchema();
  const fault = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return (error as Error).message;
    }
    throw new Error('it was accepted');
  };

  it.each([
    ['is not there', join(folder, 'nowhere.json'), /cannot be read \(ENOENT\); name the file/],
    ['is not JSON', write('text.json', 'secret'), /must be a JSON object of documents by their hashes\.$/],
    ['is a list', write('list.json', [document]), /must be a JSON object/],
    ['holds no text', write('number.json', { abc: 1 }), /"abc": must be the text of a document\./],
    [
      'holds a document that is none',
      write('syntax.json', { abc: '{ sources' }),
      /"abc": Syntax Error: .* Write the file anew/,
    ],
    [
      'holds a document of another schema',
      write('other.json', { abc: '{ landlords { id } }' }),
      /"abc": Cannot query field "landlords"/,
    ],
  ])('that %s stops the start', (_, name, message) => {
    const told = fault(() => readDocuments(name, schema));
    expect(told).toMatch(/^GATEHOUSE_PERSISTED_FILE: /);
    expect(told).toMatch(message);
    expect(told).not.toContain('secret');
  });

  it('is missing where operations are to be taken from it', () => {
    expect(fault(() => readServerSettings({ GATEHOUSE_PERSISTED: 'required' }, 1, true))).toMatch(
      /^GATEHOUSE_PERSISTED=required: there is no list .* GATEHOUSE_PERSISTED_FILE/,
    );
  });
});

it('are off by default', async () => {
  const gateway = await startProduction();
  const byHash = await send(gateway, { body: { extensions: apollo(hashOf(document)) } });
  const byId = await send(gateway, { body: { documentId: hashOf(document) } });
  await gateway.close();
  for (const { status, errors } of [byHash, byId])
    expect([status, errors[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
});
