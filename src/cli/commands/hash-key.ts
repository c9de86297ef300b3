import { text } from 'node:stream/consumers';
import { canBeApiKey, createApiKey, hashApiKey, shortestApiKey } from '../../access/api-keys.js';
import { requireNoWords, UsageError, type Command } from '../command.js';

export const hashKeyCommand: Command = {
  name: 'hash-key',
  summary: 'make an API key for a caller, and the digest that stands in the configuration',
  usage: 'hash-key [--stdin]',
  help: `Makes an API key and prints it, once, with its digest. The caller gets the key; the digest goes into the configuration:

  "auth": { "apiKeys": [{ "id": "frontend", "hash": "sha256:...", "sources": "*", "scopes": ["pii:contact"] }] }

  --stdin              read a key from standard input, and print its digest alone; it needs at least ${shortestApiKey} random
                       characters: letters, digits and _ - ~ + / =`,
  options: { stdin: { type: 'boolean' } },
  async run(given, terminal) {
    requireNoWords(given, 'hash-key');
    if (given.has('stdin')) {
      const key = (await text(terminal.input)).trim();
      if (!canBeApiKey(key)) {
        throw new UsageError(
          `--stdin: a key needs at least ${shortestApiKey} random characters: letters, digits and _ - ~ + / =. Without --stdin one is made.`,
        );
      }
      terminal.print(`${hashApiKey(key)}\n`);
      return 0;
    }
    const key = createApiKey();
    terminal.print(`key   ${key}\nhash  ${hashApiKey(key)}\n`);
    return 0;
  },
};
