import type { Person, Portfolio, Tenancy } from '../../../src/sandbox/portfolio.js';
import type { Offices } from './offices.js';

/** The landlord's number at HomeQ. */
export const COMPANY_ID = 3;

/** An employee's number. */
export function employeeId(person: Person): number {
  return 200 + person.ordinal;
}

/** A seeker's number: HomeQ's own, the same for every landlord. */
export function profileId(person: Person): number {
  return 90_000 + person.ordinal;
}

/** Default access roles are observer, employee, manager and admin; a company may add its own. */
function rightProfile(person: Person): { readonly id: number; readonly name: string } {
  if (person.employment?.apiUser === true) return { id: 9, name: 'Integration' };
  if (person.employment?.rights === 'Administrator') return { id: 4, name: 'admin' };
  return person.employment?.rights === 'Editor' ? { id: 2, name: 'employee' } : { id: 1, name: 'observer' };
}

/** A row of the employees' list. */
export function employeeRow(person: Person, offices: Offices) {
  return {
    api_user: person.employment?.apiUser ?? false,
    date_joined: person.employment?.joinedOn ?? null,
    email: person.email,
    first_name: person.firstName,
    id: employeeId(person),
    joined: person.account === 'active',
    last_name: person.lastName,
    name: nameOf(person),
    right_profile_name: rightProfile(person).name,
    root_office_name: offices.ofEmployee(person).root.name,
    username: person.employment?.username ?? null,
  };
}

/** An employee alone. Other members than in the list: no `name`, no `date_joined`, no `username`. */
export function employeeDetail(person: Person, offices: Offices) {
  const { root, selected } = offices.ofEmployee(person);
  return {
    api_user: person.employment?.apiUser ?? false,
    email: person.email,
    first_name: person.firstName,
    id: employeeId(person),
    joined: person.account === 'active',
    last_name: person.lastName,
    personal_number: person.nationalId,
    phone_number: person.mobile ?? person.phone,
    right_profile: rightProfile(person),
    root_office: root,
    selected_office: selected,
  };
}

/** What a login says of the account beside its token. */
export function accountOf(person: Person, portfolio: Portfolio, offices: Offices) {
  const { root, selected } = offices.ofEmployee(person);
  return {
    company: {
      beta_program: false,
      enabled_features: ['analytics_tool'],
      id: COMPANY_ID,
      name: portfolio.company.name,
    },
    employee: {
      email: person.email,
      first_name: person.firstName,
      id: employeeId(person),
      intercom_hash: null,
      last_name: person.lastName,
      personal_number: person.nationalId,
      phone: person.mobile ?? person.phone,
      root_office: root.id,
      selected_office: selected.id,
      username: person.employment?.username ?? null,
    },
    right_profile: { ...rightProfile(person), rights: ['entity.employees', 'entity.organization'] },
  };
}

/** The one person that an agreement names, of perhaps two who moved in: the main contact. */
export function mainTenant(tenancy: Tenancy, personOf: ReadonlyMap<string, Person>): Person | null {
  return personOf.get(tenancy.personKeys[0] ?? '') ?? null;
}

/** First and last name in one text, as far as there are any. */
export function nameOf(person: Person): string {
  return [person.firstName, person.lastName].filter((part) => part !== null).join(' ');
}
