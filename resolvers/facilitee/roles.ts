import type { Maybe, Person, PersonRole, Ref } from '../../src/domain/index.js';
import type { Pair } from './ways.js';

/**
 * The four roles that users have, each with endpoints of its own (docs/facilitee.txt, "Creates a new User entity and
 * assigns a role Owner to it"), in the order in which persons are listed. The same human in two roles is two persons.
 * `inRows` and `inSingles` are what only one of the two answers tells.
 */
export const roles = {
  owner: {
    list: 'owners',
    record: 'owner',
    means: 'OWNER',
    inRows: ['unitCount'],
    inSingles: ['invoiceDetails'],
  },
  manager: {
    list: 'managers',
    record: 'manager',
    means: 'PROPERTY_MANAGER',
    inRows: ['unitCount', 'staffRole'],
    inSingles: ['address'],
  },
  'service-provider': {
    list: 'serviceProviders',
    record: 'serviceProvider',
    means: 'SERVICE_PROVIDER',
    inRows: ['activeIssueCount'],
    inSingles: ['documents'],
  },
  // "Property User" says that somebody uses a unit, not that they rent it.
  'property-user': {
    list: 'propertyUsers',
    record: 'propertyUser',
    means: 'OCCUPANT',
    inRows: [],
    inSingles: [],
  },
} as const satisfies Readonly<
  Record<string, Pair & { means: PersonRole; inRows: Members; inSingles: Members }>
>;

type Members = readonly (keyof Person)[];

/** First part of a person's key. */
export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

/** The roles that a filter leaves. */
export function chosenRoles(wanted: readonly PersonRole[] | undefined): readonly Role[] {
  return roleNames.filter(
    (role) => wanted === undefined || wanted.some((each) => each === roles[role].means),
  );
}

export function isRole(text: string | undefined): text is Role {
  return text !== undefined && Object.hasOwn(roles, text);
}

export function personRef(source: string, role: Role, id: string): Ref<'Person'> {
  return { type: 'Person', source, key: [role, id] };
}

/**
 * A user of whom an answer tells an id and a name, and not the role: to be looked for. No client can write such a key,
 * since an id with an empty part is none; and the record that is found carries its own.
 */
export function lookUpRef(source: string, id: string, name: string): Ref<'Person'> {
  return { type: 'Person', source, key: ['', id, name] };
}

/** `null` where the key does not say. */
export function personRole({ key: [role] }: Ref<'Person'>): Role | null {
  return isRole(role) ? role : null;
}

/** The number of a user in its role. */
export function userId({ key }: Ref<'Person'>): string {
  return key[1] ?? '';
}

/** Id and name, which no id of another role's user shares. */
export function userNamed(id: string | null, name: Maybe<string>): string | null {
  return id === null || name === null || name === undefined ? null : `${id} ${name}`;
}
