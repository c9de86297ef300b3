import { authSettings } from '../../src/access/settings.js';
import type { Provider } from '../../src/domain/provider.js';
import { identitySettings } from '../../src/identity/settings.js';
import { settingsSchema, titles, toJsonSchema, type JsonSchema } from './provider-settings.js';

/** The JSON Schema of the file that GATEHOUSE_CONFIG names, by which editors complete and check it. */
export function configSchema(providers: readonly Provider[]): string {
  const definitions = Object.fromEntries(
    providers.map((provider) => [
      provider.name.toLowerCase(),
      { title: `A source at ${titles[provider.name]}`, ...withSecrets(settingsSchema(provider)) },
    ]),
  );
  return JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by `npm run generate` from resolvers/*/config.ts; change it there.',
    title: 'Configuration of Gatehouse',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors. The gateway ignores it.' },
      sources: {
        type: 'array',
        description: 'The accounts to read from, in the order in which lists ask them.',
        items: { oneOf: Object.keys(definitions).map((name) => ({ $ref: `#/definitions/${name}` })) },
      },
      identity: toJsonSchema(identitySettings),
      auth: { description: 'Who may ask, and what each caller may see.', ...toJsonSchema(authSettings) },
    },
    additionalProperties: false,
    definitions: {
      ...definitions,
      environmentVariable: {
        type: 'object',
        description: 'The name of an environment variable that holds the value.',
        properties: { env: { type: 'string', minLength: 1 } },
        required: ['env'],
        additionalProperties: false,
      },
    },
  });
}

/** A secret may stand in the file, or only the name of the variable that holds it. */
function withSecrets(schema: JsonSchema): JsonSchema {
  const { secret, description, properties, ...rest } = schema;
  if (secret === true) {
    const alternatives: JsonSchema = { anyOf: [rest, { $ref: '#/definitions/environmentVariable' }] };
    return description === undefined ? alternatives : { description, ...alternatives };
  }
  return {
    ...(description === undefined ? {} : { description }),
    ...rest,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [name, withSecrets(property)]),
          ),
        }),
  };
}
