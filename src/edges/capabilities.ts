import type { LoaderSupport, ListLoaderName, Port, Source } from '../domain/provider.js';
import type { NodeType } from '../domain/index.js';
import type { AnyEdge, TypeDeclaration } from './declaration.js';
import { isLinkEdge } from './links.js';

/**
 * The table of capabilities that clients can query: the declared edges say which there are, the provider's port says
 * which of their loaders it implements. There is no second table to keep in step.
 */
export interface Capability {
  readonly type: string;
  /** `null`: the type's root list. */
  readonly edge: string | null;
  readonly support: LoaderSupport | 'UNSUPPORTED';
  readonly note: string | null;
}

const lists: Readonly<Partial<Record<NodeType, ListLoaderName>>> = {
  Building: 'buildings',
  Unit: 'units',
  Person: 'persons',
  Lease: 'leases',
  Issue: 'issues',
  Document: 'documents',
};

export function capabilitiesOf(
  source: Pick<Source, 'port'>,
  declarations: readonly TypeDeclaration[],
): Capability[] {
  // What is joined over sources is the gateway's own, whatever a provider can do.
  const own = declarations.filter(({ type, joins }) => joins === undefined && type !== 'EntityLink');
  return own.flatMap(({ type, edges: declared }) => {
    const list = lists[type as NodeType];
    const root = list === undefined ? [] : [capability(type, null, source.port[list])];
    const edges = Object.entries(declared).flatMap(([field, edge]) => {
      const support = supportOf(source.port, type, field, edge);
      return support === null ? [] : [capability(type, field, support)];
    });
    return [...root, ...edges];
  });
}

type Support = { readonly support: LoaderSupport; readonly note?: string } | undefined;

/** `null`: the field leads to no node. */
function supportOf(port: Port, type: string, field: string, edge: AnyEdge): Support | null {
  if ('page' in edge) return port[edge.loader];
  if (!isLinkEdge(edge) || ('one' in edge && edge.one === 'Address')) return null;
  // A link is served where the provider's records hold it.
  const links = port.links as Readonly<Record<string, readonly string[] | undefined>>;
  const linked = links[type]?.includes(field) === true;
  return linked ? { support: 'NATIVE' } : undefined;
}

function capability(type: string, edge: string | null, support: Support): Capability {
  return {
    type,
    edge,
    support: support?.support ?? 'UNSUPPORTED',
    note: support?.note ?? null,
  };
}
