import type { Address as AddressRecord } from '../src/domain/index.js';
import { declareType } from '../src/edges/declaration.js';

export const Address = declareType('Address', {
  fields: { formatted: { leaf: formatted } },
});

/** "Storgatan 4, 111 22 Stockholm, Sweden": what is known, in the order of an envelope. */
function formatted(address: AddressRecord): string | null {
  const place = [address.postalCode, address.city].filter(Boolean).join(' ');
  const lines = [address.careOf, address.line1, place, address.countryName ?? address.country].filter(
    Boolean,
  );
  return lines.length === 0 ? null : lines.join(', ');
}
