import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { readServerSettings } from '../../src/config/server-settings.js';
import { excessOfDocument } from '../../src/limits/document.js';

const list = new URL('../../client/src/generated/persisted-documents.json', import.meta.url);
const documents = Object.values(JSON.parse(readFileSync(list, 'utf8')) as Readonly<Record<string, string>>);
const { limits } = readServerSettings({}, 1, true);

it.each(documents.map((text) => [/query (\w+)/.exec(text)?.[1] ?? '', text]))(
  '%s keeps within what a request may hold by default',
  (name, text) => {
    expect(name).not.toBe('');
    expect(excessOfDocument(parse(text), limits)).toEqual([]);
    expect(Buffer.byteLength(text)).toBeLessThan(limits.documentBytes);
    expect(() => parse(text, { maxTokens: limits.tokens })).not.toThrow();
  },
);

it.each(documents.map((text) => [/query (\w+)/.exec(text)?.[1] ?? '', text]))(
  '%s asks of every list who answered',
  (_, text) => {
    const lists = text.match(/\{ __typename edges /g) ?? [];
    const reports = text.match(/sources \{ __typename \.\.\.SourceReport \}/g) ?? [];
    expect(reports).toHaveLength(lists.length);
  },
);
