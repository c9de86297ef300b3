import { fileURLToPath } from 'node:url';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Carries out a Dockerfile without Docker: each stage is a folder, and its lines run on this machine. */

const run = promisify(execFile);

export interface Image {
  /** The root folder of the last stage. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string | null;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

interface Stage {
  readonly root: string;
  workdir: string;
  env: Record<string, string>;
  user: string | null;
  command: readonly string[];
  healthCheck: readonly string[];
}

export async function buildImage(repository: string, folder: string): Promise<Image> {
  const context = join(folder, 'context');
  copyContext(repository, context);
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;

  for (const { word, rest } of instructions(readFileSync(join(repository, 'Dockerfile'), 'utf8'))) {
    if (word === 'FROM') {
      const name = / AS (\S+)$/i.exec(rest)?.[1] ?? `stage${stages.size}`;
      stage = {
        root: join(folder, name),
        workdir: '/',
        env: {},
        user: null,
        command: [],
        healthCheck: [],
      };
      mkdirSync(stage.root, { recursive: true });
      stages.set(name, stage);
      continue;
    }
    if (stage === undefined) throw new Error(`${word} before FROM`);
    switch (word) {
      case 'WORKDIR':
        stage.workdir = rest;
        mkdirSync(join(stage.root, rest), { recursive: true });
        break;
      case 'COPY':
        copy(rest, stage, context, stages);
        break;
      case 'RUN':
        await execute(rest, stage);
        break;
      case 'ENV':
        for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g)) stage.env[name!] = value!;
        break;
      case 'USER':
        stage.user = rest;
        break;
      case 'CMD':
        stage.command = JSON.parse(rest) as string[];
        break;
      case 'HEALTHCHECK':
        stage.healthCheck = JSON.parse(rest.slice(rest.indexOf('CMD') + 3)) as string[];
        break;
      case 'EXPOSE':
        break;
      default:
        throw new Error(`This test does not know ${word}.`);
    }
  }
  if (stage === undefined) throw new Error('The Dockerfile has no FROM.');
  return { ...stage, workdir: join(stage.root, stage.workdir) };
}

async function execute(line: string, stage: Stage): Promise<void> {
  const options = {
    cwd: join(stage.root, stage.workdir),
    env: environment(stage.env),
    maxBuffer: 2 ** 24,
  };
  // Copied from where this very command has put them, on the way to this test: a second time takes long and proves nothing.
  // Where they are a link, what is behind it is copied: `npm prune` in the image would else remove packages out there.
  const packages = realpathSync(fileURLToPath(new URL('../../node_modules', import.meta.url)));
  const command = line === 'npm ci' ? `cp -a '${packages}' node_modules` : line;
  await run('sh', ['-ec', command], options).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`RUN ${line} failed.\n${stdout}\n${stderr}`);
  });
}

/** What a process of the image sees: the image's variables, and nothing that this test run was started with. */
export function environment(own: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  // The packages were installed a moment ago, on the way to this test: npm's cache has them.
  return { PATH, HOME, npm_config_prefer_offline: 'true', npm_config_update_notifier: 'false', ...own };
}

function instructions(text: string): { readonly word: string; readonly rest: string }[] {
  return text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, word, rest] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      if (word === undefined || rest === undefined)
        throw new Error(`This test does not know the line ${line}.`);
      return { word: word.toUpperCase(), rest: rest.trim() };
    });
}

/** The files of the repository that `.dockerignore`, which forbids all and then allows some, lets through. */
function copyContext(repository: string, context: string): void {
  const [first, ...allowed] = readFileSync(join(repository, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (first !== '*' || allowed.some((line) => !line.startsWith('!')))
    throw new Error('.dockerignore is expected to forbid all, and then only to allow.');
  const names = allowed.map((line) => line.slice(1));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter((each) => each !== '')) {
    if (!names.some((name) => file === name || file.startsWith(`${name}/`))) continue;
    // A file that was removed and not yet committed is still listed.
    if (statSync(join(repository, file), { throwIfNoEntry: false }) === undefined) continue;
    mkdirSync(dirname(join(context, file)), { recursive: true });
    cpSync(join(repository, file), join(context, file));
  }
}

function copy(rest: string, stage: Stage, context: string, stages: ReadonlyMap<string, Stage>): void {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.pop() ?? '';
  const origin = from === undefined ? context : stages.get(from)?.root;
  if (origin === undefined) throw new Error(`COPY from a stage that is not there: ${rest}`);
  for (const path of paths) {
    const source = join(origin, path);
    const into = join(stage.root, stage.workdir, target);
    // As Docker does it: a folder's content goes to the target, a file goes into a target that is a folder.
    const isFile = statSync(source).isFile();
    cpSync(source, isFile && target.endsWith('/') ? join(into, basename(path)) : into, {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}
