import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Faults of the libraries that face clients and providers, and the versions that have them no more. */

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = <T>(name: string): T => JSON.parse(readFileSync(`${root}/${name}`, 'utf8')) as T;
const { packages } = read<Lock>('package-lock.json');

/** Every copy of a package that the lock file holds. */
const copiesOf = (name: string): readonly string[] =>
  Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = '' }]) => version);

const isAtLeast = (version: string, floor: string): boolean => {
  const [own, least] = [version, floor].map((each) => each.split('-')[0]!.split('.').map(Number));
  for (const [index, part] of least!.entries()) {
    if ((own![index] ?? 0) !== part) return (own![index] ?? 0) > part;
  }
  return true;
};

describe('the lock file', () => {
  it.each([
    // A server's response could be taken for that of another request (CVE-2026-12151, and what 6.28 mended beside it).
    ['undici', '7.28.0'],
    // The check of overlapping fields had no end (CVE-2023-26144), and no budget before 16.15.
    ['graphql', '16.15.0'],
    // A multipart request could write into prototypes.
    ['graphql-yoga', '5.21.3'],
    // A path could reach into prototypes (CVE-2024-21529).
    ['dset', '3.1.4'],
  ])('holds no %s before %s', (name, floor) => {
    const copies = copiesOf(name);
    // One that is not there has no faults; those that the gateway is built on are there.
    if (name in read<{ dependencies: object }>('package.json').dependencies) expect(copies).not.toEqual([]);
    expect(copies.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it.each([
    ['7.27.9', false],
    ['7.28.0', true],
    ['7.28.1', true],
    ['7.100.0', true],
    ['6.99.0', false],
    ['8.0.0', true],
  ])('is compared number by number: %s is %s', (version, expected) => {
    expect(isAtLeast(version, '7.28.0')).toBe(expected);
  });

  it.each(['@graphql-yoga/plugin-apq', '@envelop/opentelemetry', 'bottleneck', 'apollo-upload-server'])(
    'holds no %s, which nobody keeps',
    (name) => {
      expect(copiesOf(name)).toEqual([]);
    },
  );

  it('is for a Node whose own HTTP parser and JSON are mended', () => {
    // `__proto__` as a header, and deep JSON that ended the process.
    expect(isAtLeast(process.versions.node, '20.20.0')).toBe(true);
  });

  it('holds exactly what package.json names', () => {
    const { dependencies } = read<{ dependencies: Record<string, string> }>('package.json');
    for (const [name, version] of Object.entries(dependencies)) {
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
      expect([name, packages[`node_modules/${name}`]?.dev ?? false]).toEqual([name, false]);
    }
  });
});

describe('the last stage of the image', () => {
  const [, ...stages] = readFileSync(`${root}/Dockerfile`, 'utf8').split(/^FROM /m);
  const lines = (stages.at(-1) ?? '').split('\n').slice(1);
  const words = lines.flatMap((line) => /^([A-Z]+) /.exec(line)?.[1] ?? []);

  it('is given what another stage has built, and runs nothing itself', () => {
    expect(stages.length).toBeGreaterThan(1);
    expect(words).not.toContain('RUN');
    expect(words).not.toContain('ADD');
    const copied = lines.filter((line) => line.startsWith('COPY '));
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((line) => !line.startsWith('COPY --from=build '))).toEqual([]);
    // Before that, the other stage has let go of what only building needs.
    expect(stages[0]).toMatch(/^RUN npm prune --omit=dev$/m);
  });

  it('is not run by root', () => {
    expect(lines).toContain('USER node');
    expect(words.lastIndexOf('USER')).toBeLessThan(words.indexOf('CMD'));
    expect(words.filter((word) => word === 'USER')).toHaveLength(1);
  });
});
