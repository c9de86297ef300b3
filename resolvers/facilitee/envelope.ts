/** A page of a list as it came: its numbers are hints. */
export interface Envelope {
  readonly items: readonly unknown[];
  readonly totalItems: number | null;
  readonly pageSize: number | null;
  readonly numberOfPages: number | null;
}

/**
 * Rows of the whole list. The samples' totals contradict their own items, so a page that is shorter than asked is the
 * end of the list, whatever the total says.
 */
export function totalOf({ items, totalItems }: Envelope, index: number, size: number): number | null {
  if (items.length >= size) return totalItems;
  return items.length > 0 || index === 0 ? index * size + items.length : totalItems;
}

/**
 * The size that the provider gave its pages, where it is less than was asked for. Some samples write the number of items
 * there ("Get a list of Owners": 1 of the 15 in its example), which is no smaller page if it is the last one; and a page
 * that holds more rows than the size it names proves that size wrong.
 */
export function smallerSize(
  { items, pageSize, numberOfPages }: Envelope,
  index: number,
  size: number,
): number | null {
  if (pageSize === null || pageSize < 1 || pageSize >= size) return null;
  if (items.length === 0 || items.length > pageSize) return null;
  return items.length < pageSize || (numberOfPages ?? 0) > index + 1 ? pageSize : null;
}
