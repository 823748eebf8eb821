import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Witness } from '../../src/quarantine/judge.ts';
import { NOW } from '../touchpoints.ts';

const seen = (type: string, rest: Partial<Witness> = {}, n = 0): Witness => ({
  id: `${type}${n}`,
  type,
  at: NOW,
  suspicion: '',
  ...rest,
});
const many = (count: number, type: string, everyMs: number): Witness[] =>
  Array.from({ length: count }, (_, n) => seen(type, { at: NOW + n * everyMs }, n));
const reasonsOf = (witnesses: readonly Witness[], verdict?: 'held' | 'released') => [
  ...new Set(judge(witnesses, verdict).values()),
];

describe(judge.name, () => {
  it.each([
    ['a shopper', [seen('page_view'), seen('add_to_cart'), seen('purchase')], []],
    ['an order alone', [seen('purchase')], ['order_only']],
    ['orders and their refund alone', [seen('purchase'), seen('refund')], ['order_only']],
    ['a refund alone, which orders nothing', [seen('refund')], []],
    ['an order with a cart', [seen('purchase'), seen('add_to_cart')], []],
    [
      'an order whose page view comes later',
      [seen('purchase'), seen('page_view', { at: NOW + 9e6 })],
      [],
    ],
    ['an order from a server', [seen('purchase', { suspicion: null })], []],
    [
      'an order that a server vouches for',
      [seen('purchase'), seen('purchase', { suspicion: null }, 1)],
      [],
    ],
    ['thirty pages in ten seconds', many(30, 'page_view', 1), []],
    ['thirty-one pages in ten seconds', many(31, 'page_view', 300), ['speed']],
    ['thirty-one pages in a minute', many(31, 'page_view', 2000), []],
    ['300 of anything in ten seconds', many(300, 'scroll', 1), []],
    ['301 of anything in ten seconds', many(301, 'scroll', 33), ['speed']],
    ['5000 in a day', many(5000, 'scroll', 2000), []],
    ['5001 in a day', many(5001, 'scroll', 2000), ['flood']],
    ['5001 in two days', many(5001, 'scroll', 30_000), []],
    [
      'a file with thousands',
      many(301, 'page_view', 1).map((each) => ({ ...each, suspicion: null })),
      [],
    ],
  ])('%s', (_, witnesses, reasons) => {
    expect(reasonsOf(witnesses)).toEqual(reasons);
  });

  it('takes out one odd touchpoint, not its neighbours', () => {
    const found = judge(
      [seen('page_view'), seen('add_to_cart', { suspicion: 'value' })],
      undefined,
    );
    expect([...found]).toEqual([['add_to_cart0', 'value']]);
  });

  it('bows to whoever decided, one way or the other', () => {
    const bot = [seen('page_view', { suspicion: 'bot' })];
    expect(reasonsOf(bot, 'released')).toEqual([]);
    expect(reasonsOf([seen('page_view'), seen('purchase', { suspicion: null })], 'held')).toEqual([
      'held',
    ]);
  });

  it('says the same in whatever order they arrived', () => {
    const witness = fc.record({
      id: fc.uuid(),
      type: fc.constantFrom('page_view', 'purchase', 'refund'),
      at: fc.integer({ min: NOW, max: NOW + 30_000 }),
      suspicion: fc.constantFrom('' as const, 'bot' as const, null),
    });
    fc.assert(
      fc.property(
        fc.array(witness, { maxLength: 60 }),
        fc.infiniteStream(fc.nat()),
        (all, order) => {
          const shuffled = all
            .map((each) => ({ each, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          expect(new Map([...judge(shuffled, undefined)].sort())).toEqual(
            new Map([...judge(all, undefined)].sort()),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
