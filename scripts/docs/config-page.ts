import { aboutVariable, serverVariables, type AboutVariable } from '../../src/config/server-variables.js';
import { authSettings } from '../../src/access/settings.js';
import type { Provider } from '../../src/domain/provider.js';
import { code, table } from './markdown.js';
import { identitySettings } from '../../src/identity/settings.js';
import {
  commonSettings,
  settingsSchema,
  titles,
  toJsonSchema,
  type JsonSchema,
} from './provider-settings.js';

/** The tables of `docs/config.md`. */

/** The server's own variables, of one group. */
export function serverTable(group: AboutVariable['group']): string {
  const rows = serverVariables
    .map((variable) => ({ variable, ...aboutVariable(variable) }))
    .filter((each) => each.group === group);
  return table(
    ['Variable', 'Default', 'Meaning'],
    rows.map((each) => [code(each.variable), toldDefault(each), each.description]),
  );
}

/** What holds where a variable is not set, for readers. */
export function toldDefault({ default: preset, unset }: AboutVariable): string {
  if (preset === undefined) return unset ?? 'none';
  return typeof preset === 'string'
    ? preset
    : `${preset.production} in production, otherwise ${preset.development}`;
}

/** What every source of a file has; defaults that differ are named by provider. */
export function commonTable(providers: readonly Provider[]): string {
  const names = commonSettings();
  const rowsOf = providers.map((provider) => ({ provider, rows: settingRows(provider, names) }));
  const [first] = rowsOf;
  if (first === undefined) return '';
  return table(
    ['Setting', 'Form', 'Default', 'Meaning'],
    first.rows.map(({ path, form, description }) => {
      const defaults = new Map<string, string[]>();
      for (const { provider, rows } of rowsOf) {
        const value = rows.find((row) => row.path === path)?.default ?? '';
        defaults.set(value, [...(defaults.get(value) ?? []), titles[provider.name]]);
      }
      const told =
        defaults.size === 1
          ? [...defaults.keys()].join()
          : [...defaults].map(([value, where]) => `${value} (${where.join(', ')})`).join(', ');
      return path === 'provider'
        ? [code(path), 'text', told === 'required' ? told : 'required', description]
        : [code(path), form, told, description];
    }),
  );
}

/** How records are found to be the same. */
export function identityTable(): string {
  const schema = toJsonSchema(identitySettings);
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    rowsOf(name, inner, schema),
  );
  return table(
    ['Setting', 'Form', 'Default', 'Meaning'],
    rows.map((row) => [code(row.path), row.form, row.default, row.description]),
  );
}

/** Who may ask. */
export function authTable(): string {
  const schema = toJsonSchema(authSettings);
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    rowsOf(name, inner, schema),
  );
  return table(
    ['Setting', 'Form', 'Default', 'Meaning'],
    rows.map((row) => [code(row.path), row.form, row.default, row.description]),
  );
}

/** A provider's own variables and settings. */
export function providerSection(provider: Provider): string {
  const common = commonSettings();
  const own = Object.keys(settingsSchema(provider).properties ?? {}).filter((name) => !common.includes(name));
  return [
    `### ${titles[provider.name]}`,
    `Variables, which make one source with the id ${code(provider.name.toLowerCase())}:`,
    table(
      ['Variable', 'Setting', 'Required', 'Meaning'],
      provider.environment.map((each) => [
        code(each.variable),
        code(each.setting),
        each.required ? 'yes' : 'no',
        each.description,
      ]),
    ),
    'Settings in a file, beside those of every source:',
    table(
      ['Setting', 'Form', 'Default', 'Meaning'],
      settingRows(provider, own).map((row) => [code(row.path), row.form, row.default, row.description]),
    ),
  ].join('\n\n');
}

interface SettingRow {
  readonly path: string;
  readonly form: string;
  readonly default: string;
  readonly description: string;
}

function settingRows(provider: Provider, names: readonly string[]): SettingRow[] {
  const schema = settingsSchema(provider);
  return names.flatMap((name) => rowsOf(name, schema.properties?.[name], schema));
}

function rowsOf(path: string, schema: JsonSchema | undefined, parent: JsonSchema): SettingRow[] {
  if (schema === undefined) return [];
  const { properties } = schema;
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([name, inner]) => rowsOf(`${path}.${name}`, inner, schema));
  }
  if (schema.items?.properties !== undefined) return rowsOf(`${path}[]`, schema.items, schema);
  const name = path.split('.').at(-1) ?? path;
  const isRequired = parent.required?.includes(name) === true;
  return [
    {
      path,
      form: formOf(schema),
      default: isRequired
        ? 'required'
        : schema.default === undefined
          ? 'none'
          : code(typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default)),
      description: schema.description ?? '',
    },
  ];
}

function formOf(schema: JsonSchema): string {
  if (schema.secret === true) return 'secret';
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(formOf))].join(' or ');
  if (schema.type === 'array')
    return `list of ${schema.items === undefined ? 'values' : formOf(schema.items)}`;
  if (schema.type === 'object') {
    const names = schema.propertyNames?.enum;
    const values =
      typeof schema.additionalProperties === 'object' ? formOf(schema.additionalProperties) : 'values';
    return names === undefined
      ? `object of ${values}`
      : `object of ${values}, by ${names.map((name) => code(String(name))).join(', ')}`;
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum, maximum } = schema;
    const kind = schema.type === 'integer' ? 'whole number' : 'number';
    if (minimum !== undefined && maximum !== undefined) return `${kind}, ${minimum} to ${maximum}`;
    return minimum === undefined ? kind : `${kind}, ${minimum} or more`;
  }
  if (schema.type === 'boolean') return '`true` or `false`';
  return schema.format === 'uri' ? 'URL' : 'text';
}
