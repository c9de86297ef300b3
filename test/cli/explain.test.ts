import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { runProgram } from '../support/program.js';

/** What a frontend's own operations would cost, from the command line. */

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file and returns its name. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function gatehouse(
  args: readonly string[],
  { environment = {}, input = '' }: { environment?: Record<string, string>; input?: string } = {},
) {
  let printed = '';
  let complained = '';
  const code = await run(args, {
    environment,
    hasColours: false,
    input: Readable.from([input]),
    print: (text) => (printed += text),
    complain: (text) => (complained += text),
  });
  return { code, printed, complained };
}

const homes = file(
  'homes.graphql',
  `query Homes($first: Int!) {
    buildings(first: $first) { nodes { name units(first: 3) { nodes { number } } } }
  }`,
);
const two = file(
  'two.graphql',
  'query Leases { leases(first: 5) { nodes { tenants { displayName } } } } query Sources { sources { id } }',
);
const casavi = { CASAVI_KEY: 'key', CASAVI_SECRET: 'swordfish' };

interface Json {
  readonly operation: string;
  readonly mode: string;
  readonly total: { readonly calls: number; readonly waves: number };
  readonly calls: readonly { readonly field: string; readonly path: string; readonly calls: number }[];
}

describe('gatehouse explain --calls', () => {
  it('prints a table of what each operation would call at most', async () => {
    const { code, printed, complained } = await gatehouse(
      ['explain', '--calls', homes, '--variables', '{"first": 3}'],
      { environment: casavi },
    );
    expect([code, complained]).toEqual([0, '']);
    expect(printed).toBe(
      [
        'query Homes: at most 4 calls in 2 waves',
        'source  field                  call                                calls  formula',
        'casavi  buildings              GET /properties                         1  1 page',
        'casavi  buildings.nodes.units  GET /properties/{propertyId}/units      3  3 × 1 page',
        'casavi  in all, 2 waves                                                4',
        '',
      ].join('\n'),
    );
  });

  it('says what plain lists were taken to hold', async () => {
    const { printed } = await gatehouse(['explain', '--calls', two], { environment: casavi });
    expect(printed).toMatch(/^leases\.nodes\.tenants is taken to hold 4 items$/m);
    expect(printed).toMatch(/^query Sources: at most 0 calls in 0 waves$/m);
  });

  it('reckons with one source of each provider where none is configured', async () => {
    const { code, printed } = await gatehouse(['explain', '--calls', '--json', two]);
    expect(code).toBe(0);
    const [leases] = JSON.parse(printed) as { sources: { source: string }[] }[];
    expect(leases?.sources.map(({ source }) => source)).toEqual(['pigello', 'facilitee', 'homeq', 'casavi']);
  });

  it('takes variables from a file, operations from standard input, and fragments from other files', async () => {
    const fragment = file('fragment.graphql', 'fragment Name on Building { name }');
    const { code, printed, complained } = await gatehouse(
      ['explain', '--calls', '-', fragment, '--variables', file('variables.json', '{ "first": 2 }')],
      {
        input: 'query ($first: Int) { buildings(first: $first) { nodes { ...Name } } }',
        environment: casavi,
      },
    );
    expect([code, complained]).toEqual([0, '']);
    expect(printed).toMatch(/^query without a name in standard input: at most 1 call in 1 wave$/m);
  });

  it('reckons one of several operations where it is named, and a file that is named twice once', async () => {
    const { code, printed } = await gatehouse(
      ['explain', '--calls', two, two, '--operation', 'Sources', '--json'],
      { environment: casavi },
    );
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toEqual([
      {
        operation: 'query Sources',
        mode: 'dry-run',
        total: { calls: 0, waves: 0 },
        sources: [],
        calls: [],
        assumed: [],
      },
    ]);
  });

  it('takes the sources of a configuration file', async () => {
    const config = file(
      'gatehouse.json',
      JSON.stringify({
        sources: [
          { id: 'muenchen', provider: 'casavi', credentials: { key: 'key', secret: 'swordfish' } },
          { id: 'augsburg', provider: 'casavi', credentials: { key: 'key', secret: 'swordfish' } },
        ],
      }),
    );
    const { code, printed } = await gatehouse(['explain', '--calls', two, '--config', config]);
    expect(code).toBe(0);
    expect(printed).toMatch(/^muenchen +in all/m);
    expect(printed).toMatch(/^augsburg +in all/m);
    expect(printed).not.toMatch(/pigello|swordfish/);
  });

  describe('beside the gateway', () => {
    let gateway: TestGateway;
    beforeAll(async () => {
      gateway = await startTestGateway();
    });
    afterAll(() => gateway.close());

    it('says the same as its dry run', async () => {
      const config = file(
        'sandbox.json',
        JSON.stringify({
          sources: (['pigello', 'facilitee', 'homeq', 'casavi'] as const).map((id) => ({
            id,
            provider: id,
            baseUrl: gateway.sandbox[id].url,
            credentials: gateway.sandbox[id].credentials,
          })),
        }),
      );
      const document = `query Overview($first: Int) {
        buildings(first: $first) { nodes { units(first: 3) { nodes { leases(first: 2) { nodes { tenants { email } } } } } } }
        issues(first: $first) { nodes { reporter { displayName } } }
      }`;
      const variables = { first: 12 };
      const { extensions } = await gateway.query(document, variables, {
        headers: { 'gatehouse-upstream': 'dry-run' },
      });
      const { printed } = await gatehouse([
        ...['explain', '--calls', file('overview.graphql', document), '--json'],
        ...['--variables', JSON.stringify(variables), '--config', config],
      ]);
      expect(JSON.parse(printed)).toEqual([
        { operation: 'query Overview', ...(extensions['upstream'] as object) },
      ]);
    });
  });

  it('runs as a program, with the sources that the gateway would have there', async () => {
    file('.env', 'CASAVI_KEY=key\nCASAVI_SECRET=swordfish\n');
    const program = runProgram(
      fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)),
      ['explain', '--calls', '--max-calls', '3', '-', '--json'],
      { cwd: folder, environment: {} },
    );
    program.process.stdin.end('{ buildings(first: 3) { nodes { units(first: 3) { nodes { number } } } } }');
    expect(await program.ended).toBe(1);
    const [{ total }] = JSON.parse(program.printed()) as [Json];
    expect(total).toEqual({ calls: 4, waves: 2 });
    expect(program.complained()).toBe(
      'query without a name in standard input could make 4 calls, and --max-calls allows 3; ask for less at once, by smaller `first` or fewer levels.\n',
    );
  });
});

describe('--max-calls', () => {
  it.each([
    ['4', 0],
    ['3', 1],
    ['0', 1],
  ])('%s ends with exit code %i where four calls could be made', async (limit, expected) => {
    const { code, printed, complained } = await gatehouse(
      ['explain', '--calls', homes, '--variables', '{"first": 3}', '--max-calls', limit],
      { environment: casavi },
    );
    expect(code).toBe(expected);
    // The table says why, either way.
    expect(printed).toMatch(/^query Homes: at most 4 calls/);
    expect(complained).toMatch(
      expected === 0 ? /^$/ : new RegExp(`^query Homes could make 4 calls, and --max-calls allows ${limit};`),
    );
  });

  it('holds for every operation, and names those that are beyond it', async () => {
    const { code, complained } = await gatehouse(
      ['explain', '--calls', two, homes, '--variables', '{"first": 3}', '--max-calls', '0'],
      { environment: casavi },
    );
    expect(code).toBe(1);
    expect(complained).toMatch(/query Leases could make/);
    expect(complained).toMatch(/query Homes could make/);
    expect(complained).not.toMatch(/Sources/);
  });
});

describe('what is wrong with the command line', () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      'no command',
      [],
      /^Name a command: serve, sandbox, check-config, hash-key, doctor, explain and schema\./,
    ],
    ['another command', ['fetch'], /^fetch is no command; there are serve, sandbox, /],
    ['nothing to explain', ['explain', two], /^Say what to explain: --calls\./],
    ['no file', ['explain', '--calls'], /^Name a file that holds a query, or - for standard input\./],
    [
      'an unknown flag',
      ['explain', '--calls', two, '--frobnicate'],
      /^explain takes no --frobnicate; leave it out\./,
    ],
    [
      'a limit that is no number',
      ['explain', '--calls', two, '--max-calls', 'few'],
      /^--max-calls: must be a whole/,
    ],
    [
      'an unreadable file',
      ['explain', '--calls', join(folder, 'none.graphql')],
      /none\.graphql cannot be read \(ENOENT\); name a readable file\./,
    ],
    ['a folder', ['explain', '--calls', folder], /cannot be read \(EISDIR\)/],
    [
      'variables that are no JSON',
      ['explain', '--calls', two, '--variables', '{first: 3'],
      /^--variables: must be a JSON object, or the name of a readable file that holds one\./,
    ],
    [
      'variables that are no object',
      ['explain', '--calls', two, '--variables', file('list.json', '[1]')],
      /^--variables: must be a JSON object/,
    ],
    [
      'variables in no file',
      ['explain', '--calls', two, '--variables', 'none.json'],
      /^--variables: must be a JSON/,
    ],
  ])('%s: told, with exit code 2 and a hint at --help', async (_, args, message) => {
    const { code, printed, complained } = await gatehouse(args);
    expect([code, printed]).toEqual([2, '']);
    expect(complained).toMatch(message);
    expect(complained).toMatch(/\nSee gatehouse --help\.\n$/);
    expect(complained).not.toMatch(/\n\s+at /);
  });

  it('prints its usage where that is wanted', async () => {
    for (const args of [
      ['help', 'explain'],
      ['explain', '-h'],
    ]) {
      const { code, printed } = await gatehouse(args);
      expect(code).toBe(0);
      expect(printed).toMatch(/^Usage: gatehouse explain --calls/);
      expect(printed).toMatch(/Exit codes: 0 all is well, 1 .* 2 /);
    }
  });

  it.each([
    ['--config names no file', ['--config', 'none.json'], {}, /none\.json cannot be read \(ENOENT\)/],
    [
      'a source is half configured',
      [],
      { CASAVI_SECRET: 'swordfish' },
      /^The source CASAVI is half configured/,
    ],
  ])('%s: told, with exit code 2 and no secret', async (_, args, environment, message) => {
    const { code, printed, complained } = await gatehouse(['explain', '--calls', two, ...args], {
      environment,
    });
    expect([code, printed]).toEqual([2, '']);
    expect(complained).toMatch(message);
    expect(complained).not.toMatch(/swordfish|\n\s+at /);
  });
});

describe('what is wrong with the operations', () => {
  const variables = ['--variables', '{"first": 3}'];

  it.each<[string, string, readonly string[], RegExp]>([
    ['a syntax error', '{ buildings(', [], /Syntax Error: .*\n\n.*wrong\.graphql:1:13/s],
    ['an unknown field', '{ landlords { id } }', [], /Cannot query field "landlords".*wrong\.graphql:1:3/s],
    [
      'a variable without a value',
      'query A($id: ID!) { node(id: $id) { id } }',
      [],
      /^A: Variable "\$id" .* See --variables\./,
    ],
    [
      'an argument that cannot be',
      'query A { units(first: 101) { nodes { id } } }',
      [],
      /^A: units: first: must be between 1 and 100/,
    ],
    [
      'an argument that cannot be, further down',
      'query A { buildings { nodes { units(first: 0) { nodes { id } } } } }',
      [],
      /^A: buildings\.nodes\.units: first: must be/,
    ],
    ['a mutation', 'mutation A { pay }', [], /^A: There are no mutations to execute\.$/m],
    [
      'no operation',
      'fragment A on Building { name }',
      [],
      /^No file holds an operation; name one that does\.$/m,
    ],
    [
      'an operation of another name',
      'query A { sources { id } }',
      ['--operation', 'B'],
      /^--operation: no file holds an operation named B; there are A\.$/m,
    ],
    ['no operation of a name', '{ sources { id } }', ['--operation', 'B'], /named B; none has a name\.$/m],
  ])('%s: told, with exit code 2', async (_, document, args, message) => {
    const { code, printed, complained } = await gatehouse([
      ...['explain', '--calls', file('wrong.graphql', document), ...args],
    ]);
    expect([code, printed]).toEqual([2, '']);
    expect(complained).toMatch(message);
    expect(complained).not.toMatch(/\n\s+at /);
  });

  it('names twice: told, with both places', async () => {
    const { code, complained } = await gatehouse([
      ...['explain', '--calls', homes, file('again.graphql', 'query Homes { sources { id } }'), ...variables],
    ]);
    expect(code).toBe(2);
    expect(complained).toMatch(/only one operation named "Homes".*homes\.graphql:1:7.*again\.graphql:1:7/s);
  });
});
