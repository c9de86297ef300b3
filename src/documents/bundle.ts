import { zipSync } from 'fflate';
import { readArchive, type ArchiveLimits, type Entry } from './zip/archive.js';
import { ArchiveError } from './zip/error.js';

/** What stands in a signed bundle: the document itself, and what proves it. */
export interface Part {
  readonly name: string;
  /** Bytes, where they are known. */
  readonly size: number | null;
  readonly content: AsyncIterable<Buffer>;
}

/** What a ZIP file begins with. */
export const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

/** Bytes of the document that are held before the first is passed on: an archive of that size is checked to its end by then. */
const window = 1024 * 1024;

/** Bytes of all that belongs to a document: seals, logs and certificates, which are held together. */
const mostMetadata = 4 * 1024 * 1024;

/**
 * The one PDF of a bundle, as it arrives; whoever opened the body ends it. Its last piece comes when the whole archive has been looked at, so that what is
 * wrong behind it is not taken for right.
 * @throws ArchiveError
 */
export async function openPdf(body: AsyncIterable<Buffer>, limits: ArchiveLimits): Promise<Part> {
  let pdf: Entry | null = null;
  const pieces = (async function* (): AsyncGenerator<Buffer> {
    let last: Buffer | null = null;
    for await (const entry of readArchive(body, limits)) {
      if (!isPdf(entry)) continue;
      if (pdf !== null) throw new ArchiveError('it holds more than one PDF');
      pdf = entry;
      for await (const piece of entry.content) {
        if (last !== null) yield last;
        last = piece;
      }
    }
    if (last !== null) yield last;
  })();

  const held: Buffer[] = [];
  let bytes = 0;
  let isWhole = false;
  while (bytes < window && !isWhole) {
    const next = await pieces.next();
    if (next.done === true) {
      isWhole = true;
    } else {
      held.push(next.value);
      bytes += next.value.length;
    }
  }
  // Set inside the generator, where the compiler does not look.
  const found = pdf as Entry | null;
  if (found === null) throw new ArchiveError('it holds no PDF');
  return {
    name: baseName(found.name),
    size: isWhole ? bytes : found.size,
    content: (async function* () {
      try {
        yield* held.splice(0);
        yield* pieces;
      } finally {
        await pieces.return(undefined);
      }
    })(),
  };
}

/**
 * All that stands beside the PDF: the file itself where it is one, a ZIP file where they are several, `null` where there is
 * none.
 * @throws ArchiveError
 */
export async function openMetadata(body: AsyncIterable<Buffer>, limits: ArchiveLimits): Promise<Part | null> {
  const files = new Map<string, Buffer>();
  let pdfs = 0;
  let bytes = 0;
  for await (const entry of readArchive(body, limits)) {
    if (isPdf(entry)) {
      pdfs += 1;
      continue;
    }
    const pieces: Buffer[] = [];
    for await (const piece of entry.content) {
      bytes += piece.length;
      if (bytes > mostMetadata)
        throw new ArchiveError(`it holds more than ${mostMetadata} bytes beside the PDF`);
      pieces.push(piece);
    }
    files.set(entry.name, Buffer.concat(pieces));
  }
  if (pdfs !== 1) throw new ArchiveError(pdfs === 0 ? 'it holds no PDF' : 'it holds more than one PDF');
  const [first, ...others] = files;
  if (first === undefined) return null;
  const [name, content] =
    others.length === 0
      ? [baseName(first[0]), first[1]]
      : ['metadata.zip', Buffer.from(zipSync(Object.fromEntries(files)))];
  return { name, size: content.length, content: once(content) };
}

function isPdf({ name }: Entry): boolean {
  return /\.pdf$/i.test(name);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
