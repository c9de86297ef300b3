import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { FileRecord } from './model.js';

/** The bytes of a stored file: a small but valid PDF, ZIP or PNG, the same each time. */
export function fileBody(file: FileRecord): Buffer {
  if (file.contentType === 'image/png') return PIXEL;
  if (file.contentType === 'application/pdf') return pdf(file.name);
  const inner = file.name.replace(/\.zip$/, '.pdf');
  const proof = JSON.stringify({ document: file.key, signedAt: file.signedAt });
  return zip([
    [inner, pdf(inner)],
    ['verification.json', Buffer.from(proof)],
  ]);
}

/** Base64 of the MD5 of a body, as storage services send it. */
export function md5Base64(body: Uint8Array): string {
  return createHash('md5').update(body).digest('base64');
}

/** A PNG of one grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** One page with one line of text. */
function pdf(title: string): Buffer {
  const line = title.normalize('NFD').replace(/[^ -~]|[()\\]/g, '');
  const content = `BT /F1 14 Tf 60 760 Td (${line}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return String(at).padStart(10, '0');
  });
  const table = offsets.map((at) => `${at} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A ZIP of uncompressed entries with UTF-8 names (APPNOTE 6.3, general purpose bit 11). */
function zip(entries: readonly (readonly [name: string, body: Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, body] of entries) {
    const title = Buffer.from(name);
    // What a local header and its entry in the directory share: version to checksum, sizes, length of the name.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(0x21, 8); // 1 January 1980
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(title.length, 22);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, attributes, title);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, body);
    offset += 30 + title.length + body.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
