import type { Part } from './pages.js';

/**
 * The part of a list that holds a certain reference of the customer's. `searchParameter` finds rows that contain the text
 * in one of several fields, the reference among them (docs/facilitee.txt, each "Get a list of"), so it finds what is
 * wanted and more; the gateway compares. It takes one text: for several references the whole list is read. Whether it
 * minds the case is not documented, so it does not serve `search`.
 */
export function searchFor(references: readonly string[] | undefined): Part {
  const [only, ...others] = references ?? [];
  if (only === undefined || only.trim() === '' || others.length > 0) return {};
  return { query: { searchParameter: only } };
}
