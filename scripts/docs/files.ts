import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** Files of the project, by their path from its root. */

/** As `npm run fix` would leave it, so that both agree. */
export async function formatted(name: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(pathOf(name))), filepath: pathOf(name) });
}

/** What stands in a file; nothing where there is none. */
export function read(name: string): string {
  try {
    return readFileSync(pathOf(name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

export function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
