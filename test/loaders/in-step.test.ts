import { describe, expect, it } from 'vitest';
import { inStep } from '../../src/loaders/in-step.js';
import { arrayListing, type Ask, type Listing } from '../../src/pagination/listing.js';

const ask: Ask = { from: 0, limit: 5, needMore: false, needTotal: false };

/** A listing whose answer comes when it is let go. */
function createSlow(rows: readonly string[]): {
  listing: Listing<string>;
  answer: () => void;
  fail: () => void;
} {
  let settle: { answer: () => void; fail: () => void } | undefined;
  const promise = new Promise<readonly string[]>((resolve, reject) => {
    settle = { answer: () => resolve(rows), fail: () => reject(new Error('lost')) };
  });
  if (settle === undefined) throw new Error('a promise starts at once');
  return { listing: arrayListing(() => promise), ...settle };
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('listings in step', () => {
  it('end together, whichever answers first', async () => {
    const [one, two] = [createSlow(['a']), createSlow(['b'])];
    const [first, second] = inStep([one.listing, two.listing]);
    const ended: string[] = [];
    const reads = [first, second].map(async (listing, index) => {
      const slice = await listing?.read(ask);
      ended.push(`${index}: ${String(slice?.rows[0]?.value)}`);
    });
    two.answer();
    await turn();
    await turn();
    expect(ended).toEqual([]);
    one.answer();
    await Promise.all(reads);
    expect(ended).toEqual(['0: a', '1: b']);
  });

  it('fail alone', async () => {
    const [one, two] = [createSlow(['a']), createSlow(['b'])];
    const [first, second] = inStep([one.listing, two.listing]);
    const reads = Promise.allSettled([first?.read(ask), second?.read(ask)]);
    one.fail();
    await turn();
    two.answer();
    const [failed, read] = await reads;
    expect(failed.status).toBe('rejected');
    expect(read).toMatchObject({ status: 'fulfilled', value: { rows: [{ value: 'b' }] } });
  });

  it('that are read later are a step of their own', async () => {
    const [one, two] = [createSlow(['a']), createSlow(['b'])];
    const [first, second] = inStep([one.listing, two.listing]);
    const waiting = second?.read(ask);
    await turn();
    one.answer();
    // Read after the other's turn: its answer is not kept waiting.
    expect((await first?.read(ask))?.rows).toMatchObject([{ value: 'a' }]);
    two.answer();
    expect((await waiting)?.rows).toMatchObject([{ value: 'b' }]);
  });
});
