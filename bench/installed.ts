import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What npm's lock files hold of a package. */
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  /** Left out where the platform is another. */
  readonly optional?: boolean;
}

/**
 * Whether `node_modules` of a folder has what its lock file names. Times of files do not tell: a checkout makes the lock file new
 * and leaves it the same. Packages that nobody names any more do no harm.
 */
export function isInstalled(folder: string): boolean {
  const found = packagesOf(join(folder, 'node_modules/.package-lock.json'));
  return Object.entries(packagesOf(join(folder, 'package-lock.json')))
    .filter(([path]) => path !== '')
    .every(([path, { version, integrity, optional }]) => {
      const there = found[path];
      return there === undefined
        ? optional === true
        : there.version === version && there.integrity === integrity;
    });
}

/** By their folders; none where there is no such file. */
function packagesOf(file: string): Readonly<Record<string, Locked>> {
  if (!existsSync(file)) return {};
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  return packages;
}
