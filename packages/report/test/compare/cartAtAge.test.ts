import { describe, expect, it } from 'vitest';
import { cartsAtAge } from '../../src/compare/cartAtAge.ts';
import { stopOf } from '../../src/compare/stopCounts.ts';
import {
  abandoned,
  DAY,
  direct,
  HOUR,
  MINUTE,
  NOW,
  ordered,
  QUESTION,
  withCart,
} from '../facts.ts';

const createdAt = NOW - 10 * DAY;
const order = { id: 'o', confirmed: false, currency: 'EUR', amount: 10_00, refunded: 0 };
const at = (fact: Parameters<typeof withCart>[0], ageMs: number) =>
  cartsAtAge([fact], QUESTION, ageMs)[0];

describe(cartsAtAge.name, () => {
  const wonBack = withCart(ordered({ createdAt, steps: ['cart', 'checkout'] }), {
    stops: [
      { at: createdAt + 10 * MINUTE, until: createdAt + 3 * DAY, step: 'checkout', amount: 10_00 },
    ],
    order: { ...order, at: createdAt + 3 * DAY + MINUTE },
  });

  it.each([
    ['still moving', 30 * MINUTE, 'open', undefined],
    ['silent, but not for long', HOUR, 'open', undefined],
    ['silent for an hour', HOUR + 10 * MINUTE, 'left', 'checkout'],
    ['silent for days', 2 * DAY, 'left', 'checkout'],
    ['back', 3 * DAY, 'open', undefined],
    ['ordered', 3 * DAY + MINUTE, 'ordered', undefined],
  ])('sees a cart that was won back as it was when %s', (_, ageMs, state, leftAt) => {
    expect(at(wonBack, ageMs)).toMatchObject({ state });
    expect(at(wonBack, ageMs)?.leftAt).toBe(leftAt);
  });

  it('knows of no step that was done later', () => {
    const late = withCart(abandoned({ createdAt }), {
      steps: [
        { step: 'cart', at: createdAt, activeMs: 0 },
        { step: 'payment', at: createdAt + 2 * DAY, activeMs: 0 },
      ],
      stops: [
        { at: createdAt, until: createdAt + 2 * DAY, step: 'cart', amount: 1 },
        { at: createdAt + 2 * DAY, step: 'payment', amount: 1 },
      ],
    });
    expect(at(late, DAY)).toMatchObject({ steps: ['cart'], leftAt: 'cart' });
    expect(at(late, 5 * DAY)).toMatchObject({ steps: ['cart', 'payment'], leftAt: 'payment' });
  });

  it('knows of an emptied cart only when it was emptied', () => {
    const emptied = withCart(abandoned({ createdAt }), { emptiedAt: createdAt + DAY, stops: [] });
    expect(at(emptied, DAY - 1)).toMatchObject({ state: 'open' });
    expect(at(emptied, DAY)).toMatchObject({ state: 'emptied' });
  });

  it('leaves out who is younger, and who is of another period', () => {
    expect(at(abandoned({ createdAt: NOW - DAY }), DAY)).toBeDefined();
    expect(at(abandoned({ createdAt: NOW - DAY + 1 }), DAY)).toBeUndefined();
    expect(at(abandoned({ createdAt: QUESTION.from - 1 }), DAY)).toBeUndefined();
  });
});

describe(stopOf.name, () => {
  const left = at(abandoned({ createdAt, steps: ['cart', 'shipping'] }), 9 * DAY)!;

  it.each([
    ['all carts', undefined, { hits: 1, n: 1 }],
    ['the step it was left at', 'shipping', { hits: 1, n: 1 }],
    ['a step it went on from', 'cart', { hits: 0, n: 1 }],
    ['a step it skipped', 'checkout', { hits: 0, n: 0 }],
    ['a step it never came to', 'payment', { hits: 0, n: 0 }],
  ])('counts a cart that was left: of %s', (_, step, count) => {
    expect(stopOf(left, step)).toEqual(count);
  });

  it('counts an open cart nowhere, and a direct order among all', () => {
    const open = at(abandoned({ createdAt }), 0)!;
    expect(stopOf(open)).toEqual({ hits: 0, n: 0 });
    expect(stopOf(at(direct(), 2 * DAY)!)).toEqual({ hits: 0, n: 1 });
  });
});
