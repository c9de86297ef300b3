import type { Tenancy } from './model.js';
import type { PersonDraft } from './people.js';

/**
 * Spoils a few persons the way long-lived records are spoilt: no name, an address that is no e-mail address, wiped
 * data, an archived contact. Names are gone for every provider; which ones is decided by position, not by chance.
 */
export function spoilPersons(persons: readonly PersonDraft[], tenancies: readonly Tenancy[]): void {
  const present = new Set(
    tenancies.flatMap((tenancy) => (tenancy.state === 'ended' ? [] : tenancy.personKeys)),
  );
  const onlyTenant = (person: PersonDraft): boolean =>
    person.roles.every((role) => role === 'tenant') && person.kind === 'person';
  const tenants = persons.filter(onlyTenant);

  for (const system of ['pigello', 'facilitee', 'casavi'] as const) {
    const alone = tenants.filter((person) => person.systems.length <= 2 && person.systems.includes(system));
    nth(alone, 5, (person) =>
      Object.assign(person, { firstName: null, lastName: null, title: null, salutation: null }),
    );
    nth(alone, 11, (person) => Object.assign(person, { firstName: null }));
    // Facilitee's own document prints "owner.facilitee.com" as a sample e-mail address.
    nth(alone, 17, (person) => Object.assign(person, { email: 'tenant.mail.example', oddity: 'empty-text' }));
    nth(alone, 23, (person) =>
      Object.assign(person, { email: null, phone: null, mobile: null, oddity: 'null-members' }),
    );
  }

  const gone = tenants.filter((person) => !present.has(person.key));
  const onlyIn = (system: string): PersonDraft[] =>
    gone.filter((person) => person.systems.every((candidate) => candidate === system));
  const wiped = {
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    mobile: null,
    birthDate: null,
    nationalId: null,
  };
  for (const person of onlyIn('pigello').slice(0, 2))
    Object.assign(person, wiped, { anonymized: true, note: null });
  for (const person of onlyIn('casavi').slice(0, 4)) Object.assign(person, { archived: true });
}

function nth(persons: readonly PersonDraft[], index: number, change: (person: PersonDraft) => void): void {
  const person = persons[index];
  if (person !== undefined) change(person);
}
