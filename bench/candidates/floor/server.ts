import { createServer, type IncomingMessage } from 'node:http';
import { createProviders } from '../common/providers.js';
import { port, upstreams } from '../common/environment.js';
import { createMerged } from '../common/merged.js';
import { createDeep } from './deep.js';
import { createLists } from './lists.js';
import { createNodes } from './nodes.js';
import { createOne } from './one.js';

/**
 * The floor: the calls that cannot be avoided, mapped by hand, written as JSON. It reads no GraphQL; the operation's name says
 * which of the six queries is meant, and what its root field is called.
 */

/** The variables of a request. A cursor is the number of Pigello's rows before it. */
export interface Variables {
  readonly id: string;
  readonly ids: readonly string[];
  readonly first: number;
  readonly after?: string;
}

const providers = createProviders(upstreams);
const merge = createMerged(providers);

const answers: Readonly<Record<string, (variables: Variables) => Promise<unknown>>> = {
  one: createOne(providers),
  deep: createDeep(providers),
  nodes: createNodes(providers),
  merged: ({ after, first }) => merge(Number(after ?? 0), first),
  ...createLists(providers),
};

async function answer(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    readonly operationName: string;
    readonly variables: Variables;
  };
  const [name = '', alias = ''] = operationName.split('_');
  return JSON.stringify({ data: { [alias]: await answers[name]?.(variables) } });
}

createServer((message, response) => {
  answer(message).then(
    (body) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      response.writeHead(200, headers).end(body);
    },
    (error: unknown) => response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] })),
  );
}).listen(port, '127.0.0.1');
