import { ArchiveError } from './error.js';

const longest = 1_024;

/**
 * The name of an entry. Nothing is ever written by it, but an archive whose names lead elsewhere was made to do harm.
 * @throws ArchiveError for a name that leads out of its folder, or that systems read in different ways
 */
export function readName(bytes: Buffer, isUtf8: boolean): string {
  let name: string;
  try {
    // What is not marked as UTF-8 is of an old code page: letters may come out wrong, but no path hides in them.
    name = isUtf8
      ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      : bytes.toString('latin1');
  } catch {
    throw new ArchiveError('a name in it is not text');
  }
  const parts = name.replace(/\/$/, '').split('/');
  const leadsElsewhere =
    // Absolute, and `a//b`.
    parts.some((part) => part === '' || part === '.' || part === '..') || /^[A-Za-z]:/.test(name);
  if (leadsElsewhere || bytes.length > longest || /[\\\u0000-\u001f\u007f]/.test(name))
    throw new ArchiveError('a name in it is no plain file name');
  return name;
}
