import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { TestGateway } from '../support/gateway.js';

/** The first link that documents of a filter have. */
export async function linkOf(gateway: TestGateway, filter: string): Promise<string> {
  const { data } = await gateway.query<{ documents: { nodes: readonly { url: string | null }[] } }>(
    `{ documents(first: 100, filter: ${filter}) { nodes { url } } }`,
  );
  const url = data.documents.nodes.find((node) => node.url !== null)?.url;
  if (url === undefined || url === null) throw new Error(`No document of ${filter} has a link.`);
  return url;
}

/** Contracts that were signed outside Pigello, as its store holds them. */
export const scan = '{ providers: [PIGELLO], kind: [LEASE_CONTRACT] }';
/** Contracts that were signed in Pigello. */
export const bundle = '{ providers: [PIGELLO], kind: [SIGNED_CONTRACT_BUNDLE] }';

const scanList = '/contracts/signedcontractdocument/list/{contentType}/';

/** From now on Pigello says that all scans lie at an address. */
export function moveScans({ sandbox }: Pick<TestGateway, 'sandbox'>, to: string): void {
  sandbox.pigello.fail(scanList, {
    change: (body) => {
      const { data, ...others } = body as { data: readonly { document_file: object | null }[] };
      const file = { name: 'Kontrakt.pdf', get: to };
      return { ...others, data: data.map((row) => ({ ...row, document_file: row.document_file && file })) };
    },
  });
}

/** Code and message of an answer that is an error. */
export async function faultOf(
  answer: Response,
): Promise<{ status: number; code: string; reason?: string; message: string }> {
  const { errors } = (await answer.json()) as {
    errors: readonly [{ message: string; extensions: { code: string; reason?: string } }];
  };
  const [{ message, extensions }] = errors;
  const { code, reason } = extensions;
  return { status: answer.status, code, message, ...(reason === undefined ? {} : { reason }) };
}

/** A server of files beside the provider, and what it was asked. */
export interface Store {
  readonly host: string;
  readonly url: string;
  readonly asked: readonly IncomingMessage[];
  close(): Promise<void>;
}

export async function startStore(answer: RequestListener): Promise<Store> {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
