import { describe, expect, it } from 'vitest';
import { abandonedCarts } from '../src/abandonedCarts.ts';
import { abandoned, DAY, emptied, lost, NOW, open, ordered, QUESTION } from './facts.ts';

describe(abandonedCarts.name, () => {
  it('lists the carts left behind and no others, the most valuable first', () => {
    const facts = [
      abandoned({ id: 'small', amount: 1_00 }),
      open({ amount: 99_00 }),
      ordered({ amount: 99_00 }),
      emptied({ amount: 99_00 }),
      lost({ id: 'lost', amount: 5_00 }),
      abandoned({ id: 'large', amount: 9_00 }),
    ];
    const carts = abandonedCarts(facts, { ...QUESTION, from: NOW - 60 * DAY });

    expect(carts.map(({ journey, state }) => [journey, state])).toEqual([
      ['large', 'abandoned'],
      ['lost', 'lost'],
      ['small', 'abandoned'],
    ]);
  });

  it('does not compare amounts in unlike currencies: the site’s own come first', () => {
    const facts = [
      abandoned({ id: 'won', amount: 50_000, currency: 'KRW' }),
      abandoned({ id: 'euro', amount: 1_00 }),
    ];
    expect(abandonedCarts(facts, QUESTION).map(({ journey }) => journey)).toEqual(['euro', 'won']);
  });

  it('says what was in it, where and when it was left, and how often', () => {
    const fact = abandoned({ amount: 12_50, steps: ['cart', 'shipping'], stopsAt: ['cart'] });
    const entry = { channel: 'web', device: 'mobile' as const };

    expect(abandonedCarts([{ ...fact, entry }], QUESTION)).toEqual([
      {
        journey: fact.id,
        person: fact.person,
        state: 'abandoned',
        leftAt: new Date(NOW - 2 * DAY).toISOString(),
        step: 'shipping',
        currency: 'EUR',
        amount: '12.50',
        lines: [{ item: 'G1', name: 'Guitar', quantity: 1, price: 12_50 }],
        visits: 2,
        stops: 2,
        device: 'mobile',
      },
    ]);
  });

  it('stops at the limit, and breaks ties by id so that the order never wavers', () => {
    const facts = [abandoned({ id: 'b' }), abandoned({ id: 'a' }), abandoned({ id: 'c' })];
    expect(abandonedCarts(facts, QUESTION, 2).map(({ journey }) => journey)).toEqual(['a', 'b']);
  });
});
