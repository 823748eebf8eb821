import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../src/fold.ts';
import type { StoredTouchpoint } from '../src/touchpoint.ts';
import { withoutEchoes } from '../src/withoutEchoes.ts';

const AT = Date.UTC(2026, 10, 22);
const SECOND = 1000;
const MINUTE = 60 * SECOND;

let count = 0;
const told = (type: string, afterMs: number, params: StoredTouchpoint['params'] = {}) => ({
  id: `t${++count}`,
  type,
  at: AT + afterMs,
  seq: 0,
  visitor: 'v',
  receivedAt: AT,
  params,
});
const guessed = (type: string, afterMs: number, params = {}) =>
  told(type, afterMs, { ...params, inferred: 'generic' });

const left = (...touchpoints: StoredTouchpoint[]) =>
  withoutEchoes(touchpoints).map(({ type, at, params }) =>
    [params?.inferred ? 'guessed' : 'told', type, (at - AT) / SECOND].join(' '),
  );

describe(withoutEchoes.name, () => {
  it.each<[string, StoredTouchpoint[], string[]]>([
    [
      'a guess that nobody tells is kept',
      [guessed('add_to_cart', 0), told('view_cart', 0)],
      ['guessed add_to_cart 0', 'told view_cart 0'],
    ],
    [
      'what is told after the guess is told',
      [guessed('add_to_cart', 0), told('add_to_cart', 10 * SECOND)],
      ['told add_to_cart 10'],
    ],
    [
      'what is told before the guess is told',
      [told('add_to_cart', 0), guessed('add_to_cart', 10 * SECOND)],
      ['told add_to_cart 0'],
    ],
    [
      'later it is another one',
      [told('add_to_cart', 0), guessed('add_to_cart', 10 * SECOND + 1)],
      ['told add_to_cart 0', 'guessed add_to_cart 10.001'],
    ],
    [
      'of two guesses one is the echo',
      [told('add_to_cart', 0), guessed('add_to_cart', SECOND), guessed('add_to_cart', 2 * SECOND)],
      ['told add_to_cart 0', 'guessed add_to_cart 2'],
    ],
    [
      'two that are told have two echoes',
      [
        told('add_to_cart', 0),
        guessed('add_to_cart', 100),
        told('add_to_cart', SECOND),
        guessed('add_to_cart', SECOND),
      ],
      ['told add_to_cart 0', 'told add_to_cart 1'],
    ],
    [
      'an order has all its guesses as echoes, as long as the visit lasts',
      [guessed('purchase', 0), guessed('purchase', MINUTE), told('purchase', 30 * MINUTE)],
      ['told purchase 1800'],
    ],
    [
      'another step is another thing',
      [
        guessed('checkout_step', 0, { step: 'contact' }),
        told('checkout_step', 0, { step: 'address' }),
      ],
      ['guessed checkout_step 0', 'told checkout_step 0'],
    ],
  ])('%s', (_, touchpoints, expected) => {
    expect(left(...touchpoints)).toEqual(expected);
  });
});

it('a shop that tells everything has the same journeys, whatever is guessed beside it', () => {
  const types = ['view_item', 'add_to_cart', 'view_cart', 'begin_checkout', 'purchase'];
  const moves = fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      // Far enough apart for every guess to have one that it is the echo of.
      gapMs: fc.integer({ min: MINUTE, max: 60 * MINUTE }),
      isGuessed: fc.boolean(),
      offMs: fc.integer({ min: -5 * SECOND, max: 5 * SECOND }),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(moves, (all) => {
      let afterMs = 0;
      const told: StoredTouchpoint[] = [];
      const guesses: StoredTouchpoint[] = [];
      for (const { type, gapMs, isGuessed, offMs } of all) {
        afterMs += gapMs;
        const one = { ...guessed(type, afterMs, { value: 5 }), params: { value: 5 } };
        told.push(one);
        if (isGuessed) guesses.push(guessed(type, afterMs + offMs, { value: 7 }));
      }
      expect(fold([...guesses, ...told])).toEqual(fold(told));
    }),
    { numRuns: 300 },
  );
});
