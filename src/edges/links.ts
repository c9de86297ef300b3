import { refKey } from '../domain/global-id.js';
import { isRef, type Link, type Maybe, type NodeRecord, type Ref } from '../domain/index.js';
import type { Fields, RecordLoaderName } from '../domain/provider.js';
import { byId } from '../loaders/by-id.js';
import type { AnyEdge } from './declaration.js';

/** Edges that follow links of a record, as opposed to lists that hang on it. */
export type LinkEdge = Extract<AnyEdge, { one: string } | { each: string } | { node: unknown }>;
export type OneEdge = Extract<AnyEdge, { one: string }>;
/** Whether an edge follows links of a record. */
export function isLinkEdge(edge: AnyEdge): edge is LinkEdge {
  return 'one' in edge || 'each' in edge || 'node' in edge;
}

export type PageEdge = Extract<AnyEdge, { page: string }>;

/** The links of an edge, as a list; `undefined` where the record did not say. A provider may name the same record twice. */
export function linksOf(edge: LinkEdge, record: object): Maybe<readonly Link[]> {
  if (!('each' in edge)) {
    const link = edge.key(record);
    return link === undefined || link === null ? link : [link];
  }
  const links = edge.keys(record);
  if (links === undefined || links === null || links.length < 2) return links;
  return [...new Map(links.map((link) => [idOfLink(link), link])).values()];
}

function idOfLink(link: Link): string {
  return refKey(isRef(link) ? link : (link as NodeRecord).ref);
}

/** Whether a ref names one record; a key with an empty part only says where to look for it. */
export function isExact({ key }: Ref): boolean {
  return key.every((part) => part !== '');
}

/** Whether a link's ref says all that is wanted of its record. That a provider names a record is proof that there is one. */
export function suffices(ref: Ref, wanted: Fields): boolean {
  return ref.type !== 'Address' && isExact(ref) && [...wanted].every((name) => inRef.has(name));
}

const inRef: Fields = new Set(['id', '__typename']);

/** The loader that an edge's links are read by. */
export function loaderOf(edge: LinkEdge, link: Ref): RecordLoaderName {
  return 'loader' in edge ? edge.loader : byId(link);
}
