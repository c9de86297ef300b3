import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { providers } from '../resolvers/providers.js';
import { createSchema, printSdl } from '../src/schema.js';
import { introspectionModule } from './client/introspection.js';
import { authTable, commonTable, identityTable, providerSection, serverTable } from './docs/config-page.js';
import { exampleConfig, exampleEnvironment } from './docs/examples.js';
import { formatted, pathOf, read } from './docs/files.js';
import { configSchema } from './docs/json-schema.js';
import { replacePart } from './docs/markdown.js';
import { providerParts } from './docs/provider-page.js';
import { schemaPages } from './docs/schema/pages.js';
import { supportMatrix } from './docs/support-matrix.js';

/**
 * Writes what the documentation says of the code: the tables of `docs/config.md`, `docs/limits.md` and `docs/sandbox.md`, the support matrix in `README.md`,
 * the code that pages show of `docs/snippets`, the pages of `docs/schema`, the tables of `docs/providers`, `gatehouse.schema.json` and `.env.example`; and the schema in the forms in which the client's
 * package holds it. With `--check` it writes nothing and fails where a file would change.
 */
async function generate(check: boolean): Promise<void> {
  const schema = await schemaPages(createSchema(), providers);
  const files = new Map([
    ...schema,
    ['README.md', replacePart(read('README.md'), 'support', await supportMatrix(providers))],
    ['docs/config.md', configPage()],
    ...(await providerPages()),
    ['docs/limits.md', withSnippets('docs/limits.md', limitsPage())],
    ...['docs/clients.md', 'docs/adding-a-provider.md', 'docs/identity.md'].map(
      (page) => [page, withSnippets(page)] as const,
    ),
    ['docs/sandbox.md', withParts('docs/sandbox.md', { variables: serverTable('sandbox') })],
    ['gatehouse.schema.json', configSchema(providers)],
    ['.env.example', exampleEnvironment(providers)],
    ['client/schema.graphql', printSdl()],
    ['client/src/generated/introspection.ts', introspectionModule()],
  ]);
  const stale: string[] = [];
  for (const [name, content] of files) {
    const text = isAsItIs(name) ? content : await formatted(name, content);
    if (text === read(name)) continue;
    stale.push(name);
    if (!check) writeFileSync(pathOf(name), text);
  }
  // The page of a type that is no more.
  for (const name of readdirSync(pathOf('docs/schema')).map((each) => `docs/schema/${each}`)) {
    if (schema.has(name)) continue;
    stale.push(name);
    if (!check) rmSync(pathOf(name));
  }
  if (check && stale.length > 0) {
    process.stderr.write(`Not what the code says: ${stale.join(', ')}. Run \`npm run generate\`.\n`);
    process.exitCode = 1;
  }
}

/** What has no format, and what is left alone by `npm run fix`. */
function isAsItIs(name: string): boolean {
  return name === '.env.example' || name.startsWith('client/') || name.startsWith('docs/schema/');
}

function configPage(): string {
  const parts = {
    server: serverTable('server'),
    auth: authTable(),
    surface: serverTable('surface'),
    common: commonTable(providers),
    identity: identityTable(),
    providers: providers.map(providerSection).join('\n\n'),
    example: `\`\`\`json\n${exampleConfig(providers)}\n\`\`\``,
  };
  return withParts('docs/config.md', parts);
}

async function providerPages(): Promise<[string, string][]> {
  return Promise.all(
    providers.map(async (provider): Promise<[string, string]> => {
      const name = `docs/providers/${provider.name.toLowerCase()}.md`;
      return [name, withParts(name, await providerParts(provider))];
    }),
  );
}

function limitsPage(): string {
  return withParts('docs/limits.md', { limits: serverTable('limits'), callers: serverTable('callers') });
}

/** A page that shows files of `docs/snippets`, which the tests run. */
function withSnippets(page: string, text = read(page)): string {
  const names = [...text.matchAll(/^<!-- end of (\S+\.\S+) -->$/gm)].map(([, name = '']) => name);
  return names.reduce((made, name) => replacePart(made, name, snippet(`docs/snippets/${name}`)), text);
}

function snippet(name: string): string {
  return `\`\`\`${name.split('.').at(-1)}\n${read(name).trimEnd()}\n\`\`\``;
}

function withParts(name: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce(
    (page, [part, content]) => replacePart(page, part, content),
    read(name),
  );
}

await generate(process.argv.includes('--check'));
