import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

interface Manifest {
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** A tool of this repository, run in the project. */
const tool = (path: string, args: readonly string[], cwd: string) =>
  run(process.execPath, [join(root, 'node_modules', path), ...args], { cwd }).catch((error: unknown) => {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${path} failed.\n${stdout}\n${stderr}`);
  });

describe('the packages, packed and installed in an empty project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-packages-'));
  const project = join(folder, 'project');
  const packages = { gatehouse: root, '@gatehouse/client': join(root, 'client') };
  const installed = (name: string): string => join(project, 'node_modules', name);
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    // Builds what is not built.
    await run(process.execPath, ['bin/gatehouse.mjs', '--help'], { cwd: root });
    await tool('typescript/bin/tsc', ['--noCheck'], packages['@gatehouse/client']);
    mkdirSync(project, { recursive: true });
    await run(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, '.', './client'],
      {
        cwd: root,
      },
    );
    for (const name of Object.keys(packages)) {
      const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-0.1.0.tgz`);
      mkdirSync(installed(name), { recursive: true });
      await run('tar', ['-xzf', tarball, '-C', installed(name), '--strip-components=1']);
    }
    // As npm would, from where it has put them a moment ago: what they declare, and nothing else.
    const declared = Object.keys(packages).flatMap((name) =>
      Object.keys(manifestOf(installed(name)).dependencies ?? {}),
    );
    for (const name of new Set([...declared, '@types/node'])) {
      mkdirSync(dirname(installed(name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), installed(name));
    }
    cpSync(new URL('project', import.meta.url), project, { recursive: true });
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  }, 120_000);

  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const gatehouse = () => join(installed('gatehouse'), manifestOf(installed('gatehouse')).bin!['gatehouse']!);

  it.each(Object.keys(packages))('%s has nothing that publint finds fault with', async (name) => {
    const { messages } = await publint({ pkgDir: installed(name), pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('the client has types that are right wherever ES modules are read', async () => {
    const tarball = join(folder, 'gatehouse-client-0.1.0.tgz');
    const { stdout } = await tool(
      '@arethetypeswrong/cli/dist/index.js',
      [tarball],
      packages['@gatehouse/client'],
    );
    expect(stdout).toContain('"@gatehouse/client/introspection"');
  });

  it('hold what they are used with, and no sources or tests', () => {
    for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', 'docs/config.md', 'dist/schema.json'])
      expect(existsSync(join(installed('gatehouse'), name))).toBe(true);
    for (const name of ['client', 'examples', 'src', 'test'])
      expect(existsSync(join(installed('gatehouse'), name))).toBe(false);
    for (const name of ['README.md', 'LICENSE', 'operations/portfolio.graphql', 'schema.graphql'])
      expect(existsSync(join(installed('@gatehouse/client'), name))).toBe(true);
    expect(Object.keys(manifestOf(installed('@gatehouse/client')).dependencies ?? {})).toEqual([
      '@graphql-typed-document-node/core',
    ]);
  });

  it('print the schema as it was built', async () => {
    const { stdout } = await run(process.execPath, [gatehouse(), 'schema'], { cwd: project });
    expect(stdout).toBe(readFileSync(join(installed('gatehouse'), 'dist/schema.graphql'), 'utf8'));
    expect(stdout).toContain('type Building implements SourcedNode & Node {');
  });

  it('answer a query that the compiler has checked, and whose mistakes it has refused', async () => {
    await tool(
      'typescript/bin/tsc',
      [
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2022',
        '--lib',
        'es2022',
        '--types',
        'node',
        '--skipLibCheck',
        'ask.ts',
      ],
      project,
    );

    const server = spawn(process.execPath, [gatehouse(), 'serve', '--port', '0'], {
      cwd: project,
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(server);
    let output = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ready = /ready at (http:\/\/\S+:\d+)\/graphql/;
    await expect.poll(() => output, { timeout: 20_000 }).toMatch(ready);
    const url = ready.exec(output)?.[1] ?? '';

    const { stdout } = await run(process.execPath, ['ask.js', url], { cwd: project });
    expect(JSON.parse(stdout)).toEqual([expect.any(String), expect.any(String)]);
    server.kill('SIGTERM');
    expect(await once(server, 'close')).toEqual([0, null]);
  }, 120_000);
});
