import { dateBetween } from './calendar.js';
import type { Country, Office, SystemName, Trade } from './model.js';
import type { People, PersonDraft } from './people.js';
import { createRandom } from './random.js';
import { COMPLAINTS } from './texts.js';

/** The landlord. */
export const COMPANY = {
  name: 'Nordhem Bostad AB',
  organisationNumber: '559000-4987',
  domain: 'nordhem.example',
};

/** The landlord's offices: a root and four below it. */
export const OFFICES: readonly Office[] = [
  office(1, 'Nordhem', 'Stockholm', 'SE', null),
  office(2, 'Region Mitt', 'Stockholm', 'SE', 'office-1'),
  office(3, 'Region Syd och Väst', 'Göteborg', 'SE', 'office-1'),
  office(4, 'Nederland', 'Amsterdam', 'NL', 'office-1'),
  office(5, 'Deutschland', 'München', 'DE', 'office-1'),
];

/** Everybody who is there before the first tenant moves in. */
export interface Organisation {
  readonly managers: readonly PersonDraft[];
  /** Service providers; the first 14 are known in casavi, too. */
  readonly providers: readonly PersonDraft[];
  /** The landlord itself as an owner: of everything Swedish. */
  readonly landlord: PersonDraft;
  /** Series by series: each has owners of its own. */
  readonly owners: readonly Readonly<Record<Country, readonly PersonDraft[]>>[];
}

/** How many service providers casavi knows as contacts: buildings take their caretakers from these. */
export const SHARED_PROVIDERS = 14;

/** Hires staff, finds service providers and sells units to owners, as many as so many series of buildings need. */
export function createOrganisation(seed: number, people: People, series: number): Organisation {
  const random = createRandom(seed, 'organisation');

  const employ = (country: Country, title: string, systems: readonly SystemName[]): PersonDraft => {
    const person = people.add({ country, role: 'staff', systems, domain: COMPANY.domain });
    const offices = OFFICES.filter((candidate) => candidate.country === country);
    person.employment = {
      username: person.email ?? person.reference,
      officeKey: random.pick(offices).key,
      title,
      rights: random.pick(['Administrator', 'Editor', 'Editor', 'Reader']),
      joinedOn: dateBetween(random, '2014-01-01', '2025-06-30'),
      apiUser: false,
    };
    return person;
  };

  // HomeQ lists 15 employees; casavi has 27 of the staff (7 of those 15, 8 of its own, 12 managers): two pages of 25.
  const letting: Country[] = [...Array<Country>(12).fill('SE'), 'NL', 'DE', 'DE'];
  letting.forEach((country, index) => {
    employ(country, 'Letting agent', index >= 8 ? ['homeq', 'casavi'] : ['homeq']);
  });
  const apiUser = people.list[0];
  if (apiUser?.employment) {
    Object.assign(apiUser, { firstName: 'Integration', lastName: null, birthDate: null, nationalId: null });
    apiUser.email = `api@${COMPANY.domain}`;
    apiUser.employment = {
      ...apiUser.employment,
      username: apiUser.email,
      title: 'Integration',
      apiUser: true,
    };
  }
  for (const country of ['SE', 'DE', 'DE', 'DE', 'DE', 'NL', 'DE', 'SE'] as const) {
    employ(country, random.pick(['Caretaker', 'Administrator', 'Accountant']), ['casavi']);
  }

  const managers = (['SE', 'SE', 'SE', 'NL', 'NL', 'NL', 'NL', 'NL', 'DE', 'DE', 'DE', 'DE'] as const).map(
    (country) => {
      const manager = employ(country, 'Property manager', ['facilitee', 'casavi']);
      manager.roles.push('manager');
      manager.rating = random.chance(70)
        ? { average: random.int(25, 50) / 10, count: random.int(1, 80) }
        : null;
      return manager;
    },
  );

  const trades = Object.keys(COMPLAINTS) as Trade[];
  const providers = Array.from({ length: 24 }, (_, index) => {
    const country = (['NL', 'DE', 'NL', 'DE', 'SE'] as const)[index % 5] ?? 'NL';
    const systems: SystemName[] = index < SHARED_PROVIDERS ? ['facilitee', 'casavi'] : ['facilitee'];
    const provider = people.add({ country, role: 'service-provider', company: random.chance(80), systems });
    provider.trades = random.sample(trades, random.int(1, 3));
    provider.rating = random.chance(70)
      ? { average: random.int(20, 50) / 10, count: random.int(1, 120) }
      : null;
    return provider;
  });

  const own = (country: Country, company: boolean): PersonDraft => {
    const owner = people.add({
      country,
      role: 'owner',
      company,
      systems: country === 'NL' ? ['facilitee'] : [],
    });
    owner.owner = {
      authorizedAmount: random.int(4, 40) * 50 + (random.chance(30) ? 0.5 : 0),
      invoiceEmail: random.chance(50) ? `invoice.${owner.reference.toLowerCase()}@mail.example` : null,
      companies: [],
    };
    return owner;
  };
  const landlord = own('SE', true);
  Object.assign(landlord, {
    companyName: COMPANY.name,
    email: `info@${COMPANY.domain}`,
    firstName: null,
    lastName: null,
  });
  const owners = Array.from({ length: series }, () => ({
    SE: [landlord],
    NL: Array.from({ length: 24 }, () => own('NL', random.chance(35))),
    DE: Array.from({ length: 32 }, () => own('DE', random.chance(15))),
  }));
  let companyCount = 0;
  for (const owner of [landlord, ...owners.flatMap(({ NL, DE }) => [...NL, ...DE])]) {
    if (owner.owner === null || !random.chance(40)) continue;
    const companies = Array.from({ length: random.int(1, 2) }, () => ({
      ordinal: ++companyCount,
      name: `${owner.lastName ?? owner.companyName ?? 'Vastgoed'} Beheer ${companyCount} B.V.`,
      invoiceEmail: `invoice${companyCount}@mail.example`,
      maxMandateAmount: random.int(5, 40) * 100,
      attentionTo: random.pick(['Accounts', 'Sales team', 'Administration']),
    }));
    owner.owner = { ...owner.owner, companies };
  }
  return { managers, providers, landlord, owners };
}

function office(
  ordinal: number,
  name: string,
  city: string,
  country: Country,
  parentKey: string | null,
): Office {
  return { key: `office-${ordinal}`, ordinal, name, city, country, parentKey };
}
