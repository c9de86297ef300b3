import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { parseGlobalId, toGlobalId } from '../domain/global-id.js';
import type { Ref } from '../domain/index.js';

/** What a link to a document's file says. */
export interface DocumentLink {
  readonly document: Ref<'Document'>;
  /** `Caller.id` of whom it was made for, so that the log can say whose link was followed. */
  readonly caller: string;
}

/** Writes and reads links: the link alone opens the file, so that it is signed, and soon ends. */
export interface DocumentLinks {
  /** What stands behind `/documents/`. */
  write(link: DocumentLink): string;
  /** The link; `forged` for whatever was not written with one of the keys, `expired` once its time is over. */
  read(token: string): DocumentLink | 'forged' | 'expired';
}

/** The keys sign cursors, too: what was signed for one purpose must be worth nothing for the other. */
const purpose = 'gatehouse links to documents';

const macBytes = 32;

/** Characters: a global id, a caller's id, a time and a signature, with room. */
const longest = 4_096;

export interface LinkOptions {
  /** The first signs, every one is accepted. */
  readonly keys: readonly [string, ...string[]];
  /** Seconds for which a link can be followed. */
  readonly lifetime: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export function createDocumentLinks({ keys, lifetime, now = Date.now }: LinkOptions): DocumentLinks {
  const derived = keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));
  const sign = (key: Buffer, payload: Buffer): Buffer => createHmac('sha256', key).update(payload).digest();
  return {
    write({ document, caller }) {
      const expiry = Math.floor(now() / 1000) + lifetime;
      const payload = Buffer.from(JSON.stringify([toGlobalId(document), expiry, caller]));
      return Buffer.concat([sign(derived[0] ?? Buffer.alloc(0), payload), payload]).toString('base64url');
    },
    read(token) {
      if (token.length > longest || !/^[A-Za-z0-9_-]+$/.test(token)) return 'forged';
      const bytes = Buffer.from(token, 'base64url');
      const mac = bytes.subarray(0, macBytes);
      const payload = bytes.subarray(macBytes);
      const genuine =
        // Of several texts for the same bytes one is ours.
        bytes.toString('base64url') === token &&
        mac.length === macBytes &&
        derived.some((key) => timingSafeEqual(sign(key, payload), mac));
      if (!genuine) return 'forged';
      // What we signed, we wrote: its form needs no second check.
      const [id, expiry, caller] = JSON.parse(payload.toString('utf8')) as [string, number, string];
      if (expiry * 1000 <= now()) return 'expired';
      const document = parseGlobalId(id);
      return document?.type === 'Document' ? { document: document as Ref<'Document'>, caller } : 'forged';
    },
  };
}
