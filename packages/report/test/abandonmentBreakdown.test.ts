import { describe, expect, it } from 'vitest';
import { abandonment } from '../src/abandonment.ts';
import { abandonmentBreakdown } from '../src/abandonmentBreakdown.ts';
import type { JourneyFact } from '../src/question.ts';
import { SEGMENT_KEYS, type SegmentKey } from '../src/segment.ts';
import { wilson } from '../src/wilson.ts';
import { abandoned, direct, emptied, looked, open, ordered, QUESTION, withCart } from './facts.ts';

const of = (facts: readonly JourneyFact[], by: SegmentKey = 'device') =>
  abandonmentBreakdown(facts, by, QUESTION);
const on = (device: 'mobile' | 'desktop', fact: JourneyFact): JourneyFact => ({
  ...fact,
  entry: { ...fact.entry, device },
});

describe(abandonmentBreakdown.name, () => {
  it('counts the carts of each value, the most first and the unknown last', () => {
    const facts = [
      on('desktop', ordered()),
      on('mobile', abandoned({ amount: 12_50 })),
      on('mobile', abandoned({ amount: 7_00, currency: 'CHF' })),
      on('mobile', open()),
      abandoned(),
      abandoned(),
      abandoned(),
    ];
    expect(of(facts)).toEqual({
      by: 'device',
      overlaps: false,
      rows: [
        {
          ...{ value: 'mobile', created: 3, open: 1, ordered: 0, left: 2, rate: wilson(2, 2) },
          ...{ valueLeft: '12.50', otherValuesLeft: [{ currency: 'CHF', amount: '7.00' }] },
        },
        {
          ...{ value: 'desktop', created: 1, open: 0, ordered: 1, left: 0, rate: wilson(0, 1) },
          ...{ valueLeft: '0.00', otherValuesLeft: [] },
        },
        {
          ...{ value: null, created: 3, open: 0, ordered: 0, left: 3, rate: wilson(3, 3) },
          ...{ valueLeft: '30.00', otherValuesLeft: [] },
        },
      ],
    });
  });

  it.each(SEGMENT_KEYS.filter((key) => key !== 'item'))('by %s adds up to all carts', (by) => {
    const kinds = [abandoned, emptied, open, ordered];
    const facts = Array.from(
      { length: 200 },
      (_, n): JourneyFact => ({
        ...kinds[n % 4]!({ amount: n * 100 }),
        returning: n % 3 === 0,
        entry: {
          channel: 'web',
          ...(n % 5 > 0 && { device: n % 5 > 2 ? 'mobile' : 'tablet' }),
          ...(n % 7 > 0 && { channelGroup: `Group ${n % 7}` }),
          ...(n % 9 > 0 && { url: `https://shop.example/${n % 30}?utm_campaign=c${n % 20}` }),
        },
      }),
    );
    const all = abandonment([...facts, direct(), looked()], QUESTION);
    const { rows } = of([...facts, direct(), looked()], by);
    const sum = (figure: (row: (typeof rows)[number]) => number) =>
      rows.reduce((total, row) => total + figure(row), 0);
    expect(sum(({ created }) => created)).toBe(all.carts.created);
    expect(sum(({ left }) => left)).toBe(all.carts.abandoned + all.carts.lost);
    expect(sum(({ ordered }) => ordered)).toBe(all.carts.ordered);
    expect(sum(({ valueLeft }) => Math.round(Number(valueLeft) * 100))).toBe(
      Math.round(Number(all.value.left) * 100),
    );
    expect(rows.length).toBeLessThanOrEqual(14);
    if (by === 'landing') expect(rows.at(-2)).toMatchObject({ value: null, others: 18 });
  });

  it('says that a cart with two things in it is in two rows', () => {
    const line = (item: string) => ({ item, quantity: 1, price: 5_00 });
    const both = withCart(abandoned(), { lines: [line('A'), line('B')] });
    const { overlaps, rows } = of([both, withCart(ordered(), { lines: [line('B')] })], 'item');
    expect(overlaps).toBe(true);
    expect(rows.map(({ value, created }) => [value, created])).toEqual([
      ['B', 2],
      ['A', 1],
    ]);
  });
});
