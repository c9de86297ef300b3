import type { NodeType, Ref } from '../../src/domain/index.js';

/**
 * Keys of HomeQ's records. Estates and apartments have one of their own. An agreement cannot be read by id, so its key
 * holds the apartment that finds it; a file has no id at all and is named by its kind and its agreement; persons are
 * employees, or tenants by the profile that signed.
 */

export type PersonRoleKey = 'employee' | 'tenant';
export type DocumentKindKey = 'digital-contract' | 'profile-card';

const documentKinds: readonly string[] = ['digital-contract', 'profile-card'] satisfies DocumentKindKey[];
const personRoles: readonly string[] = ['employee', 'tenant'] satisfies PersonRoleKey[];

/** Whether a key is of the form that HomeQ's records of this type have. */
export function acceptsKey(type: NodeType, key: readonly string[]): boolean {
  const [first = '', ...rest] = key;
  switch (type) {
    case 'Building':
    case 'Unit':
      return key.length === 1 && isId(first);
    case 'Person':
      return key.length === 2 && personRoles.includes(first) && rest.every(isId);
    case 'Lease':
      return key.length === 2 && key.every(isId);
    case 'Document':
      return key.length === 3 && documentKinds.includes(first) && rest.every(isId);
    default:
      return false;
  }
}

function isId(part: string): boolean {
  return /^[1-9]\d{0,14}$/.test(part);
}

/** HomeQ's own id of an estate, an apartment or a person: it stands last. */
export function idOf(ref: Ref<'Building' | 'Unit' | 'Person'>): string {
  return ref.key.at(-1) ?? '';
}

export function isTenant({ key }: Ref<'Person'>): boolean {
  return key[0] === ('tenant' satisfies PersonRoleKey);
}

/** The apartment in the key of a lease or of a document. */
export function apartmentOf({ type, key }: Ref<'Lease' | 'Document'>): string {
  // [agreement, apartment], [kind, apartment, agreement]
  return (type === 'Lease' ? key.at(-1) : key[1]) ?? '';
}

/** What a key leads to: a lease's holds its apartment. */
export function linksOf(ref: Ref<NodeType>): Readonly<Record<string, Ref<NodeType>>> {
  if (ref.type !== 'Lease') return {};
  return { unit: { type: 'Unit', source: ref.source, key: [apartmentOf(ref as Ref<'Lease'>)] } };
}

/** The refs of a filter that name records of this source. What is not of its keys' form is no record of it, and is never sent. */
export function ownRefs<T extends NodeType>(refs: readonly Ref<T>[], source: string): readonly Ref<T>[] {
  return refs.filter((ref) => ref.source === source && acceptsKey(ref.type, ref.key));
}
