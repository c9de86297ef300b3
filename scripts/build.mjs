import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run build`: compiles to `dist/`, with the SDL and the JSON Schema of the configuration file beside the code, and the whole
 * schema as `schema.graphql` and as the answer to the introspection query, `schema.json`.
 * Plain JavaScript, since it must run before anything is compiled.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Written when a build begins: what was changed while it ran counts as newer. */
const stamp = '.build';

/** Everything that a build depends on. Folders count with all they hold. */
const inputs = [
  'src',
  'resolvers',
  'schema',
  'gatehouse.schema.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
];

/** Whether `dist/` is missing, or older than something it was built from. A package that was installed has nothing but it. */
export function isStale() {
  const built = join(dist, stamp);
  if (!existsSync(built)) return true;
  if (!existsSync(join(root, 'src'))) return false;
  const { mtimeMs } = statSync(built);
  return inputs.some((input) => newest(join(root, input)) > mtimeMs);
}

/** The latest change below a path. A folder's own time tells of files that were removed or renamed. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((entry) => newest(join(path, entry))));
}

/**
 * Builds into a folder of its own and puts it in the place of `dist/` at the end, so that an interrupted or failed build
 * leaves the last good one.
 */
export function build() {
  removeLeftovers();
  const target = join(root, `dist.${process.pid}`);
  try {
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, stamp), '');
    compile(target);
    cpSync(join(root, 'schema'), join(target, 'schema'), { recursive: true });
    // What runs in the page that has GraphiQL in it.
    for (const file of ['call-log.js', 'call-log.css'])
      cpSync(join(root, 'src/graphiql', file), join(target, 'src/graphiql', file));
    cpSync(join(root, 'gatehouse.schema.json'), join(target, 'gatehouse.schema.json'));
    writeFileSync(join(target, 'schema.graphql'), printed(target));
    writeFileSync(join(target, 'schema.json'), printed(target, '--json'));
    rmSync(dist, { recursive: true, force: true });
    renameSync(target, dist);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

/** Removes what builds left that were killed. */
function removeLeftovers() {
  for (const entry of readdirSync(root)) {
    const pid = Number(/^dist\.(\d+)$/.exec(entry)?.[1]);
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(root, entry), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function compile(target) {
  const { status } = spawnSync(
    process.execPath,
    // Types are checked by `npm run check`: who starts the gateway for the first time need not wait for it.
    [compiler(), '-p', join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', target],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new BuildError('The build failed; see the messages above.');
}

/** The schema, as the command line that was just built prints it. */
function printed(target, ...options) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(target, 'src/cli/main.js'), 'schema', ...options],
    { encoding: 'utf8', maxBuffer: 2 ** 24, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new BuildError('The schema cannot be printed; see the messages above.');
  return stdout;
}

function compiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    throw new BuildError('dist/ must be built, and TypeScript is not installed: run `npm ci` first.');
  }
}

/** Says all there is to say: it is shown without a stack. */
export class BuildError extends Error {}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
