import { introspectionFromSchema } from 'graphql';
import { createSchema, printSdl } from '../../schema.js';
import { requireNoWords, type Command } from '../command.js';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print the GraphQL schema',
  usage: 'schema [--json]',
  help: `Prints the schema as SDL, with its descriptions and directives.

  --json               print the answer to the introspection query, as tools read it`,
  options: { json: { type: 'boolean' } },
  run(given, terminal) {
    requireNoWords(given, 'schema');
    terminal.print(
      given.has('json')
        ? `${JSON.stringify({ data: introspectionFromSchema(createSchema()) }, null, 2)}\n`
        : printSdl(),
    );
    return Promise.resolve(0);
  },
};
