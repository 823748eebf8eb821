import { describe, expect, it } from 'vitest';
import { abandonment } from '../src/abandonment.ts';
import type { JourneyFact } from '../src/question.ts';
import { abandoned, direct, emptied, open, ordered, QUESTION, withCart } from './facts.ts';

const steps = (...facts: JourneyFact[]) => abandonment(facts, QUESTION).steps;
const stepOf = (step: string, ...facts: JourneyFact[]) =>
  steps(...facts).find((each) => each.step === step);

describe('the steps of an abandonment report', () => {
  it('tells what became of the carts at each step', () => {
    const facts = [
      abandoned({ steps: ['cart', 'checkout'], amount: 20_00 }),
      abandoned({ steps: ['cart', 'checkout', 'shipping'], amount: 30_00 }),
      open({ steps: ['cart', 'checkout'] }),
      emptied({ steps: ['cart', 'checkout'] }),
      ordered({ steps: ['cart', 'checkout', 'shipping', 'payment'] }),
    ];
    expect(steps(...facts)).toMatchObject([
      { step: 'cart', reached: 5, continued: 5, stoppedHere: 0, valueLeft: '0.00' },
      {
        step: 'checkout',
        reached: 5,
        continued: 2,
        stoppedHere: 1,
        openHere: 1,
        emptiedHere: 1,
        valueLeft: '20.00',
      },
      { step: 'shipping', reached: 2, continued: 1, stoppedHere: 1, valueLeft: '30.00' },
      { step: 'payment', reached: 1, continued: 1, stoppedHere: 0, valueLeft: '0.00' },
    ]);
  });

  it('takes a step that was passed over for skipped, not for left', () => {
    const express = ordered({ steps: ['cart', 'payment'] });
    const usual = ordered({ steps: ['cart', 'shipping', 'payment'] });

    expect(stepOf('shipping', express, usual)).toMatchObject({
      reached: 1,
      continued: 1,
      skipped: 1,
      stoppedHere: 0,
    });
  });

  it('lets a step that lies beyond where a cart got be neither reached nor skipped', () => {
    const short = abandoned({ steps: ['cart'] });
    const long = ordered({ steps: ['cart', 'payment'] });

    expect(stepOf('payment', short, long)).toMatchObject({ reached: 1, skipped: 0 });
  });

  it('lets an order without a cart skip every step', () => {
    expect(stepOf('cart', direct())).toMatchObject({ reached: 0, skipped: 1, continued: 0 });
  });

  it('puts goods that were seen before any step into the cart', () => {
    const { deepest: _, ...cart } = abandoned({ steps: [] }).cart!;
    const stepless = { ...abandoned(), cart };

    expect(stepOf('cart', stepless)).toMatchObject({ reached: 1, stoppedHere: 1 });
  });

  it('counts where a cart got furthest, though the shopper went back', () => {
    const back = abandoned({ steps: ['cart', 'shipping', 'contact'], deepest: 'shipping' });

    expect(stepOf('shipping', back)).toMatchObject({ stoppedHere: 1 });
    expect(stepOf('contact', back)).toMatchObject({ reached: 1, continued: 1 });
  });

  it('takes the rate of those that got to a step and are not open there', () => {
    const here = { steps: ['cart'] };
    const facts = [abandoned(here), emptied(here), open(here), ordered(here)];

    expect(stepOf('cart', ...facts)?.rate).toMatchObject({ value: 1 / 3, n: 3 });
  });

  it('takes the median time of those that went on or left: who is still there has not finished', () => {
    const facts = [
      ordered({ steps: [['cart', 10_000]] }),
      abandoned({ steps: [['cart', 40_000]] }),
      emptied({ steps: [['cart', 20_000]] }),
      open({ steps: [['cart', 9_000_000]] }),
    ];
    expect(stepOf('cart', ...facts)?.medianSecondsHere).toBe(20);
    expect(stepOf('cart', open())?.medianSecondsHere).toBeNull();
  });

  it('credits a recovered cart to the step it was last left at', () => {
    const facts = [
      ordered({ steps: ['cart', 'shipping'], stopsAt: ['cart', 'shipping'] }),
      ordered({ steps: ['cart', 'shipping'], stopsAt: ['cart'] }),
      ordered({ steps: ['cart', 'shipping'] }),
    ];
    expect(stepOf('cart', ...facts)?.recoveredFromHere).toBe(1);
    expect(stepOf('shipping', ...facts)?.recoveredFromHere).toBe(1);
  });

  it('keeps what was left in other currencies apart', () => {
    const facts = [
      abandoned({ amount: 10_00 }),
      abandoned({ amount: 700, currency: 'JPY' }),
      abandoned({ amount: 5_00, currency: 'CHF' }),
    ];
    expect(stepOf('cart', ...facts)).toMatchObject({
      stoppedHere: 3,
      valueLeft: '10.00',
      otherValuesLeft: [
        { currency: 'CHF', amount: '5.00' },
        { currency: 'JPY', amount: '700' },
      ],
    });
  });

  it('always has the cart, even where nothing happened', () => {
    expect(steps()).toMatchObject([{ step: 'cart', reached: 0, valueLeft: '0.00' }]);
  });

  it.each([
    [
      'behind the step it follows',
      [['cart', 'gift', 'checkout', 'shipping']],
      ['cart', 'gift', 'checkout', 'shipping'],
    ],
    [
      'behind the one it most often follows',
      [
        ['cart', 'checkout', 'shipping', 'gift'],
        ['cart', 'checkout', 'shipping', 'gift'],
        ['cart', 'checkout', 'gift', 'shipping'],
      ],
      ['cart', 'checkout', 'shipping', 'gift'],
    ],
    [
      'several in the order they are done, whatever their names',
      [
        ['cart', 'wrap', 'engrave', 'checkout'],
        ['cart', 'wrap', 'engrave', 'checkout'],
      ],
      ['cart', 'wrap', 'engrave', 'checkout'],
    ],
    [
      'in the cart, where nothing came before it',
      [['gift', 'checkout']],
      ['cart', 'gift', 'checkout'],
    ],
  ] as const)('places a step of the shop’s own %s', (_, done, expected) => {
    const facts = done.map((each) => ordered({ steps: each }));

    expect(steps(...facts).map(({ step }) => step)).toEqual(expected);
    expect(steps(...facts.reverse()).map(({ step }) => step)).toEqual(expected);
  });

  it('survives a step named like what every object has', () => {
    const facts = [abandoned({ steps: ['cart', 'constructor'] }), withCart(ordered(), {})];
    expect(stepOf('constructor', ...facts)).toMatchObject({ reached: 1, stoppedHere: 1 });
  });
});
