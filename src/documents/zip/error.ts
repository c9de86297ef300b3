/** A ZIP file that cannot be unpacked, or that is made to do harm. The message quotes nothing of it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
