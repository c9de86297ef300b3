import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { declarations } from '../../../resolvers/declarations.js';
import { requiredScopesOf } from '../../../src/access/required-scopes.js';
import type { Provenance, Provider, ProviderName } from '../../../src/domain/provider.js';
import { capabilitiesOf, type Capability } from '../../../src/edges/capabilities.js';
import { code, table } from '../markdown.js';
import { exampleSettings, titles } from '../provider-settings.js';
import { observe, type Observed } from './observed.js';
import { isEdge, isPaging, isRecord } from './selection.js';

/** `docs/schema`: a page for each type, from the schema and from what was observed of the providers. */

/** One provider, as the pages tell of it. */
interface Column {
  readonly name: ProviderName;
  readonly observed: Observed;
  readonly capabilities: readonly Capability[];
  /** How the path of each endpoint is known, by its template. */
  readonly provenance: ReadonlyMap<string, Provenance>;
}

interface Kit {
  readonly schema: GraphQLSchema;
  readonly columns: readonly Column[];
}

const folder = 'docs/schema';

/** The pages, by their path from the project's root. */
export async function schemaPages(
  schema: GraphQLSchema,
  providers: readonly Provider[],
): Promise<ReadonlyMap<string, string>> {
  const observed = await observe(schema);
  const columns = await Promise.all(
    providers.map(async (provider): Promise<Column> => {
      const source = provider.connect(exampleSettings(provider));
      const capabilities = capabilitiesOf(source, declarations);
      const provenance = new Map(source.endpoints.map((each) => [each.path, each.provenance]));
      await source.client.close();
      const seen = observed.get(provider.name);
      if (seen === undefined) throw new TypeError(`the sandbox has no ${provider.name}`);
      return { name: provider.name, observed: seen, capabilities, provenance };
    }),
  );
  const kit = { schema, columns };
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const own = types.filter((type) => pageOf(type) === `${type.name}.md`);
  const pages = new Map([
    ['README.md', indexPage(kit, types)],
    ...own.map((type) => [pageOf(type), typePage(kit, type as GraphQLObjectType)] as const),
    ['connections.md', connectionsPage(types)],
    ['enums.md', enumsPage(types)],
    ['inputs.md', inputsPage(types)],
    ['scalars.md', scalarsPage(types)],
  ]);
  return new Map([...pages].map(([name, text]) => [`${folder}/${name}`, `${note}\n\n${text}\n`]));
}

const note = '<!-- Written by `npm run generate`, change the code or `schema/` instead. -->';

/** Which page a type stands on: what has fields to tell of has one of its own. */
function pageOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return 'enums.md';
  if (isInputObjectType(type)) return 'inputs.md';
  if (isScalarType(type)) return 'scalars.md';
  return isPaging(type.name) ? 'connections.md' : `${type.name}.md`;
}

function indexPage({ schema, columns }: Kit, types: readonly GraphQLNamedType[]): string {
  const rows = (chosen: readonly GraphQLNamedType[]): string =>
    table(
      ['Type', 'Meaning'],
      chosen.map((type) => [linkTo(type), firstSentence(type.description)]),
    );
  const own = types.filter((type) => pageOf(type) === `${type.name}.md`);
  const records = own.filter((type) => isObjectType(type) && isRecord(type));
  const others = own.filter((type) => !records.includes(type) && type !== schema.getQueryType());
  return [
    '# The schema, type by type',
    'What each type means, and where its fields come from. The schema itself, with the same descriptions, stands in ' +
      '[schema](../../schema); [concepts](../concepts.md) explains the words.',
    'The columns of providers are observed: the gateway was asked for each field alone, over the stand-ins of the sandbox, and ' +
      'what was filled and which endpoints were called is noted. A number is an endpoint of the list below its table. – is ' +
      'a field that no answer of the provider fills, so that it is null or empty there; (yes) one that is filled where the ' +
      'provider tells it, though no record of the sandbox does. ' +
      `${columns.map(({ name }) => `[${titles[name]}](../providers/${name.toLowerCase()}.md)`).join(', ')} have a page each ` +
      'about where these endpoints are known from.',
    '## What can be asked',
    `[Query](Query.md) has the lists and look-ups; [connections](connections.md) are how lists are read.`,
    '## Records',
    rows(records),
    '## Values and reports',
    rows(others),
    'And the smaller ones: [enums](enums.md), [filters and orders](inputs.md), [scalars](scalars.md).',
  ].join('\n\n');
}

function typePage(kit: Kit, type: GraphQLObjectType | GraphQLInterfaceType): string {
  const parts = [`# ${type.name}`, told(type.description)];
  if (type === kit.schema.getQueryType()) return [...parts, ...queryFields(type)].join('\n\n');
  const holders = holdersOf(kit.schema, type);
  if (holders.length > 0) parts.push(`It stands in ${holders.join(', ')}.`);
  if (isObjectType(type) && kit.columns.some((column) => isObserved(column, type))) {
    parts.push(...observedFields(kit, type));
  } else {
    parts.push(
      isInterfaceType(type)
        ? `${kit.schema
            .getImplementations(type)
            .objects.map((each) => linkTo(each))
            .join(', ')} have these fields.`
        : 'The gateway makes it itself: no provider does.',
      table(
        ['Field', 'Type', 'Scope', 'Meaning'],
        Object.values(type.getFields()).map((field) => [...fieldCells(kit, field), meaningOf(field)]),
      ),
    );
  }
  return parts.join('\n\n');
}

/** Whether a provider fills a type, or would if its records told. */
function isObserved({ name, observed }: Column, type: GraphQLObjectType): boolean {
  const isFilled = [...observed.filled].some((member) => member.startsWith(`${type.name}.`));
  const isSaid = Object.values(type.getFields()).some((field) => isSaidOf(name, field));
  return (isFilled || isSaid) && !ofTheGateway.has(type.name) && !type.name.startsWith('Linked');
}

/** Made by the gateway of any record, whatever a provider fills. */
const ofTheGateway: ReadonlySet<string> = new Set(['RecordSource', 'EntityLink']);

/** The table of the fields with a column for each provider, the endpoints, and what is peculiar. */
function observedFields({ schema, columns }: Kit, type: GraphQLObjectType): string[] {
  const endpoints: string[] = [];
  const numberOf = ({ name, provenance }: Column, path: string): string => {
    const text = `${titles[name]} ${code(`GET ${path}`)} (${provenance.get(path) ?? 'unknown'})`;
    if (!endpoints.includes(text)) endpoints.push(text);
    return String(endpoints.indexOf(text) + 1);
  };
  const numbers = (column: Column, paths: readonly string[]): string =>
    paths.length === 0 ? 'yes' : paths.map((path) => numberOf(column, path)).join(' ');
  const cellOf = (column: Column, field: GraphQLField<unknown, unknown>): string => {
    const name = `${type.name}.${field.name}`;
    const paths = column.observed.calls.get(name);
    // A word that depends on the day is UNKNOWN on others, and never null.
    const isWord = isNonNullType(field.type) && isSaidOf(column.name, field);
    const isFilled = isOfTheGateway(field) || isEdge(field) || isWord || column.observed.filled.has(name);
    if (!isFilled) return isSaidOf(column.name, field) ? '(yes)' : '–';
    if (paths !== undefined) return numbers(column, paths);
    return isEdge(field) ? '–' : 'yes';
  };
  const heads = columns.map(({ name }) => titles[name]);

  const list = `Query.${type.name.toLowerCase()}s`;
  const reads = [
    [code(list), columns.map(({ observed }) => observed.calls.get(list))] as const,
    ['by id', columns.map(({ observed }) => observed.byId.get(type.name))] as const,
  ].filter(([, paths]) => paths.some((each) => each !== undefined));
  const readCells = reads.map(([what, paths]) => [
    what,
    ...columns.map((column, index) => (paths[index] === undefined ? '–' : numbers(column, paths[index]))),
  ]);
  const fieldRows = Object.values(type.getFields()).map((field) => [
    ...fieldCells({ schema, columns }, field),
    ...columns.map((column) => cellOf(column, field)),
    meaningOf(field),
  ]);
  const notes = columns.flatMap(({ name, capabilities }) =>
    capabilities
      .filter((each) => each.type === type.name && each.note !== null)
      .map(({ edge, note: text }) => `- ${titles[name]}, ${code(edge ?? list)}: ${text ?? ''}`),
  );
  return [
    ...(readCells.length === 0 ? [] : ['## Where its records are read', table(['', ...heads], readCells)]),
    '## Fields',
    table(['Field', 'Type', 'Scope', ...heads, 'Meaning'], fieldRows),
    ...(endpoints.length === 0
      ? []
      : [
          '## Endpoints',
          endpoints.map((text, index) => `${index + 1}. ${text}`).join('\n'),
          'Of a field that stands in the record: what it takes to list records with it. Of one that leads to other records: ' +
            'what is called besides.',
        ]),
    ...(notes.length === 0 ? [] : ['## Good to know', notes.join('\n')]),
  ];
}

/** Whether the description names a member of the provider's own that the field is filled with. */
function isSaidOf(provider: ProviderName, { description }: GraphQLField<unknown, unknown>): boolean {
  return told(description)
    .split(/[;.] /)
    .some(
      (clause) => new RegExp(`\\b${titles[provider]}\\b.*\`\\w`).test(clause) && !/\bnull\b/.test(clause),
    );
}

function isOfTheGateway(field: GraphQLField<unknown, unknown>): boolean {
  return ofTheGateway.has(getNamedType(field.type).name);
}

function fieldCells({ schema }: Kit, field: GraphQLField<unknown, unknown>): string[] {
  const scopes = (requiredScopesOf(schema, field) ?? []).map((together) => together.map(code).join(' and '));
  return [
    code(
      field.args.length === 0
        ? field.name
        : `${field.name}(${field.args.map(({ name }) => name).join(', ')})`,
    ),
    linkTo(getNamedType(field.type), String(field.type)),
    scopes.join(' or '),
  ];
}

function queryFields(type: GraphQLObjectType | GraphQLInterfaceType): string[] {
  return Object.values(type.getFields()).flatMap((field) => [
    `## ${field.name}`,
    linkTo(getNamedType(field.type), String(field.type)),
    told(field.description),
    ...(field.args.length === 0
      ? []
      : [
          table(
            ['Argument', 'Type', 'Default', 'Meaning'],
            field.args.map((arg) => [
              code(arg.name),
              linkTo(getNamedType(arg.type), String(arg.type)),
              arg.defaultValue === undefined ? '' : code(JSON.stringify(arg.defaultValue)),
              told(arg.description),
            ]),
          ),
        ]),
  ]);
}

/** The fields of other types that lead to a type, but for those of its own connection. */
function holdersOf(schema: GraphQLSchema, type: GraphQLNamedType): string[] {
  const holds = (field: GraphQLField<unknown, unknown>): boolean =>
    [type.name, `${type.name}Connection`].includes(getNamedType(field.type).name);
  const objects = Object.values(schema.getTypeMap()).filter((each) => isObjectType(each));
  const isInPages = objects.some(
    (each) =>
      isPaging(each.name) && Object.values(each.getFields()).some((field) => !isEdge(field) && holds(field)),
  );
  const holders = objects.flatMap((holder) =>
    !holder.name.startsWith('__') && !isPaging(holder.name)
      ? Object.values(holder.getFields())
          .filter(holds)
          .map(({ name }) => `[${code(`${holder.name}.${name}`)}](${pageOf(holder)})`)
      : [],
  );
  return [...holders, ...(isInPages ? ['every [connection](connections.md)'] : [])];
}

function connectionsPage(types: readonly GraphQLNamedType[]): string {
  const named = (end: string) =>
    types.filter(({ name }) => name.endsWith(end)).filter((type) => isObjectType(type));
  return [
    '# Connections',
    'Every list that can be long is a connection, all of the same form: a page of `nodes`, or of `edges` with their cursors, ' +
      'and what tells how it went. [Concepts](../concepts.md) says how they are read on.',
    ...['Connection', 'Edge'].flatMap((end) =>
      named(end).flatMap((type) => [
        `## ${type.name}`,
        told(type.description),
        table(
          ['Field', 'Type', 'Meaning'],
          Object.values(type.getFields()).map((field) => [
            code(field.name),
            linkTo(getNamedType(field.type), String(field.type)),
            told(field.description),
          ]),
        ),
      ]),
    ),
  ].join('\n\n');
}

function enumsPage(types: readonly GraphQLNamedType[]): string {
  return [
    '# Enums',
    ...types.filter(isEnumType).flatMap((type) => [
      `## ${type.name}`,
      told(type.description),
      table(
        ['Value', 'Meaning'],
        type.getValues().map((value) => [code(value.name), told(value.description)]),
      ),
    ]),
  ].join('\n\n');
}

function inputsPage(types: readonly GraphQLNamedType[]): string {
  return [
    '# Filters and orders',
    ...types.filter(isInputObjectType).flatMap((type) => [
      `## ${type.name}`,
      told(type.description),
      table(
        ['Member', 'Type', 'Default', 'Meaning'],
        Object.values(type.getFields()).map((field) => [
          code(field.name),
          linkTo(getNamedType(field.type), String(field.type)),
          field.defaultValue === undefined ? '' : code(JSON.stringify(field.defaultValue)),
          told(field.description),
        ]),
      ),
    ]),
  ].join('\n\n');
}

function scalarsPage(types: readonly GraphQLNamedType[]): string {
  const rows = types.filter(isScalarType).map((type) => [code(type.name), told(type.description)]);
  return ['# Scalars', table(['Scalar', 'Meaning'], rows)].join('\n\n');
}

/** A field's description with what its arguments mean; those that every connection has are told once. */
function meaningOf(field: GraphQLField<unknown, unknown>): string {
  const args = field.args
    .filter(({ name }) => name !== 'first' && name !== 'after')
    .map(({ name, description }) => `${code(name)}: ${told(description)}`);
  return [told(field.description), ...args].join(' ');
}

function linkTo(type: GraphQLNamedType, text: string = type.name): string {
  if (isSpecifiedScalarType(type)) return code(text);
  const page = pageOf(type);
  const anchor = page === `${type.name}.md` || page === 'scalars.md' ? '' : `#${type.name.toLowerCase()}`;
  return `[${code(text)}](${page}${anchor})`;
}

function told(description: string | null | undefined): string {
  return (description ?? '').replaceAll('\n', ' ');
}

function firstSentence(description: string | null | undefined): string {
  return /^.*?[.:](?= |$)/.exec(told(description))?.[0].replace(/:$/, '.') ?? told(description);
}
