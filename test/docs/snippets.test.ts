import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  getOperationAST,
  isObjectType,
  Kind,
  parse,
  print,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Findings } from '../../docs/snippets/findings.js';
import { providers } from '../../resolvers/providers.js';
import { readArguments } from '../../src/cli/arguments.js';
import { commands } from '../../src/cli/commands.js';
import { serverVariables } from '../../src/config/server-variables.js';
import { createSchema } from '../../src/schema.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { commandsOf, type ShellCommand } from './commands.js';
import { blocksOf, isThere, pages, placeOf, read, type Block } from './pages.js';

/** Whatever the documentation shows is run, or at least read by what would read it. */

const all = pages.flatMap(blocksOf);
const of = (...languages: readonly string[]): readonly Block[] =>
  all.filter(({ language }) => languages.includes(language));

/** What is wrong with blocks, each with its place. */
const faults = (blocks: readonly Block[], faultOf: (block: Block) => string | null): readonly string[] =>
  blocks.flatMap((block) => {
    const fault = faultOf(block);
    return fault === null ? [] : [`${placeOf(block)}: ${fault}`];
  });

it('every block is in a language that is checked here', () => {
  const checked = ['graphql', 'json', 'ts', 'tsx', 'sh', 'mermaid', 'nginx', 'text'];
  expect(faults(all, ({ language }) => (checked.includes(language) ? null : `"${language}"`))).toEqual([]);
  expect(new Set(all.map(({ language }) => language))).toEqual(new Set(checked));
});

let schema: GraphQLSchema;
let gateway: TestGateway;
beforeAll(async () => {
  schema = createSchema();
  gateway = await startTestGateway({ upstream: 'log' });
});
afterAll(() => gateway.close());

describe('GraphQL', () => {
  const isOperation = ({ text }: Block): boolean => getOperationAST(parse(text)) !== null;

  it('is allowed by the schema, or a piece of it', () => {
    expect(of('graphql').length).toBeGreaterThan(100);
    const found = faults(of('graphql'), (block) =>
      isOperation(block)
        ? (validate(schema, parse(block.text))[0]?.message ?? null)
        : notInSchema(parse(block.text)),
    );
    expect(found).toEqual([]);
  });

  /** The field of a piece of the schema that stands otherwise there. */
  function notInSchema({ definitions }: DocumentNode): string | null {
    for (const definition of definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return 'is neither an operation nor a type';
      const type = schema.getType(definition.name.value);
      if (!isObjectType(type)) return `there is no type ${definition.name.value}`;
      for (const field of definition.fields ?? []) {
        const real = type.getFields()[field.name.value]?.astNode;
        if (real === null || real === undefined) return `there is no ${type.name}.${field.name.value}`;
        const { description: _, ...told } = real;
        if (print(told) !== print(field)) return `${type.name}.${field.name.value} is ${print(told)}`;
      }
    }
    return null;
  }

  // Those of the page of calls are measured where it is written.
  const shown = of('graphql').filter((block) => block.page !== 'docs/calls.md' && isOperation(block));

  it.each(shown.map((block) => [placeOf(block), block] as const))('%s is answered', async (_, { text }) => {
    const variables: Record<string, unknown> = {};
    for (const { variable, type } of getOperationAST(parse(text))?.variableDefinitions ?? []) {
      if (type.kind !== Kind.NON_NULL_TYPE) continue;
      expect(print(type)).toBe('ID!');
      variables[variable.name.value] = await idFor(text);
    }
    const { data, errors } = await gateway.query<Record<string, unknown>>(text, variables);
    expect(errors).toEqual([]);
    for (const value of Object.values(data)) expect(value).not.toBeNull();
  });

  it('in the README is answered as it says', async () => {
    const [query] = of('graphql').filter(({ page }) => page === 'README.md');
    const [answer] = of('json').filter(({ page }) => page === 'README.md');
    const { data } = await gateway.query(query?.text ?? '');
    expect({ data }).toEqual(JSON.parse(answer?.text ?? ''));
  });

  /** The id of some thing of the kind that a query asks for by id. */
  async function idFor(text: string): Promise<unknown> {
    const [first] = getOperationAST(parse(text))?.selectionSet.selections ?? [];
    const field = first?.kind === Kind.FIELD ? first.name.value : '';
    const { data } = await gateway.query<Record<string, { nodes: { id: string }[] }>>(
      `{ ${field}s(first: 1) { nodes { id } } }`,
    );
    return data[`${field}s`]?.nodes[0]?.id;
  }
});

describe('JSON', () => {
  it('can be read, and is taken by the gateway where it is a configuration', () => {
    const settings = z.fromJSONSchema(JSON.parse(read('gatehouse.schema.json')) as never);
    let configurations = 0;
    const found = faults(of('json'), ({ text }) => {
      const value = JSON.parse(text) as object;
      if (!('sources' in value || 'auth' in value || 'identity' in value)) return null;
      configurations += 1;
      return settings.safeParse(value).error?.message ?? null;
    });
    expect(found).toEqual([]);
    expect(configurations).toBeGreaterThan(5);
  });
});

describe('TypeScript', () => {
  it('is a file that is compiled and tested', () => {
    expect(of('ts', 'tsx').length).toBeGreaterThan(15);
    const found = faults(of('ts', 'tsx'), ({ part, text }) => {
      const file = `docs/snippets/${part ?? ''}`;
      if (part === null || !isThere(file))
        return 'stands in no file; put it into docs/snippets and show it from there';
      return read(file).trimEnd() === text ? null : `is not what stands in ${file}`;
    });
    expect(found).toEqual([]);
  });

  it('shows the findings of identity as the page says', () => {
    const example = of('json').find(
      ({ page, text }) => page === 'docs/identity.md' && text.includes('rentFrom'),
    );
    const { linkedUnit } = (JSON.parse(example?.text ?? '{}') as { data: { linkedUnit: never } }).data;
    const shown = renderToStaticMarkup(createElement(Findings, { unit: linkedUnit }))
      .replaceAll(/<\/?strong>/g, '**')
      .replaceAll(/<[^>]+>/g, '');
    expect(shown).toContain('but 75.5 m² in casavi');
    expect(read('docs/identity.md')).toContain(`It shows: ${shown}.`);
  });
});

describe('commands', () => {
  const lines = of('sh').flatMap((block) => commandsOf(block.text).map((command) => ({ block, command })));
  const variables: readonly string[] = [
    'NODE_ENV',
    ...serverVariables,
    ...providers.flatMap(({ environment }) => environment.map(({ variable }) => variable)),
  ];

  it('are commands that there are, with options that they take', () => {
    expect(lines.length).toBeGreaterThan(15);
    const found = lines.flatMap(({ block, command }) => {
      const unknown = command.variables.find((name) => !variables.includes(name));
      const fault = unknown === undefined ? faultOf(command) : `sets ${unknown}, which nobody reads`;
      return fault === null ? [] : [`${placeOf(block)}: ${command.words.join(' ')}: ${fault}`];
    });
    expect(found).toEqual([]);
  });

  it('are found out where they are wrong', () => {
    const wrong = [
      'npm run nothing',
      'npx gatehouse serv',
      'gatehouse sandbox --sed 7',
      'make it',
      'curl --sned x',
    ];
    for (const line of wrong) expect(faultOf(commandsOf(line)[0]!), line).not.toBeNull();
  });

  it('of curl are answered by the sandbox and its gateway', async () => {
    const calls = lines
      .filter(({ command }) => command.words[0] === 'curl')
      .map(({ command }) => curlOf(command));
    const local = calls.filter(({ url }) => /^http:\/\/127\.0\.0\.1:(4000|4711)\//.test(url));
    expect(local.length).toBeGreaterThan(3);
    for (const { url, method, headers, body } of local) {
      const target = url
        .replace('http://127.0.0.1:4000', gateway.url)
        .replace('http://127.0.0.1:4711', gateway.sandbox.pigello.url);
      const { statusCode, body: answer } = await request(target, { method, headers, body });
      expect(statusCode, url).toBeLessThan(300);
      expect(await answer.text()).not.toContain('"errors"');
    }
  });
});

/** What is wrong with a command; `null` where nothing is. */
function faultOf(command: ShellCommand): string | null {
  const [program, ...words] = command.words;
  switch (program) {
    case undefined:
      return null;
    case 'npm':
      return faultOfNpm(words);
    case 'npx':
      if (words[0] === 'gatehouse') return faultOfGatehouse(words.slice(1));
      return words[0] === 'vitest'
        ? missing(words.filter((word) => word.startsWith('test/')))
        : 'is not ours to run';
    case 'gatehouse':
      return faultOfGatehouse(words);
    case 'curl':
      return curlOf(command).fault;
    case 'cd':
      return missing(words);
    case 'node':
      return missing(words.filter((word) => /\.m?js$/.test(word)));
    case 'docker':
      return ['build', 'run', 'compose'].includes(words[0] ?? '') ? null : 'is no command that pages need';
    case 'kubectl':
      return missing(words.filter((_, index) => words[index - 1] === '-f'));
    default:
      return 'is no program that is checked here';
  }
}

function missing(paths: readonly string[]): string | null {
  const gone = paths.find((path) => !isThere(path));
  return gone === undefined ? null : `there is no ${gone}`;
}

function faultOfGatehouse(words: readonly string[]): string | null {
  try {
    readArguments(words, commands);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function faultOfNpm(words: readonly string[]): string | null {
  const [name = '', script = ''] = words;
  const place = words[words.findIndex((word) => ['-w', '--workspace', '--prefix'].includes(word)) + 1];
  const folder = words.some((word) => ['-w', '--workspace', '--prefix'].includes(word))
    ? `${place ?? ''}/`
    : '';
  if (!isThere(`${folder}package.json`)) return `there is no ${folder}package.json`;
  const {
    scripts = {},
    dependencies,
    devDependencies,
  } = JSON.parse(read(`${folder}package.json`)) as Record<string, Record<string, string> | undefined>;
  if (['ci', 'cit'].includes(name)) return null;
  if (['start', 'test'].includes(name))
    return scripts[name] === undefined ? `there is no script ${name}` : null;
  if (name === 'run') return scripts[script] === undefined ? `there is no script ${script}` : null;
  if (name !== 'install') return `npm ${name} is not checked here`;
  const own = ['gatehouse', '@gatehouse/client', ...Object.keys({ ...dependencies, ...devDependencies })];
  const foreign = words.slice(1).find((word) => !word.startsWith('-') && !own.includes(word));
  return foreign === undefined ? null : `${foreign} is no package that is tested with`;
}

/** A call of curl, taken apart. */
function curlOf({ words }: ShellCommand) {
  const headers: Record<string, string> = {};
  let method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET';
  let body: string | null = null;
  let url = '';
  let fault: string | null = null;
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = (): string => words[(index += 1)] ?? '';
    if (['-H', '--header'].includes(word)) {
      const [name = '', value = ''] = next().split(/:\s*(.*)/);
      headers[name] = value;
    } else if (['-d', '--data'].includes(word)) {
      body = next();
      if (method === 'GET') method = 'POST';
    } else if (['-X', '--request'].includes(word)) method = next() as typeof method;
    else if (word.startsWith('-') && !['-s', '-i', '-f', '-sS', '--fail', '--silent'].includes(word)) {
      fault = `${word} is no option that pages need`;
    } else if (!word.startsWith('-')) url = word;
  }
  return { url, method, headers, body, fault: fault ?? (URL.canParse(url) ? null : 'names no URL') };
}

describe('what is drawn or copied into other programs', () => {
  it('is whole', () => {
    expect(
      faults(of('mermaid'), ({ text }) => (/^(flowchart|sequenceDiagram|graph) ?/.test(text) ? null : text)),
    ).toEqual([]);
    expect(
      faults(of('nginx'), ({ text }) =>
        text.split('{').length === text.split('}').length ? null : 'braces do not match',
      ),
    ).toEqual([]);
  });

  it('names scripts that there are, in running text, too', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/`npm run ([\w:-]+)/g)].map(([, script = '']) => ({ page, script })),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });
});
