import type { CasaviRecords } from '../by-id.js';
import type { CasaviMap } from '../map.js';
import type { CasaviLists } from '../pages.js';
import { createAllUnits, type AllUnits } from './all-units.js';
import { createPersons, type Persons } from './persons.js';
import { createStructure, type Structure } from './structure.js';
import { createTickets, type Tickets } from './tickets.js';

/** What casavi can be asked for, in records of the domain, and what that costs: what all loaders are made of. */
export interface Reads {
  readonly lists: CasaviLists;
  readonly records: CasaviRecords;
  readonly structure: Structure;
  readonly allUnits: AllUnits;
  readonly persons: Persons;
  readonly tickets: Tickets;
}

export function createReads(
  lists: CasaviLists,
  records: CasaviRecords,
  map: CasaviMap,
  scanCalls: number,
): Reads {
  const structure = createStructure(lists, records, map, scanCalls);
  return {
    lists,
    records,
    structure,
    allUnits: createAllUnits(lists, records, structure, scanCalls),
    persons: createPersons(lists, records, map),
    tickets: createTickets(lists, records, map, scanCalls),
  };
}
