import { isDeepStrictEqual } from 'node:util';
import type { Body, Running } from '../candidates/candidate.js';
import type { BenchQuery, HandedOut, Variant } from '../queries/query.js';
import type { World } from '../upstreams/world.js';

/** The requests of a query for one candidate, and whether it answers them rightly. */

export interface Request {
  readonly variant: Variant;
  readonly body: string;
}

/** What requests are made from. */
export interface RequestContext {
  readonly handedOut: HandedOut;
  readonly world: World;
}

/** How many texts a query has: its root field is called so. */
const texts = 16;

/**
 * @param handedOut what Gatehouse hands out; the others take a number in place of a cursor
 * @returns null where the candidate cannot answer the query
 */
export function requestsFor(
  { candidate }: Running,
  query: BenchQuery,
  variants: readonly Variant[],
  { handedOut, world }: RequestContext,
): readonly Request[] | null {
  const requests = variants.map((variant, index) => {
    const body = bodyOf(candidate, query, variant, index, { handedOut, world });
    return body === null ? null : { variant, body: JSON.stringify(body) };
  });
  return requests.some((request) => request === null) ? null : (requests as Request[]);
}

function bodyOf(
  { name, dialect }: Running['candidate'],
  query: BenchQuery,
  variant: Variant,
  index: number,
  { handedOut, world }: RequestContext,
): Body | null {
  const { id, ids, first, offset } = variant;
  const alias = `a${index % texts}`;
  const operationName = `${query.knownAs ?? query.name}_${alias}`;
  if (dialect !== undefined) return dialect.body(query.name, operationName, variant, world);
  const after =
    offset === undefined || offset === 0
      ? undefined
      : name === 'gatehouse'
        ? handedOut.cursor(query.list ?? '', offset)
        : String(offset);
  const variables = { id, ids, first, after };
  return { query: query.document(operationName, alias), operationName, variables };
}

/** What a candidate answered to a request. */
export interface Answered {
  readonly bytes: number;
  /** What it says, in the words of the floor. */
  readonly content: unknown;
}

/** @throws Error where it is no answer, or names errors */
export async function askOnce(
  { candidate, url }: Running,
  query: BenchQuery,
  request: Request,
  key: string,
): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: request.body,
  });
  const body = Buffer.from(await response.arrayBuffer());
  const { data, errors } = JSON.parse(body.toString()) as {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly errors?: readonly { readonly message: string }[];
  };
  if (data === undefined || errors !== undefined)
    throw new Error(`${candidate.name}, ${query.name}: ${errors?.[0]?.message ?? response.status}`);
  const answer = Object.values(data)[0];
  const content = candidate.dialect?.content(query.name, answer, request.variant) ?? answer;
  return { bytes: body.length, content };
}

/** The ids in an answer, in their order. */
export function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'id' ? [member as string] : idsIn(member),
  );
}

/** @throws Error that names the query where an answer is not what the portfolio holds */
export function checkAgainstPortfolio(
  query: BenchQuery,
  { variant }: Request,
  { content }: Answered,
  world: World,
): void {
  const expected = query.expected(variant, world);
  const found = new Set(idsIn(content));
  const missing = expected.find((id) => !found.has(id));
  if (missing !== undefined) throw new Error(`${query.name}: the answer misses ${readable(missing)}`);
  if (!isDeepStrictEqual(idsIn(content), expected))
    throw new Error(`${query.name}: the answer has another order than the portfolio`);
}

function readable(id: string): string {
  return Buffer.from(id, 'base64url').toString();
}

/** @throws Error that names the candidate where two answers differ */
export function checkEqual(name: string, query: BenchQuery, own: unknown, floor: unknown): void {
  if (!isDeepStrictEqual(own, floor))
    throw new Error(`${name} answers ${query.name} otherwise than the floor`);
}
