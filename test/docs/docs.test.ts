import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { providers } from '../../resolvers/providers.js';
import { readSources } from '../../src/config/config.js';
import { serverVariables } from '../../src/config/server-variables.js';
import { readServerSettings } from '../../src/config/server-settings.js';
import { blocksOf, isThere, pages, read } from './pages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What stands in a page's fenced blocks of a language. */
const blocks = (page: string, language: string): string[] =>
  blocksOf(page)
    .filter((block) => block.language === language)
    .map(({ text }) => text);

const environment = Object.fromEntries(
  providers.flatMap((provider) => provider.environment.map((each) => [each.variable, each.example])),
);

describe('the documentation of the configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-docs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const examples = blocks('docs/config.md', 'json');
  const full = examples.find((example) => example.includes('"limits"'))!;
  const fromFile = (content: string) => {
    const file = join(folder, 'gatehouse.json');
    writeFileSync(file, content);
    const secrets = Object.fromEntries(
      [...content.matchAll(/"env": "(\w+)"/g)].map(([, name]) => [name!, 'secret']),
    );
    return readSources({ ...secrets, GATEHOUSE_CONFIG: file });
  };

  it('shows configuration files that can be used', () => {
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(fromFile(example).length).toBeGreaterThan(0);
  });

  it('shows one that sets everything, to what holds anyway', () => {
    const all = fromFile(full);
    expect(all.map(({ provider }) => provider.name)).toEqual(providers.map(({ name }) => name));
    for (const [index, { settings }] of readSources(environment).entries()) {
      const { id: _, ...others } = all[index]!.settings;
      expect({ ...settings, credentials: null }).toEqual({ ...others, id: settings.id, credentials: null });
    }
  });

  it('has a JSON Schema that accepts what the gateway accepts, and tells mistakes', () => {
    const schema = z.fromJSONSchema(JSON.parse(read('gatehouse.schema.json')) as never);
    for (const example of examples) expect(schema.safeParse(JSON.parse(example)).error).toBeUndefined();
    const [source] = (JSON.parse(full) as { sources: object[] }).sources;
    for (const wrong of [
      { ...source, id: 'Not An Id' },
      { ...source, colour: 'red' },
      { ...source, provider: 'nobody' },
      { ...source, credentials: {} },
    ]) {
      expect(schema.safeParse({ sources: [wrong] }).success).toBe(false);
    }
    expect(schema.safeParse({ sources: [], port: 4000 }).success).toBe(false);
  });

  it('names every variable that is read', () => {
    const documented: string[] = [...serverVariables, ...Object.keys(environment)];
    const code = execFileSync(
      'git',
      ['grep', '-hoE', "(environment|env)\\['[A-Z_]+'\\]", '--', 'src', 'resolvers'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const read = [...code.matchAll(/'([A-Z_]+)'/g)].map(([, name]) => name!);
    expect(read.length).toBeGreaterThan(2);
    expect(documented).toEqual(expect.arrayContaining(read));
  });

  it('shows an .env that starts the gateway as it stands, and with every line switched on', () => {
    const example = read('.env.example');
    expect(parseEnv(example)).toEqual({});
    const on = parseEnv(example.replaceAll(/^#(?=[A-Z])/gm, '')) as Record<string, string>;
    const { GATEHOUSE_CONFIG: _, GATEHOUSE_CURSOR_KEY: key, ...rest } = on;
    // What is shown is no key: nobody must get by with it.
    expect(() => readServerSettings(on, 1, true)).toThrow(/GATEHOUSE_CURSOR_KEY can be guessed/);
    const variables = { ...rest, GATEHOUSE_CURSOR_KEY: `${key} and something else` };
    const sources = readSources(variables);
    expect(sources).toHaveLength(providers.length);
    expect(readServerSettings(variables, sources.length, true).warnings).toEqual([]);
  });
});

/** The names by which the headings of a page can be linked to. */
const headingsOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the pages', () => {
  it.each(pages)('%s leads only to files and headings that are there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const gone = links.filter(([, link = '', anchor]) => {
      const target = link === '' ? page : join(dirname(page), link);
      if (!isThere(target)) return true;
      return anchor !== undefined && target.endsWith('.md') && !headingsOf(target).includes(anchor);
    });
    expect(gone.map(([link]) => link)).toEqual([]);
  });
});

describe('the documentation of errors', () => {
  const page = read('docs/errors.md');
  const source = read('src/errors.ts');

  it.each(['UpstreamCode', 'BadResponse'])('has every member of %s', (type) => {
    const [, members = ''] = new RegExp(`export type ${type} =([^;]+);`).exec(source) ?? [];
    const names = [...members.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  });
});

it('the manifest for Kubernetes sets variables that there are, and asks for paths that are answered', () => {
  const manifest = read('deploy/kubernetes.yaml');
  const names = [...manifest.matchAll(/name: ([A-Z][A-Z_]+)/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !(serverVariables as readonly string[]).includes(name ?? ''))).toEqual([]);
  const paths = [...manifest.matchAll(/httpGet: \{ path: ([^,]+),/g)].map(([, path]) => path);
  expect(new Set(paths)).toEqual(new Set(['/health/live', '/health/ready']));
});
