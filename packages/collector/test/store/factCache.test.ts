import { describe, expect, it } from 'vitest';
import { factCache } from '../../src/store/factCache.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A cache over moments as facts, and how often each day was read. */
function cached(moments: readonly number[], maxChars?: number) {
  const cache = factCache(maxChars);
  const read: number[] = [];
  const carts = (from: number, to: number) =>
    cache.facts<number>(
      'carts',
      'shop',
      { from, to },
      {
        momentOf: (at) => at,
        read: (day) => {
          read.push(day.from / DAY);
          const facts = moments.filter((at) => at >= day.from && at < day.to);
          return { facts, chars: 1000 * facts.length };
        },
      },
    );
  return { cache, carts, read };
}

describe(factCache.name, () => {
  it('reads each day once, and cuts the ends of a period to size', () => {
    const { carts, read } = cached([0, DAY - 1, DAY, 2 * DAY, 2 * DAY + 5]);
    expect(carts(1, 2 * DAY + 1)).toEqual([DAY - 1, DAY, 2 * DAY]);
    expect(carts(0, 3 * DAY)).toEqual([0, DAY - 1, DAY, 2 * DAY, 2 * DAY + 5]);
    expect(read).toEqual([0, 1, 2]);
  });

  it('reads a day again when one of its journeys changed, and only that', () => {
    const { cache, carts, read } = cached([0, DAY]);
    carts(0, 2 * DAY);
    const change = { startedAt: 0, createdAt: DAY + 7, orderedAt: null };
    cache.changed('shop', change);
    cache.changed('another', { ...change, createdAt: 0 });
    carts(0, 2 * DAY);
    expect(read).toEqual([0, 1, 1]);
  });

  it('forgets what was used least lately when there is too much', () => {
    const { carts, read } = cached([0, DAY, 2 * DAY], 2200);
    carts(0, DAY);
    carts(DAY, 2 * DAY);
    carts(0, DAY);
    carts(2 * DAY, 3 * DAY);
    carts(0, DAY);
    carts(DAY, 2 * DAY);
    expect(read).toEqual([0, 1, 2, 1]);
  });

  it('keeps nothing of a reading that is too much by itself', () => {
    const { carts, read } = cached([0, 1, DAY, DAY + 1], 3000);
    carts(0, DAY);
    carts(0, 2 * DAY);
    carts(0, DAY);
    carts(DAY, 2 * DAY);
    expect(read).toEqual([0, 1, 1]);
  });

  it('forgets empty days, too: they take room by themselves', () => {
    const { carts, read } = cached([], 1000);
    for (let day = 0; day < 30; day++) carts(day * DAY, (day + 1) * DAY);
    carts(0, DAY);
    expect(read.slice(30)).toEqual([0]);
  });

  it('reads a very long period at once, and keeps nothing of it', () => {
    const { carts, read } = cached([0, 5000 * DAY]);
    expect(carts(0, 6000 * DAY)).toEqual([0, 5000 * DAY]);
    carts(0, 6000 * DAY);
    expect(read).toEqual([0, 0]);
  });
});
