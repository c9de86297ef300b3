/** How figures are written. */

export type Cell = string | number | null | undefined;

export function milliseconds(value: number | undefined): Cell {
  return value === undefined ? null : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

export function times(value: number | null): Cell {
  return value?.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** What is missing is a dash. The first column is read from the left, all others from the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}
