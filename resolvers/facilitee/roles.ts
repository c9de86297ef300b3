import type { PersonRole, Ref } from '../../src/domain/index.js';
import type { ListName, RecordName } from './wire.js';

/**
 * The four roles that users have, each with endpoints of its own (docs/facilitee.txt, "Creates a new User entity and
 * assigns a role Owner to it"), in the order in which persons are listed. The same human in two roles is two persons.
 */
export const roles = {
  owner: { list: 'owners', record: 'owner', means: 'OWNER' },
  manager: { list: 'managers', record: 'manager', means: 'PROPERTY_MANAGER' },
  'service-provider': { list: 'serviceProviders', record: 'serviceProvider', means: 'SERVICE_PROVIDER' },
  // "Property User" says that somebody uses a unit, not that they rent it.
  'property-user': { list: 'propertyUsers', record: 'propertyUser', means: 'OCCUPANT' },
} as const satisfies Readonly<
  Record<string, { readonly list: ListName; readonly record: RecordName; readonly means: PersonRole }>
>;

/** First part of a person's key. */
export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

export function isRole(text: string | undefined): text is Role {
  return text !== undefined && Object.hasOwn(roles, text);
}

export function personRef(source: string, role: Role, id: string): Ref<'Person'> {
  return { type: 'Person', source, key: [role, id] };
}

export function personRole({ key: [role] }: Ref<'Person'>): Role | null {
  return isRole(role) ? role : null;
}
