/** Shell commands as the documentation shows them: just as much of a shell as that takes. */

export interface ShellCommand {
  /** What is set in front of the command, such as `NODE_ENV=production`. */
  readonly variables: readonly string[];
  readonly words: readonly string[];
}

/** The commands of a block: joined lines, without comments, each part of a pipe or a chain on its own. */
export function commandsOf(block: string): readonly ShellCommand[] {
  return block
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => partsOf(wordsOf(line)))
    .filter((words) => words.length > 0)
    .map((words) => {
      const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
      const end = first < 0 ? words.length : first;
      return {
        variables: words.slice(0, end).map((word) => word.split('=')[0] ?? ''),
        words: words.slice(end),
      };
    });
}

/** Words of a line, quotes taken off. What is put in by the shell, `$(…)`, stays as it is. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:"(?:\$\([^)]*\)|[^"])*"|'[^']*'|[^\s"'#]|(?<=\S)#)+|#.*$/g) ?? [];
  return words
    .filter((word) => !word.startsWith('#'))
    .map((word) => word.replaceAll(/"((?:\$\([^)]*\)|[^"])*)"|'([^']*)'/g, (_, one, two) => one ?? two));
}

function partsOf(words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const [index, word] of words.entries()) {
    if (['&&', '||', '|', ';'].includes(word)) parts.push([]);
    // Where output goes is no word of the command.
    else if (!['>', '<', '&'].includes(word) && !['>', '<'].includes(words[index - 1] ?? ''))
      parts.at(-1)?.push(word);
  }
  return parts;
}
