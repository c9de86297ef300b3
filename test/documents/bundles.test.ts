import { deflateRawSync, crc32 } from 'node:zlib';
import { Zip, ZipDeflate, zipSync, unzipSync, strFromU8, type Zippable } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { bundle, faultOf, linkOf } from './support.js';

const text = (content: string): Buffer => Buffer.from(content);
const pdf = text('%PDF-1.4 a contract');
const json = text('{"signed":true}');

/** Bytes that do not shrink. */
const noise = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
};

/** As programs write it that do not know how long an entry will be: sizes stand behind it. */
function streamed(files: Readonly<Record<string, Buffer>>): Buffer {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  for (const [name, content] of Object.entries(files)) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

const packed = (files: Zippable): Buffer => Buffer.from(zipSync(files));

/** The same archive with bytes of its first entry's header changed, where they stand behind its mark. */
function changed(archive: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(archive);
  change(copy);
  return copy;
}

/** An entry whose content is said to be what it is not. */
function lying(
  name: string,
  content: Buffer,
  told: { readonly size?: number; readonly checksum?: number },
): Buffer {
  return changed(packed({ [name]: content }), (copy) => {
    copy.writeUInt32LE(told.checksum ?? crc32(content), 14);
    copy.writeUInt32LE(told.size ?? content.length, 22);
  });
}

describe('a signed bundle', () => {
  let gateway: TestGateway;
  let link: string;
  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['pigello'], documents: { maxFileBytes: 8 * 1024 * 1024 } });
    link = await linkOf(gateway, bundle);
  });
  afterAll(() => gateway.close());
  afterEach(() => gateway.sandbox.reset());

  const follow = (bytes: Buffer, query = ''): Promise<Response> => {
    gateway.sandbox.pigello.fail('/files/{name}', { replace: { bytes } });
    return fetch(`${link}${query}`);
  };
  const contentOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

  it('is given as the PDF in it, and the rest of it apart', async () => {
    const answer = await fetch(link, { headers: { range: 'bytes=0-3' } });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'accept-ranges': 'none',
      'content-disposition': expect.stringMatching(/^inline; filename="Avtal A-\d+\.pdf"/) as string,
    });
    const content = await contentOf(answer);
    expect(content.length).toBe(Number(answer.headers.get('content-length')));
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content.subarray(-6).toString()).toBe('%%EOF\n');

    const rest = await fetch(`${link}?part=metadata`);
    expect(rest.headers.get('content-type')).toBe('application/json');
    expect(rest.headers.get('content-disposition')).toMatch(/^attachment; filename="verification.json"/);
    expect(Object.keys((await rest.json()) as object)).toEqual(['document', 'signedAt']);
  });

  it.each([
    ['packed', packed({ 'a.json': json, 'Avtal.PDF': [pdf, { level: 6 }] })],
    ['not packed', packed({ 'Avtal.pdf': [pdf, { level: 0 }], 'a.json': json })],
    ['with sizes behind the entries', streamed({ 'a.json': json, 'Avtal.pdf': pdf, 'b.json': json })],
    ['in folders', packed({ docs: { 'Avtal.pdf': pdf }, proof: { 'a.json': json } })],
  ])('is read %s', async (_, archive) => {
    const answer = await follow(archive);
    expect(answer.status).toBe(200);
    expect(await contentOf(answer)).toEqual(pdf);
  });

  it('is read although a mark of ZIP files stands in an entry', async () => {
    const nested = Buffer.concat([
      pdf,
      packed({ 'x.txt': json }),
      noise(5_000),
      text('PK\u0007\u0008PK\u0003\u0004'),
    ]);
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_, piece) => pieces.push(piece));
    const entry = new ZipDeflate('a.pdf', { level: 0 });
    zip.add(entry);
    entry.push(nested, true);
    zip.end();
    expect(await contentOf(await follow(Buffer.concat(pieces)))).toEqual(nested);
  });

  it('that is larger than what is held back arrives whole, with its length', async () => {
    const large = Buffer.concat([pdf, noise(1_500_000)]);
    const answer = await follow(packed({ 'a.pdf': [large, { level: 1 }], 'z.json': json }));
    expect(answer.headers.get('content-length')).toBe(String(large.length));
    expect((await contentOf(answer)).equals(large)).toBe(true);
    const unknown = await follow(streamed({ 'a.pdf': large }));
    expect(unknown.headers.get('content-length')).toBeNull();
    expect((await contentOf(unknown)).equals(large)).toBe(true);
  });

  it('that is a PDF after all is given as it is, and has no metadata', async () => {
    const answer = await follow(pdf);
    expect([answer.status, (await contentOf(answer)).equals(pdf)]).toEqual([200, true]);
    expect(await faultOf(await follow(pdf, '?part=metadata'))).toMatchObject({ status: 404 });
    expect(await faultOf(await follow(packed({ 'a.pdf': pdf }), '?part=metadata'))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  });

  it('gives several files beside the PDF as a ZIP file', async () => {
    const answer = await follow(
      packed({ 'a.pdf': pdf, 'a.json': json, p: { 'b.xml': text('<b/>') } }),
      '?part=metadata',
    );
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(await contentOf(answer));
    expect(Object.keys(files)).toEqual(['a.json', 'p/b.xml']);
    expect(strFromU8(files['p/b.xml']!)).toBe('<b/>');
  });

  const named = (name: string): Buffer => packed({ 'a.pdf': pdf, [name]: json });
  it.each([
    ['holds no PDF', 'no PDF', packed({ 'a.json': json })],
    ['holds nothing', 'ends early', text('PK\u0003\u0004')],
    ['holds two PDFs', 'more than one PDF', packed({ 'a.pdf': pdf, 'b.pdf': pdf })],
    [
      'holds too many entries',
      'more than 100 entries',
      packed({
        'a.pdf': pdf,
        ...Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.txt`, json])),
      }),
    ],
    ['leads out of its folder', 'no plain file name', named('../../etc/cron.d/x')],
    ['leads out in its middle', 'no plain file name', named('a/../../x')],
    ['leads out by backslashes', 'no plain file name', named('..\\x')],
    ['leads to the root', 'no plain file name', named('/etc/passwd')],
    ['leads to a drive', 'no plain file name', named('C:x')],
    ['has NUL in a name', 'no plain file name', named('a.pdf\u0000.json')],
    ['has a line break in a name', 'no plain file name', named('a\r\nx-header: b')],
    ['has the PDF in a place that leads out', 'no plain file name', packed({ '../a.pdf': pdf })],
    ['is encrypted', 'encrypted', changed(packed({ 'a.pdf': pdf }), (copy) => copy.writeUInt16LE(1, 6))],
    [
      'is packed otherwise',
      'a way that cannot be read',
      changed(packed({ 'a.pdf': pdf }), (copy) => copy.writeUInt16LE(14, 8)),
    ],
    ['is longer than it says', 'longer than it says', lying('a.pdf', noise(5_000), { size: 4_000 })],
    ['is shorter than it says', 'not what it says', lying('a.pdf', noise(5_000), { size: 6_000 })],
    ['has another checksum', 'not what it says', lying('a.pdf', pdf, { checksum: 1 })],
    ['ends early', 'ends early', packed({ 'a.pdf': pdf, 'z.json': json }).subarray(0, 90)],
    [
      'has no directory',
      'ends early',
      packed({ 'a.pdf': pdf }).subarray(0, 30 + 5 + deflateRawSync(pdf).length),
    ],
    [
      'has another directory',
      'names other entries',
      changed(packed({ 'a.pdf': pdf }), (copy) => copy.write('b.pdf', copy.lastIndexOf('a.pdf'))),
    ],
    [
      'grows without end',
      '100 times',
      packed({ 'a.pdf': pdf, 'z.json': [Buffer.alloc(4_000_000), { level: 9 }] }),
    ],
    ['is a bomb itself', '100 times', packed({ 'a.pdf': [Buffer.alloc(7_000_000), { level: 9 }] })],
    [
      'is larger than any file may be',
      'larger than',
      packed({ 'z.bin': [noise(9_000_000), { level: 0 }], 'a.pdf': pdf }),
    ],
  ])('is refused where it %s', async (_, told, archive) => {
    const fault = await faultOf(await follow(archive));
    expect(fault).toMatchObject({ status: 502, code: 'UPSTREAM_BAD_RESPONSE' });
    expect(['ARCHIVE', 'TOO_LARGE']).toContain(fault.reason);
    expect(fault.message).toContain(told);
    expect(fault.message).not.toMatch(/etc|passwd|cron|x-header/);
  });

  it('that shows late what is wrong with it breaks off', async () => {
    const large = Buffer.concat([pdf, noise(1_500_000)]);
    const wrong: readonly Buffer[] = [
      packed({ 'a.pdf': [large, { level: 1 }], 'b.pdf': pdf }),
      packed({ 'a.pdf': [large, { level: 1 }], '../z.json': json }),
      lying('a.pdf', large, { checksum: 1 }),
      packed({ 'a.pdf': [large, { level: 1 }] }).subarray(0, 1_400_000),
    ];
    for (const archive of wrong)
      await expect(follow(archive).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    expect(
      gateway.logged.filter((line) => line.includes('could not be given')).length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('holds no more than so much beside the PDF', async () => {
    const archive = packed({ 'a.pdf': pdf, 'z.bin': [noise(5_000_000), { level: 0 }] });
    expect(await faultOf(await follow(archive, '?part=metadata'))).toMatchObject({ reason: 'ARCHIVE' });
  });
});
