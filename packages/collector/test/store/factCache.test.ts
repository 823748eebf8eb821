import { describe, expect, it } from 'vitest';
import { factCache } from '../../src/store/factCache.ts';

const PART = 6 * 60 * 60 * 1000;

/** A cache over moments as facts, and how often each part was read. */
function cached(moments: readonly number[], maxChars?: number) {
  const cache = factCache(maxChars);
  const read: number[] = [];
  const parts = (from: number, to: number) =>
    cache.parts<number>(
      'carts',
      'shop',
      { from, to },
      {
        momentOf: (at) => at,
        source: (part) => ({
          read: () => {
            read.push(part.from / PART);
            const facts = moments.filter((at) => at >= part.from && at < part.to);
            return { facts, chars: 1000 * facts.length };
          },
        }),
      },
    );
  const carts = (from: number, to: number) => parts(from, to).flatMap((part) => part.facts());
  const count = (from: number, to: number) =>
    parts(from, to).reduce((sum, part) => sum + part.recall({ name: 'n', asOf: 0 }, countOf).n, 0);
  return { cache, parts, carts, count, read };
}

const countOf = (facts: readonly number[]) => ({ n: facts.length, until: Infinity });

describe(factCache.name, () => {
  it('reads each part once, and cuts the ends of a period to size', () => {
    const { carts, read } = cached([0, PART - 1, PART, 2 * PART, 2 * PART + 5]);
    expect(carts(1, 2 * PART + 1)).toEqual([PART - 1, PART, 2 * PART]);
    expect(carts(0, 3 * PART)).toEqual([0, PART - 1, PART, 2 * PART, 2 * PART + 5]);
    expect(read).toEqual([0, 1, 2]);
  });

  it('reads nothing before it is asked for facts', () => {
    const { parts, read } = cached([0, PART]);
    parts(0, 2 * PART);
    expect(read).toEqual([]);
  });

  it('reads a part again when one of its journeys changed, and only that', () => {
    const { cache, carts, count, read } = cached([0, PART]);
    carts(0, 2 * PART);
    count(0, 2 * PART);
    const change = { startedAt: 0, createdAt: PART + 7, orderedAt: null };
    cache.changed('shop', change);
    cache.changed('another', { ...change, createdAt: 0 });
    count(0, 2 * PART);
    expect(read).toEqual([0, 1, 1]);
  });

  it('gives the same part again until one of its journeys changed, its cut ends too', () => {
    const { cache, parts } = cached([0, PART]);
    const [first, second] = parts(5, 2 * PART);
    cache.changed('shop', { startedAt: 0, createdAt: PART, orderedAt: null });
    const [same, other] = parts(5, 2 * PART);
    expect(same).toBe(first);
    expect(other).not.toBe(second);
  });

  it('forgets the facts that were used least lately when there are too many, and knows what they came to', () => {
    const { carts, count, read } = cached([0, PART, 2 * PART], 2200);
    count(0, 3 * PART);
    carts(PART, 2 * PART);
    carts(0, PART);
    expect(read).toEqual([0, 1, 2, 0]);
    expect(count(0, 3 * PART)).toBe(3);
    expect(read).toHaveLength(4);
  });

  it('forgets what facts came to as well when that is too much, longest ago first', () => {
    const moments = [0, 1, 2, 3, PART, PART + 1, 2 * PART];
    // There is room for three parts of which something is remembered, and no more.
    const { count, parts, read } = cached(moments, 800);
    count(0, 3 * PART);
    parts(PART, 3 * PART);
    read.length = 0;
    count(PART, 3 * PART);
    expect(read).toEqual([]);
    expect(count(0, PART)).toBe(4);
    expect(read).toEqual([]);
    parts(3 * PART, 9 * PART);
    expect(count(PART, 3 * PART)).toBe(3);
    expect(read).toEqual([1, 2]);
  });

  it('keeps nothing under the name of a part that changed while it was read', () => {
    const { cache, parts, carts, read } = cached([0]);
    const [part] = parts(0, PART);
    cache.changed('shop', { startedAt: 0, createdAt: 0, orderedAt: null });
    expect(part?.facts()).toEqual([0]);
    carts(0, PART);
    expect(read).toEqual([0, 0]);
  });

  it('reads a very long period at once, and keeps nothing of it', () => {
    const { carts, read } = cached([0, 20_000 * PART]);
    expect(carts(0, 24_000 * PART)).toEqual([0, 20_000 * PART]);
    carts(0, 24_000 * PART);
    expect(read).toEqual([0, 0]);
  });
});
