import type { ContactChannel, Person, Phone, PhoneKind, Ref } from '../../../src/domain/index.js';
import { joinWords, toCustomFields, toEmail, toUrl } from '../../../src/wire/values.js';
import { contactKey, staffKey } from '../keys.js';
import type { Received } from '../pages.js';
import { toAddress } from './address.js';
import { ownMember, type MapContext } from './context.js';

/** Contacts and staff. */
export function createPersonsMap({ ref, common }: MapContext) {
  return {
    toContact(received: Received<'contacts' | 'contact'>): Person {
      const { row } = received;
      const name = joinWords(row.firstName, row.lastName);
      return {
        kind: name !== null ? 'PERSON' : row.company !== null ? 'COMPANY' : 'UNKNOWN',
        roles: ['CONTACT'],
        displayName: name ?? row.company,
        firstName: row.firstName,
        lastName: row.lastName,
        title: row.title,
        salutation: row.salutation,
        companyName: row.company,
        companyRole: row.companyRole,
        email: toEmail(row.email),
        phones: [
          ...toPhone('LANDLINE', row.telephone),
          ...toPhone('MOBILE', row.mobile),
          ...toPhone('FAX', row.fax),
        ],
        website: toUrl(row.website),
        address: toAddress(row.street, row),
        url: toUrl(row.appLink),
        note: row.note,
        // Not registered may mean invited or not: casavi does not say.
        accountStatus: row.isRegistered === true ? 'REGISTERED' : 'UNKNOWN',
        providerAccountStatus: row.isRegistered === null ? null : String(row.isRegistered),
        preferredContactChannel: ownMember(channels, row.preferredWayOfContact ?? '') ?? 'UNKNOWN',
        providerPreferredContactChannel: row.preferredWayOfContact,
        staffRole: null,
        customFields: toCustomFields(row.customFields),
        ...person(ref('Person', ...contactKey(row.id)), received),
      };
    },

    toStaff(received: Received<'staff' | 'staffMember'>): Person {
      const { row } = received;
      return {
        kind: 'PERSON',
        roles: ['STAFF'],
        displayName: joinWords(row.firstName, row.lastName),
        firstName: row.firstName,
        lastName: row.lastName,
        title: null,
        salutation: null,
        companyName: null,
        companyRole: null,
        email: toEmail(row.email),
        phones: null,
        website: null,
        address: null,
        url: null,
        note: null,
        accountStatus: 'UNKNOWN',
        providerAccountStatus: null,
        preferredContactChannel: 'UNKNOWN',
        providerPreferredContactChannel: null,
        staffRole: row.role,
        customFields: null,
        ...person(ref('Person', ...staffKey(row.id)), received),
      };
    },
  };

  function person(own: Ref<'Person'>, received: Received<'contacts' | 'contact' | 'staff' | 'staffMember'>) {
    return {
      createdAt: null,
      updatedAt: null,
      derivation: 'NATIVE' as const,
      isActive: null,
      nationalId: null,
      birthDate: null,
      rating: null,
      authorizedAmount: null,
      invoiceDetails: null,
      unitCount: null,
      activeIssueCount: null,
      office: null,
      tags: null,
      ...common(own, received),
    };
  }
}

export const channels: Readonly<Record<string, ContactChannel>> = {
  LETTER: 'LETTER',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  ONLINE: 'ONLINE',
};

function toPhone(kind: PhoneKind, number: string | null): Phone[] {
  return number === null ? [] : [{ kind, number, countryCallingCode: null }];
}
