import { createHash } from 'node:crypto';

/** What the log knows a document by: the first 16 hexadecimal digits of its SHA-256. */
export function hashOfOperation(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
