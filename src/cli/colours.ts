import { styleText } from 'node:util';
import type { Terminal } from './command.js';

/** Colours a word where somebody can see it: what goes into a file or another program stays plain text. */
export function paint(
  colour: Parameters<typeof styleText>[0],
  text: string,
  { hasColours }: Pick<Terminal, 'hasColours'>,
): string {
  // Whether it can be seen was asked before, of where it goes.
  return hasColours ? styleText(colour, text) : text;
}
