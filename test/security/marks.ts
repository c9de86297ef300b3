import type { Scope } from '../../src/access/caller.js';
import type { Portfolio, PostalAddress } from '../../src/sandbox/portfolio.js';
import { createFullPortfolio } from '../calls/full-portfolio.js';

/**
 * Values that stand for what must not come out where it has no business, one kind for each datum. They are found again
 * whatever became of them on the way: case, punctuation, percent-encoding and base64 do not hide them.
 */

/** A text that stands for a datum. */
export const mark = (kind: string): string => `MARK-${kind}-7f3a`;
/** The same as a name of GraphQL. */
export const markName = (kind: string): string => `MARK_${kind}_7f3a`;

const marks = /mark[^a-z0-9]{0,3}([a-z]+)[^a-z0-9]{0,3}7f3a/gi;

/** Data that must be digits to be taken for what they are. */
const digits = {
  phone: '+46709917371',
  nationalid: '199912319876',
  birthdate: '1901-02-03',
  amount: 987_654_321,
} as const;
const digitForms: Readonly<Record<keyof typeof digits, RegExp>> = {
  phone: /709917371/,
  nationalid: /991231-?9876/,
  birthdate: /1901-?02-?03/,
  amount: /987654321/,
};

/** The scope that a caller needs to see a kind; any other kind of a record may be seen by all callers of its source. */
export const scopeOf: Readonly<Record<string, Scope>> = {
  email: 'pii:contact',
  phone: 'pii:contact',
  invoicemail: 'pii:contact',
  street: 'pii:contact',
  city: 'pii:contact',
  careof: 'pii:contact',
  nationalid: 'pii:identity',
  birthdate: 'pii:identity',
  bank: 'finance',
  amount: 'finance',
  raw: 'raw',
  member: 'raw',
};

/** What only the gateway and a provider, or the gateway and a caller, may know: it is found as it stands. */
export type Secrets = ReadonlyMap<string, string>;

/** The kinds of data, and the names of secrets, that stand in a text in whatever spelling. */
export function found(text: string, secrets: Secrets = new Map()): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const each of [text, ...decodings(text)]) {
    for (const [, kind = ''] of each.matchAll(marks)) kinds.add(kind.toLowerCase());
    for (const [kind, form] of Object.entries(digitForms)) if (form.test(each)) kinds.add(kind);
    for (const [name, secret] of secrets) if (each.includes(secret)) kinds.add(name);
  }
  return kinds;
}

function decodings(text: string): readonly string[] {
  // The scripts of a page are long, and hold nothing that is encoded by us.
  if (text.length > 1_000_000) return [];
  const encoded = text.match(/[\w+/-]{16,}/g);
  return [
    ...(text.includes('%') ? [text.replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded)] : []),
    ...(encoded === null
      ? []
      : [encoded.map((each) => Buffer.from(each, 'base64').toString('latin1')).join('\n')]),
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Kinds that stand in the records of {@link createMarkedPortfolio}. */
export const recordKinds = [
  ...['title', 'salutation', 'firstname', 'lastname', 'company', 'companyrole', 'email', 'phone', 'website'],
  ...['street', 'city', 'careof', 'nationalid', 'birthdate', 'note', 'amount', 'invoicemail'],
  ...['house', 'housestreet', 'description', 'unit', 'floor', 'reference'],
  ...['issue', 'complaint', 'rejection', 'praise', 'author', 'comment', 'task', 'file'],
];

/** Few records with everything set, each text of which is marked. */
export function createMarkedPortfolio(): Portfolio {
  const full = createFullPortfolio({ buildings: 1, unitsEach: 1 });
  const at = (address: PostalAddress): PostalAddress => ({ ...address, street: mark('housestreet') });
  const numbered = (kind: string, ordinal: number): string => `${mark(kind)} ${ordinal}`;
  return {
    ...full,
    persons: full.persons.map((person) => ({
      ...person,
      title: mark('title'),
      salutation: mark('salutation'),
      firstName: mark('firstname'),
      lastName: numbered('lastname', person.ordinal),
      companyName: mark('company'),
      companyRole: mark('companyrole'),
      email: `${mark('email')}.${person.ordinal}@people.example`,
      phone: digits.phone,
      mobile: digits.phone,
      website: `https://people.example/${mark('website')}`,
      address: person.address && {
        ...person.address,
        street: mark('street'),
        city: mark('city'),
        careOf: mark('careof'),
      },
      birthDate: digits.birthdate,
      nationalId: digits.nationalid,
      note: mark('note'),
      owner: person.owner && {
        authorizedAmount: digits.amount,
        invoiceEmail: `${mark('invoicemail')}@people.example`,
        companies: [
          {
            ordinal: person.ordinal,
            name: mark('company'),
            invoiceEmail: `${mark('invoicemail')}@people.example`,
            maxMandateAmount: digits.amount,
            attentionTo: mark('company'),
          },
        ],
      },
    })),
    buildings: full.buildings.map((building) => ({
      ...building,
      reference: `${mark('reference')}-${building.ordinal}`,
      name: numbered('house', building.ordinal),
      address: at(building.address),
      entrances: building.entrances.map(at),
      description: mark('description'),
      note: mark('note'),
    })),
    units: full.units.map((unit) => ({
      ...unit,
      reference: `${mark('reference')}-${unit.ordinal}-${unit.number}`,
      name: numbered('unit', unit.ordinal),
      address: at(unit.address),
      floorLabel: mark('floor'),
      description: mark('description'),
      note: mark('note'),
    })),
    issues: full.issues.map((issue) => ({
      ...issue,
      title: numbered('issue', issue.ordinal),
      description: mark('complaint'),
      rejectionComment: mark('rejection'),
      rating: issue.rating && { ...issue.rating, comment: mark('praise') },
    })),
    comments: full.comments.map((comment) => ({
      ...comment,
      authorName: mark('author'),
      text: mark('comment'),
    })),
    tasks: full.tasks.map((task) => ({ ...task, title: mark('task'), description: mark('complaint') })),
    files: full.files.map((file) => ({ ...file, name: `${mark('file')} ${file.ordinal}.pdf` })),
  };
}

/** An answer of a provider with members in every object that are not documented: `raw` alone shows them. */
export function withOddMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOddMembers);
  // The stand-in's own account, the same in each portfolio.
  if (typeof value === 'string') return value.replace('991-2346', mark('bank'));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(
    // Members that customers name are a field of their own.
    ([name, member]) => [name, /custom/i.test(name) ? member : withOddMembers(member)] as const,
  );
  return { ...Object.fromEntries(members), [mark('member')]: mark('raw') };
}
