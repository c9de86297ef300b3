import { aboutVariable, presetOf, serverVariables } from '../../src/config/server-variables.js';
import type { Provider } from '../../src/domain/provider.js';
import { toldDefault } from './config-page.js';
import { exampleSettings, settingsSchema, titles, type JsonSchema } from './provider-settings.js';

/** A configuration file that sets everything: a source of each provider, secrets by variable, all else as by default. */
export function exampleConfig(providers: readonly Provider[]): string {
  const sources = providers.map((provider) => {
    // Not the provider's own variables: these would make another source.
    const variables = new Map(provider.environment.map((each) => [each.setting, `NORTH_${each.variable}`]));
    const settings = exampleSettings(provider);
    return fill(settingsSchema(provider), { ...settings, id: `${settings.id}-north` }, '', variables);
  });
  return JSON.stringify({ $schema: './gatehouse.schema.json', sources }, null, 2);
}

function fill(
  schema: JsonSchema,
  value: unknown,
  path: string,
  variables: ReadonlyMap<string, string>,
): unknown {
  if (schema.secret === true) return { env: variables.get(path) ?? 'NAME_OF_A_VARIABLE' };
  if (schema.properties === undefined) return value;
  const members = Object.entries(schema.properties).map(([name, property]) => [
    name,
    fill(
      property,
      (value as Readonly<Record<string, unknown>> | undefined)?.[name],
      path === '' ? name : `${path}.${name}`,
      variables,
    ),
  ]);
  return Object.fromEntries(members) as unknown;
}

/** `.env.example`: every variable, all of them off, and the form of a configuration file. */
export function exampleEnvironment(providers: readonly Provider[]): string {
  const lines = [
    '# Written by `npm run generate`, change the code instead. docs/config.md explains it all.',
    '#',
    '# Copy it to .env, and take the # away from what you set. With no source configured, the gateway serves the',
    '# sandbox: four made-up providers.',
    '',
    '# ---- The server ----',
    ...serverVariables.flatMap((variable) => {
      const about = aboutVariable(variable);
      return [
        '',
        ...comment(`${about.description.replaceAll('`', '')} Default: ${toldDefault(about)}.`),
        `#${variable}=${about.example ?? presetOf(variable, true) ?? ''}`,
      ];
    }),
  ];
  for (const provider of providers) {
    lines.push('', `# ---- A source at ${titles[provider.name]} ----`);
    for (const each of provider.environment) {
      const description = each.description.replaceAll('`', '');
      lines.push('', ...comment(each.required ? description : `Optional. ${description}`));
      lines.push(`#${each.variable}=${each.example}`);
    }
  }
  lines.push(
    '',
    '# ---- The file that GATEHOUSE_CONFIG names ----',
    '#',
    '# For more than one source a provider, and for all other settings. A secret is a text, or {"env": "NAME"} to take it',
    '# from a variable. Only id, provider, credentials and what has no default must be set; this example sets everything.',
    '#',
    ...exampleConfig(providers)
      .split('\n')
      .map((line) => `# ${line}`),
  );
  return `${lines.join('\n')}\n`;
}

/** Lines of a comment, broken between words. */
function comment(text: string): string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > 118) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
