import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import { defineConfig, type Plugin } from 'vitest/config';
import { closingLine } from './test/support/closing-line.js';
import { LongestFirst } from './test/support/longest-first.js';

/** What Relay's compiler has made of a query takes the place of its text, as every build of an application does it. */
const relay: Plugin = {
  name: 'relay',
  enforce: 'pre',
  async transform(code, id) {
    if (!/\/snippets\/relay\/\w+\.tsx$/.test(id)) return null;
    const { code: compiled } =
      (await transformAsync(code, {
        filename: id,
        configFile: false,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['relay', { eagerEsModules: true, artifactDirectory: join(dirname(id), '__generated__') }]],
      })) ?? {};
    return compiled ?? null;
  },
};

export default defineConfig({
  plugins: [relay],
  // graphql ships two builds: Node gives its libraries the one, Vite would give our files the other, and errors and
  // schemas of one are foreign to the other.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      // The client's package as it is written, so that its tests need no build.
      {
        find: /^@gatehouse\/client$/,
        replacement: fileURLToPath(new URL('client/src/index.ts', import.meta.url)),
      },
      {
        find: /^@gatehouse\/client\/introspection$/,
        replacement: fileURLToPath(new URL('client/src/introspection.ts', import.meta.url)),
      },
    ],
  },
  test: {
    // Test files keep nothing in modules, and start what they need: loading the gateway anew for each is time alone.
    isolate: false,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/to-call.ts'],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', closingLine],
    // Several servers a file on two cores: more files at once would only wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    // Hooks make and remove whole folders of packages, which a slow disk takes its time for.
    hookTimeout: 120_000,
  },
});
