import { createMapContext, type Meaning } from './map/context.js';
import { createPersonsMap } from './map/persons.js';
import { createStructureMap } from './map/structure.js';
import { createTicketsMap } from './map/tickets.js';

export { toAddress } from './map/address.js';
export { propertyOf } from './map/structure.js';

/** What casavi's records mean, in the words of the domain: pure, no calls. */
export function createMap(meaning: Meaning) {
  const context = createMapContext(meaning);
  return { ...createStructureMap(context), ...createPersonsMap(context), ...createTicketsMap(context) };
}

export type CasaviMap = ReturnType<typeof createMap>;
