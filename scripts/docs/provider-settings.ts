import { z } from 'zod';
import { sourceSettings } from '../../src/config/settings.js';
import type { Provider, ProviderName, SourceSettings } from '../../src/domain/provider.js';

/** What the generated pages tell of a provider, read off its `config.ts`. */

/** How the vendors write their names. */
export const titles: Readonly<Record<ProviderName, string>> = {
  PIGELLO: 'Pigello',
  FACILITEE: 'Facilitee',
  HOMEQ: 'HomeQ',
  CASAVI: 'casavi',
};

/** The members of a JSON Schema that zod writes for settings. */
export interface JsonSchema {
  type?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  minLength?: number;
  secret?: boolean;
  $ref?: string;
}

/** The settings as JSON Schema, as an operator writes them: before defaults and transformations. */
export function settingsSchema(provider: Provider): JsonSchema {
  const schema = toJsonSchema(provider.settings);
  const defaults: Readonly<Record<string, unknown>> = { ...exampleSettings(provider) };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    // zod leaves out the default of a value that is transformed, such as a URL.
    const isOptional = schema.required?.includes(name) !== true;
    if (isOptional && property.properties === undefined && defaults[name] !== undefined)
      property.default ??= defaults[name];
  }
  return schema;
}

/** Names of the settings that every source has, whichever its provider. */
export function commonSettings(): readonly string[] {
  return Object.keys(
    toJsonSchema(sourceSettings('any', { currency: 'EUR', timeZone: 'UTC' })).properties ?? {},
  );
}

export function toJsonSchema(schema: z.ZodType): JsonSchema {
  const converted = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // Both are of zod's own making and tell an editor nothing.
      if (jsonSchema.format === 'starts_with') delete jsonSchema.format;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  delete converted.$schema;
  return converted as JsonSchema;
}

/** The settings of a source that sets nothing but what must be set, with made-up credentials: all its defaults. */
export function exampleSettings(provider: Provider): SourceSettings {
  const name = provider.name.toLowerCase();
  const raw: Record<string, unknown> = { id: name, provider: name };
  for (const { required, setting, example } of provider.environment) {
    if (required) assign(raw, setting.split('.'), example);
  }
  return provider.settings.parse(raw);
}

function assign(target: Record<string, unknown>, [head, ...rest]: readonly string[], value: unknown): void {
  if (head === undefined) return;
  if (rest.length === 0) target[head] = value;
  else assign((target[head] ??= {}) as Record<string, unknown>, rest, value);
}
