import type { CasaviMap } from '../map.js';
import type { CasaviLists } from '../pages.js';
import { createPersons, type Persons } from './persons.js';
import { createStructure, type Structure } from './structure.js';
import { createTickets, type Tickets } from './tickets.js';

/** What casavi can be asked for, in records of the domain: what all loaders are made of. */
export interface Reads {
  readonly structure: Structure;
  readonly persons: Persons;
  readonly tickets: Tickets;
}

export function createReads(lists: CasaviLists, map: CasaviMap, scanCalls: number): Reads {
  return {
    structure: createStructure(lists, map, scanCalls),
    persons: createPersons(lists, map),
    tickets: createTickets(lists, map, scanCalls),
  };
}
