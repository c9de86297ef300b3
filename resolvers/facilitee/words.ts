import type { Words } from '../../src/wire/drift.js';
import type { FaciliteeSettings } from './config.js';
import { accountStatuses } from './map-persons.js';
import { byWord } from './map.js';

/** The words that have a meaning, by the members that hold them: any other one is UNKNOWN. */
export function wordsOf({ statusCodes }: Pick<FaciliteeSettings, 'statusCodes'>): Words {
  const statuses = byWord(statusCodes);
  const isAccountStatus = (word: string): boolean => accountStatuses.has(word);
  const user = { status: isAccountStatus, userStatus: isAccountStatus };
  const staff = ['owner', 'manager', 'defaultIssueManager'].flatMap((role) =>
    Object.keys(user).map((member) => [`${role}.${member}`, isAccountStatus] as const),
  );
  return {
    issues: { status: (word) => statuses(word) !== undefined },
    owners: user,
    owner: user,
    managers: user,
    manager: user,
    serviceProviders: user,
    serviceProvider: user,
    propertyUsers: user,
    propertyUser: user,
    propertyUnit: Object.fromEntries(staff),
  };
}
