import { gatherCalls } from '../gather.js';
import { pageSize } from '../pages.js';

/** The most calls that ways of access may cost, as the table of bounds wants them. */

/** Pages that hold a window of so many rows, wherever in the list it begins. */
export const windowCalls = (rows: number): number => Math.ceil((rows - 1) / pageSize) + 1;

/** Pages that the units of one property are reckoned with: a hundred units. */
export const unitPages = 4;

/** Persons of whom only the id is known may be asked for in both lists. */
export const personCalls = (persons: number): number => 2 * gatherCalls(persons);

export { gatherCalls };
