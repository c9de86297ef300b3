import { dateBetween, momentOn } from './calendar.js';
import type { Country, Person, PersonRole, PostalAddress, SystemName } from './model.js';
import { NAMES } from './names.js';
import { createRandom, type Random } from './random.js';

/** A person while the portfolio is being drawn up. */
export type PersonDraft = { -readonly [Member in keyof Person]: Person[Member] } & {
  roles: PersonRole[];
  systems: SystemName[];
};

/** What is said of a new person; the rest is made up. */
export interface PersonWish {
  readonly country: Country;
  readonly role: PersonRole;
  readonly company?: boolean;
  readonly systems?: readonly SystemName[];
  readonly address?: PostalAddress;
  /** The landlord's mail domain, for its own staff. */
  readonly domain?: string;
}

/** Makes people up, one after another, no two alike in reference, e-mail address or national identity number. */
export interface People {
  readonly list: readonly PersonDraft[];
  add(wish: PersonWish): PersonDraft;
  get(key: string): PersonDraft;
}

/** Opens the registry of a seed. */
export function createPeople(seed: number): People {
  const random = createRandom(seed, 'people');
  const list: PersonDraft[] = [];
  const byKey = new Map<string, PersonDraft>();
  const taken: Taken = { emails: new Map(), nationalIds: new Set() };
  let staffCount = 0;

  return {
    list,
    get(key) {
      const person = byKey.get(key);
      if (person === undefined) throw new Error(`The portfolio has no person "${key}".`);
      return person;
    },
    add(wish) {
      const ordinal = list.length + 1;
      const own = wish.domain !== undefined;
      const reference = own ? `M-${String(++staffCount).padStart(4, '0')}` : `C-${31_000 + ordinal}`;
      const person = describe(random, wish, taken, { ordinal, reference });
      list.push(person);
      byKey.set(person.key, person);
      return person;
    },
  };
}

/** Adds a role and systems to somebody who has turned up in another place. */
export function involve(person: PersonDraft, role: PersonRole, systems: readonly SystemName[]): void {
  if (!person.roles.includes(role)) person.roles.push(role);
  for (const system of systems) if (!person.systems.includes(system)) person.systems.push(system);
}

/** What somebody has already. */
interface Taken {
  /** How many of a name and domain there are. */
  readonly emails: Map<string, number>;
  readonly nationalIds: Set<string>;
}

function describe(
  random: Random,
  wish: PersonWish,
  taken: Taken,
  { ordinal, reference }: Pick<Person, 'ordinal' | 'reference'>,
): PersonDraft {
  const lists = NAMES[wish.country];
  const company = wish.company === true;
  const firstName = random.pick(lists.first);
  const lastName = random.pick(lists.last);
  const companyName = company
    ? `${random.pick(lists.companyStems)} ${random.pick(lists.companyForms)}`
    : null;
  const domain = wish.domain ?? MAIL_DOMAINS[wish.country];
  const local = ascii(company ? `info.${companyName ?? ''}` : `${firstName}.${lastName}`);
  const email = unique(taken.emails, local, domain);
  const birthDate = company ? null : dateBetween(random, '1938-01-01', '2003-12-31');
  const registered = dateBetween(random, '2012-01-01', '2025-06-30');
  return {
    kind: company ? ('company' as const) : ('person' as const),
    title: wish.country === 'DE' && !company && random.chance(8) ? 'Dr.' : null,
    salutation: company || wish.country === 'SE' ? null : random.pick([lists.mister, lists.madam]),
    // A company's record names its contact person in about half of the cases.
    firstName: company && random.chance(50) ? null : firstName,
    lastName: company && random.chance(50) ? null : lastName,
    companyName,
    companyRole: company ? random.pick(['Director', 'Office manager', 'Accounts']) : null,
    email: wish.domain === undefined && random.chance(5) ? null : email,
    phone: random.chance(35) ? landline(random, wish.country) : null,
    mobile: random.chance(80) ? mobile(random, wish.country) : null,
    website: company && random.chance(60) ? `https://www.${ascii(companyName ?? '')}.example` : null,
    address: wish.address ?? address(random, wish.country),
    birthDate: company || random.chance(10) ? null : birthDate,
    nationalId:
      wish.country === 'SE' && birthDate !== null ? nationalId(random, birthDate, taken.nationalIds) : null,
    note: random.chance(10) ? random.pick(NOTES) : null,
    account: random.pick(['uninvited', 'invited', 'active', 'active'] as const),
    preferredContact: random.pick(['letter', 'online', 'email', 'email'] as const),
    createdAt: momentOn(random, registered),
    key: `person-${ordinal}`,
    ordinal,
    reference,
    roles: [wish.role],
    systems: [...(wish.systems ?? [])],
    country: wish.country,
    archived: false,
    anonymized: false,
    owner: null,
    employment: null,
    trades: [],
    rating: null,
    oddity: null,
  };
}

/** Reserved by RFC 2606: mail to these domains goes nowhere. */
const MAIL_DOMAINS: Readonly<Record<Country, string>> = {
  SE: 'epost.example',
  NL: 'mail.example',
  DE: 'post.example',
};

const NOTES = [
  'Call after 4 pm.',
  'Prefers e-mail; telephone only in working hours.',
  'Has a key to the bicycle room.',
  'Hard of hearing, please ring twice.',
] as const;

const OTHER_CITIES: Readonly<Record<Country, readonly (readonly [postalCode: string, city: string])[]>> = {
  SE: [
    ['114 28', 'Stockholm'],
    ['416 64', 'Göteborg'],
    ['722 11', 'Västerås'],
  ],
  NL: [
    ['1017 AB', 'Amsterdam'],
    ['2011 GX', 'Haarlem'],
    ['5211 AX', "'s-Hertogenbosch"],
  ],
  DE: [
    ['80799', 'München'],
    ['01099', 'Dresden'],
    ['90402', 'Nürnberg'],
  ],
};

/** Somewhere that is not the landlord's. */
function address(random: Random, country: Country): PostalAddress {
  const [postalCode, city] = random.pick(OTHER_CITIES[country]);
  return {
    street: random.pick(NAMES[country].streets),
    houseNumber: String(random.int(1, 140)),
    postalCode,
    city,
    municipality: null,
    county: null,
    country,
    latitude: null,
    longitude: null,
    careOf: null,
  };
}

// Numbers that PTS (Sweden) and the Bundesnetzagentur (Germany) set aside for films; Dutch ones begin with an impossible 0.
function landline(random: Random, country: Country): string {
  if (country === 'SE') return `+468465004${twoDigits(random)}`;
  if (country === 'NL') return `+31200${twoDigits(random)}${twoDigits(random)}${twoDigits(random)}`;
  return `+493023125${random.int(1, 9)}${twoDigits(random)}`;
}

function mobile(random: Random, country: Country): string {
  if (country === 'SE') return `+4670174${random.int(610, 699).toString().padStart(4, '0')}`;
  if (country === 'NL')
    return `+3160${twoDigits(random)}${twoDigits(random)}${twoDigits(random)}${random.int(0, 9)}`;
  return random.pick(['+4915228817386', '+4915228895456', '+4915254599371']);
}

function twoDigits(random: Random): string {
  return String(random.int(0, 99)).padStart(2, '0');
}

/**
 * Birth numbers from 980 on are given to nobody. What somebody of the same day has already goes up to the next; null once
 * all twenty of a day are given.
 */
function nationalId(random: Random, birthDate: string, taken: Set<string>): string | null {
  const day = birthDate.replaceAll('-', '');
  const drawn = random.int(0, 19);
  for (let next = drawn; next < drawn + 20; next++) {
    const id = withCheckDigit(`${day}${980 + (next % 20)}`);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
  return null;
}

/** The last digit is the Luhn check digit of the nine before it. */
function withCheckDigit(digits: string): string {
  let sum = 0;
  [...digits.slice(2)].forEach((digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  });
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function unique(taken: Map<string, number>, local: string, domain: string): string {
  const name = `${local}@${domain}`;
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : `${local}${count}@${domain}`;
}

function ascii(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^a-z0-9.]+/g, (other) => (/\s/.test(other) ? '-' : ''))
    .replace(/[-.]+$/, '');
}
