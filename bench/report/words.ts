/** How figures are written. */

export type Cell = string | number | null | undefined;

export function milliseconds(value: number | undefined): Cell {
  return value === undefined ? null : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

export function times(value: number | null): Cell {
  return value?.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** What is missing is a dash. Names begin at the left, figures end at the right; `others` tells where the cells behind the first stand. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  others: 'names' | 'figures' = 'figures',
): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (index === 0 || others === 'names' ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}
