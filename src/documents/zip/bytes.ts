import { ArchiveError } from './error.js';

/** Bytes as they arrive, read piece by piece or by count. Holds no more than one piece of what was not asked for. */
export interface Bytes {
  /** How many have been read. */
  readonly position: number;
  /** @throws ArchiveError where fewer are left */
  read(count: number): Promise<Buffer>;
  /**
   * Whatever is here, `most` at most.
   * @throws ArchiveError where nothing is left
   */
  next(most?: number): Promise<Buffer>;
  /** Takes back the end of what was read last. */
  unread(rest: Buffer): void;
}

export function createBytes(body: AsyncIterator<Buffer>): Bytes {
  let held: Buffer = Buffer.alloc(0);
  let position = 0;
  const fill = async (): Promise<Buffer> => {
    const next = await body.next();
    if (next.done === true) throw new ArchiveError('it ends early');
    return next.value;
  };
  const take = (count: number): Buffer => {
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    position += taken.length;
    return taken;
  };
  return {
    get position() {
      return position;
    },
    async read(count) {
      while (held.length < count) held = Buffer.concat([held, await fill()]);
      return take(count);
    },
    async next(most = Infinity) {
      while (held.length === 0) held = await fill();
      return take(Math.min(most, held.length));
    },
    unread(rest) {
      position -= rest.length;
      held = Buffer.concat([rest, held]);
    },
  };
}
