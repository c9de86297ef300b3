/** Rows of a page. */
export const PAGE = 25;

/** The most that the gateway gives at once. */
const MOST = 100;

/** Variables to read a list anew as far as it is shown, so that nothing moves away under the reader's eyes. */
export const again = (shown: number): { readonly first: number } => ({
  first: Math.min(MOST, Math.max(PAGE, shown)),
});
