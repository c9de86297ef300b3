import { crc32 } from 'node:zlib';
import { createBytes, type Bytes } from './bytes.js';
import { ArchiveError } from './error.js';
import { inflate } from './inflate.js';
import { readName } from './names.js';

/**
 * Reads a ZIP file from its beginning to its end while it arrives (APPNOTE 6.3). Our own, since fflate's reader looks for
 * the end of an entry by a mark that may stand inside it, checks no checksum, and makes 67 MB of a piece of 64 KiB at once.
 */

/** A file in an archive. Its content is to be read before the next entry; what is left of it is passed over, and checked. */
export interface Entry {
  readonly name: string;
  /** Bytes once decoded; `null` where only its end tells. */
  readonly size: number | null;
  /** Ends with an error where it is not what the archive says of it, so that its last piece proves all of it. */
  readonly content: AsyncIterable<Buffer>;
}

export interface ArchiveLimits {
  /** Bytes of all entries together, once decoded. */
  readonly bytes: number;
}

const mostEntries = 100;

/** How many times its size an entry may grow, once it is so large that it matters. Text reaches 20. */
const mostGrowth = 100;
const growthMatters = 1024 * 1024;

/** What a record begins with. */
const signature = {
  entry: 0x04034b50,
  descriptor: 0x08074b50,
  directory: 0x02014b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  end: 0x06054b50,
} as const;

/** What stands before the content of an entry. */
interface Header {
  readonly name: string;
  readonly method: number;
  /** Checksum and sizes; `null` where they stand behind the content. */
  readonly told: Told | null;
}

interface Told {
  readonly checksum: number;
  readonly compressed: number;
  readonly size: number;
}

/**
 * Whoever opened the body ends it: after an error the rest of it may still be under way.
 * @throws ArchiveError, also while contents are read
 */
export async function* readArchive(
  body: AsyncIterable<Buffer>,
  { bytes: most }: ArchiveLimits,
): AsyncGenerator<Entry> {
  const bytes = createBytes(body[Symbol.asyncIterator]());
  const names = new Set<string>();
  let decoded = 0;
  const count = (piece: Buffer): void => {
    decoded += piece.length;
    if (decoded > most) throw new ArchiveError(`it holds more than ${most} bytes`);
  };
  let mark = await readMark(bytes);
  for (; mark === signature.entry; mark = await readMark(bytes)) {
    const header = await readHeader(bytes);
    if (names.has(header.name)) throw new ArchiveError('it holds two entries of one name');
    names.add(header.name);
    if (names.size > mostEntries) throw new ArchiveError(`it holds more than ${mostEntries} entries`);
    const content = readContent(bytes, header, count);
    // A folder.
    if (!header.name.endsWith('/')) yield { name: header.name, size: header.told?.size ?? null, content };
    for await (const _ of content);
  }
  await checkDirectory(bytes, mark, names);
}

async function readMark(bytes: Bytes): Promise<number> {
  return (await bytes.read(4)).readUInt32LE(0);
}

const utf8Flag = 0x0800;
const descriptorFlag = 0x0008;
/** Encryption, strong encryption, a hidden directory; and patches, which nobody makes. */
const unreadableFlags = 0x0001 | 0x0040 | 0x2000 | 0x0020;

async function readHeader(bytes: Bytes): Promise<Header> {
  const head = await bytes.read(26);
  const flags = head.readUInt16LE(2);
  const method = head.readUInt16LE(4);
  if ((flags & unreadableFlags) !== 0) throw new ArchiveError('it is encrypted');
  if (method !== 0 && method !== 8) throw new ArchiveError('it is packed in a way that cannot be read');
  const name = readName(await bytes.read(head.readUInt16LE(22)), (flags & utf8Flag) !== 0);
  const extra = await bytes.read(head.readUInt16LE(24));
  if ((flags & descriptorFlag) !== 0) {
    // Where it ends only deflate tells itself; of bytes as they are, any could be the end.
    if (method === 0) throw new ArchiveError('it is packed in a way that cannot be read while it arrives');
    return { name, method, told: null };
  }
  const told = {
    checksum: head.readUInt32LE(10),
    compressed: head.readUInt32LE(14),
    size: head.readUInt32LE(18),
  };
  return { name, method, told: told.size === 0xffffffff ? { ...told, ...longSizes(extra) } : told };
}

/** The sizes of an entry that is too long for the header, or whose writer did not know how long it would be. */
function longSizes(extra: Buffer): Pick<Told, 'compressed' | 'size'> {
  for (let at = 0; at + 20 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    return {
      size: Number(extra.readBigUInt64LE(at + 4)),
      compressed: Number(extra.readBigUInt64LE(at + 12)),
    };
  }
  throw new ArchiveError('it does not say how long its entries are');
}

async function* readContent(
  bytes: Bytes,
  { method, told }: Header,
  count: (piece: Buffer) => void,
): AsyncGenerator<Buffer> {
  const from = bytes.position;
  let size = 0;
  let checksum = 0;
  for await (const piece of method === 0 ? stored(bytes, told?.size ?? 0) : inflate(bytes)) {
    size += piece.length;
    count(piece);
    if (size > growthMatters && size > mostGrowth * (bytes.position - from))
      throw new ArchiveError(`an entry grows to more than ${mostGrowth} times its size`);
    if (told !== null && size > told.size) throw new ArchiveError('an entry is longer than it says');
    checksum = crc32(piece, checksum);
    yield piece;
  }
  const is = { checksum, size, compressed: bytes.position - from };
  if (!(told === null ? await readDescriptor(bytes, is) : isSame(told, is)))
    throw new ArchiveError('an entry is not what it says');
}

async function* stored(bytes: Bytes, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0;) {
    const piece = await bytes.next(left);
    left -= piece.length;
    yield piece;
  }
}

function isSame(told: Told, is: Told): boolean {
  return told.checksum === is.checksum && told.size === is.size && told.compressed === is.compressed;
}

/** Checksum and sizes behind a content: with a mark or without, in four bytes or in eight. What fits it must be. */
async function readDescriptor(bytes: Bytes, is: Told): Promise<boolean> {
  // Behind it stands the directory at least, which is longer.
  const head = await bytes.read(24);
  const at = head.readUInt32LE(0) === signature.descriptor ? 4 : 0;
  const checksum = head.readUInt32LE(at);
  const short = { checksum, compressed: head.readUInt32LE(at + 4), size: head.readUInt32LE(at + 8) };
  const long = {
    checksum,
    compressed: Number(head.readBigUInt64LE(at + 4)),
    size: Number(head.readBigUInt64LE(at + 12)),
  };
  const length = isSame(short, is) ? at + 12 : isSame(long, is) ? at + 20 : null;
  if (length === null) return false;
  bytes.unread(head.subarray(length));
  return true;
}

/**
 * The directory at the end must name what was read, no more and no less: programs that look there first would see another
 * archive. Where it is missing, so may be entries.
 */
async function checkDirectory(bytes: Bytes, first: number, names: ReadonlySet<string>): Promise<void> {
  const named = new Set<string>();
  let mark = first;
  for (; mark === signature.directory; mark = await readMark(bytes)) {
    const head = await bytes.read(42);
    const isUtf8 = (head.readUInt16LE(4) & utf8Flag) !== 0;
    const name = readName(await bytes.read(head.readUInt16LE(24)), isUtf8);
    await bytes.read(head.readUInt16LE(26) + head.readUInt16LE(28));
    if (named.has(name) || !names.has(name)) throw new ArchiveError('its directory names other entries');
    named.add(name);
  }
  if (mark === signature.zip64End) {
    await bytes.read(Number((await bytes.read(8)).readBigUInt64LE(0) & 0xffffn));
    mark = await readMark(bytes);
  }
  if (mark === signature.zip64Locator) {
    await bytes.read(16);
    mark = await readMark(bytes);
  }
  if (mark !== signature.end) throw new ArchiveError('it is damaged');
  if (named.size !== names.size) throw new ArchiveError('its directory names other entries');
  await bytes.read(18);
}
