import type { Building, Person, Portfolio } from '../../../src/sandbox/portfolio.js';

/** What inventory and employees show of an office. */
export interface OfficeName {
  readonly id: number;
  readonly name: string;
}

interface Office extends OfficeName {
  readonly parent: number | null;
}

/** The landlord's offices as HomeQ knows them, and who and what belongs where. */
export type Offices = ReturnType<typeof createOffices>;

/**
 * Arranges the offices: the portfolio's own tree, and the company above it with an office for newly built estates. The
 * account for programs sees all of it by its root office, but works in the old root: what was built since 1990 lies
 * outside its selected office, and is listed only with `use_root_office=true`.
 */
export function createOffices(portfolio: Portfolio) {
  const top: Office = { id: 100, name: portfolio.company.name, parent: null };
  const newlyBuilt: Office = { id: 110, name: 'Nyproduktion', parent: top.id };
  const idOf = new Map(portfolio.offices.map((office) => [office.key, top.id + office.ordinal]));
  const own = portfolio.offices.map((office): Office => ({
    id: idOf.get(office.key) ?? top.id,
    name: office.name,
    parent: idOf.get(office.parentKey ?? '') ?? top.id,
  }));
  const list: readonly Office[] = [top, ...own, newlyBuilt];
  const selected = own.find((office) => office.parent === top.id) ?? top;

  const find = (id: number | undefined): Office => list.find((office) => office.id === id) ?? top;
  const within = (office: Office | undefined, id: number): boolean =>
    office !== undefined &&
    (office.id === id ||
      within(
        list.find((candidate) => candidate.id === office.parent),
        id,
      ));
  const name = ({ id, name: text }: Office): OfficeName => ({ id, name: text });

  return {
    list,
    selected: name(selected),
    ofEstate: (building: Building): OfficeName =>
      name(building.builtYear < 1990 ? find(idOf.get(building.officeKey)) : newlyBuilt),
    /** Where somebody's rights end (`root`), and where they are at work (`selected`): the same but for programs. */
    ofEmployee(person: Person) {
      const office = find(idOf.get(person.employment?.officeKey ?? ''));
      return person.employment?.apiUser === true
        ? { root: name(top), selected: name(selected) }
        : { root: name(office), selected: name(office) };
    },
    /** Whether an office is the selected one or lies below it. */
    isSelected: (office: OfficeName): boolean => within(find(office.id), selected.id),
  };
}
