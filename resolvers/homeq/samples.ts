import type { Building, Document, Lease, Person, Ref, Unit } from '../../src/domain/index.js';
import { idOf, isTenant } from './keys.js';
import type { HomeqMap } from './map.js';
import {
  agreement,
  apartmentDetail,
  employee,
  employeeDetail,
  entries,
  estateDetail,
  type Agreement,
} from './wire.js';

/**
 * Records with every reference set: what the cost of a query is reckoned with before anything is read. Each is made anew,
 * so that calls for the same parents can be told from calls for others.
 */
export function createSamples(map: HomeqMap) {
  const at = new Date(0);
  const named = { id: nobody, name: 'A' };

  const agreementOf = (apartment: string, tenant: string): Agreement =>
    agreement.parse({
      id: nobody,
      apartment_id: apartment,
      user_profile_id: tenant,
      first_name: 'A',
      digital_contract: 'https://example.test/contract',
      profile_card: 'https://example.test/card',
    });
  /** @param of its apartment's id, or the apartment where that is read with it */
  const lease = (of: string | Unit = nobody): Lease =>
    typeof of === 'string'
      ? map.toLease({ row: agreementOf(of, nobody), at })
      : map.toLease({ row: agreementOf(of.remoteId, nobody), at }, of);

  return {
    lease,
    document: (from: Lease = lease()): Document => from.documents?.[0] as Document,
    building: (id = nobody): Building =>
      map.toBuilding({
        row: entries.estate.parse({ type: 'estate', estate: { id, office: named, company: named } }),
        at,
      }),
    buildingDetail: (id: string): Building => map.toBuildingDetail(id, { row: estateDetail.parse({}), at }),
    unit: (id = nobody, estate = nobody): Unit =>
      map.toUnit({
        row: entries.apartment.parse({ type: 'apartment', apartment: { id }, estate: { id: estate } }),
        at,
      }),
    unitDetail: (id: string): Unit =>
      map.toUnitDetail(id, { row: apartmentDetail.parse({ estate: nobody }), at }),
    /** As the list has him. */
    employee: (id = nobody): Person =>
      map.toEmployee({ row: employee.parse({ id, name: 'A', root_office_name: 'A' }), at }),
    /** As the answer has him that tells of him alone. */
    person: (ref: Ref<'Person'>): Person =>
      isTenant(ref)
        ? (map.toTenant({ row: agreementOf(nobody, idOf(ref)), at }) as Person)
        : map.toEmployeeDetail({
            row: employeeDetail.parse({ id: idOf(ref), first_name: 'A', root_office: named }),
            at,
          }),
  };
}

/** The id of whoever stands for the rows of a list: one that no account reaches. */
export const nobody = '999999999999999';

export type HomeqSamples = ReturnType<typeof createSamples>;
