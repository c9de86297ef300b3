import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pages of the documentation, and what stands in their fenced blocks. */

const root = fileURLToPath(new URL('../..', import.meta.url));

export const read = (name: string): string => readFileSync(join(root, name), 'utf8');

export const isThere = (name: string): boolean => existsSync(join(root, name));

/** Every page of the project, by its path from the root. */
export const pages: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((page) => page !== '' && isThere(page));

export interface Block {
  readonly page: string;
  /** The line that opens it, counted from 1. */
  readonly line: number;
  /** Empty where none is named. */
  readonly language: string;
  readonly text: string;
  /** The name of the generated part that it stands in. */
  readonly part: string | null;
}

/** Where a block stands, for messages. */
export const placeOf = ({ page, line }: Block): string => `${page}:${line}`;

export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let part: string | null = null;
  let open: { readonly line: number; readonly language: string; readonly fence: string } | null = null;
  let text: string[] = [];
  for (const [index, line] of read(page).split('\n').entries()) {
    const [, fence, language = ''] = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? [];
    if (open !== null) {
      if (fence !== undefined && language === '' && fence.startsWith(open.fence)) {
        blocks.push({ page, line: open.line, language: open.language, text: text.join('\n'), part });
        open = null;
      } else text.push(line);
    } else if (fence !== undefined) {
      open = { line: index + 1, language, fence };
      text = [];
    } else {
      part = /^<!-- (\S+): written by/.exec(line)?.[1] ?? (line.startsWith('<!-- end of ') ? null : part);
    }
  }
  if (open !== null) throw new Error(`${page}:${open.line}: the block is never closed`);
  return blocks;
}
