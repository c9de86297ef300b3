import type { Building, Portfolio, Unit } from '../../../src/sandbox/portfolio.js';
import { spelled } from '../../../src/sandbox/spelling.js';
import { apartmentDetail, type Surroundings } from './apartments.js';
import type { OfficeName } from './offices.js';
import { COMPANY_ID } from './people.js';

/** An estate's number. The first nine have one digit, which the document's pattern for identifiers does not allow. */
export function estateId(building: Building): number {
  return building.ordinal;
}

/** The landlord's own number, as it was typed in; an estate may go without. */
export function estateReference(building: Building): string | null {
  return building.ordinal % 11 === 0 ? null : spelled(building, 'homeq');
}

/** An estate must have a name: where there is no official one, the popular one has been entered. */
export function estateName(building: Building): string | null {
  return building.name ?? building.popularName;
}

/** `ElasticEstate`: the estate as the inventory shows it, in apartments' and listings' entries, too. */
export function estateInInventory(
  portfolio: Portfolio,
  building: Building,
  more: { readonly office: OfficeName; readonly apartments: number; readonly images: readonly unknown[] },
) {
  return {
    city: building.address.city,
    company: { id: COMPANY_ID, name: portfolio.company.name },
    external_id: estateReference(building),
    id: estateId(building),
    images: more.images,
    name: estateName(building),
    number_of_apartments: more.apartments,
    office: more.office,
  };
}

/** What anybody may see of an estate. */
export function publicEstate(
  building: Building,
  apartments: readonly Unit[],
  around: Omit<Surroundings, 'estateId'>,
  images: readonly { readonly id: number; readonly url: string }[],
) {
  const details = apartments.map((unit) =>
    apartmentDetail(unit, { ...around, estateId: estateId(building) }),
  );
  const all = (test: (detail: ReturnType<typeof apartmentDetail>) => boolean): boolean =>
    details.length > 0 && details.every(test);
  return {
    area_caption: null,
    area_description: null,
    area_image_caption: null,
    area_images: [],
    city: building.address.city,
    common_attributes: {
      balcony: all((one) => one.balcony !== 'NONE'),
      bathtub: all((one) => one.bathtub === 'PRESENT'),
      dishwasher: all((one) => one.dishwasher === 'PRESENT'),
      drier: all((one) => one.dryer === 'PRESENT'),
      electricity_included: all((one) => one.electricity_included),
      elevator: all((one) => one.elevator),
      garage: all((one) => one.garage !== 'NONE'),
      handicap_friendly: all((one) => one.handicap_adapted),
      heating_included: all((one) => one.heating_included),
      internet_included: all((one) => one.internet_included),
      kitchen_fan: all((one) => one.kitchen_fan === 'PRESENT'),
      parking: all((one) => one.parking !== 'NONE'),
      patio: all((one) => one.patio),
      tv_included: all((one) => one.cable_package_included),
      washing_machine: all((one) => one.washing_machine === 'PRESENT'),
    },
    cover_caption: building.description === null ? null : estateName(building),
    cover_description: building.description,
    estate_images: images.map(({ id, url }) => ({ id, url })),
    id: estateId(building),
    name: estateName(building),
  };
}

/** What only its landlord sees of an estate, beside the public part. */
export function landlordEstate(
  portfolio: Portfolio,
  building: Building,
  apartments: number,
  office: OfficeName,
) {
  return {
    apartment_count: apartments,
    bankgiro: '991-2346',
    display_image: null,
    estate_owner: portfolio.company.name,
    landlord_object_id: estateReference(building),
    office: office.id,
    org_number: portfolio.company.organisationNumber,
    postgiro: '',
  };
}
