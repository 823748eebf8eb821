import { describe, expect, it } from 'vitest';
import { cartState, isRecovered, stopsAsOf } from '../src/cartState.ts';
import { fold } from '../src/fold.ts';
import { DAY, HOUR, type Line, MINUTE, START, tell, worth } from './story.ts';

const cartOf = (...lines: Line[]) => fold(tell(...lines))[0]!.journey.cart!;

describe(cartState, () => {
  const added: Line = [0, 'add_to_cart', worth(10)];

  it.each([
    ['moving', cartOf(added), 0, 'open'],
    ['idle for an hour less a millisecond', cartOf(added), HOUR - 1, 'open'],
    ['idle for an hour', cartOf(added), HOUR, 'abandoned'],
    ['idle for 30 days less a millisecond', cartOf(added), 30 * DAY - 1, 'abandoned'],
    ['idle for 30 days', cartOf(added), 30 * DAY, 'lost'],
    ['looked at again since', cartOf(added, [50, 'page_view']), HOUR, 'open'],
    ['emptied', cartOf(added, [1, 'remove_from_cart', worth(10)]), 90 * DAY, 'emptied'],
    ['ordered', cartOf(added, [1, 'purchase', worth(10)]), 90 * DAY, 'ordered'],
    ['ordered after a stop', cartOf(added, [600, 'purchase', worth(10)]), 90 * DAY, 'ordered'],
  ])('%s', (_, cart, idleMs, state) => {
    expect(cartState(cart, START + idleMs)).toBe(state);
  });

  it('goes by the site’s own idea of an abandonment', () => {
    expect(cartState(cartOf(added), START + 10 * MINUTE, 10 * MINUTE)).toBe('abandoned');
  });
});

describe(isRecovered, () => {
  it.each([
    [
      'ordered at once',
      [
        [0, 'add_to_cart'],
        [59, 'purchase'],
      ],
      false,
    ],
    [
      'ordered after a stop',
      [
        [0, 'add_to_cart'],
        [60, 'purchase'],
      ],
      true,
    ],
    [
      'came back, but did not order',
      [
        [0, 'add_to_cart'],
        [60, 'page_view'],
      ],
      false,
    ],
  ] as [string, Line[], boolean][])('%s', (_, lines, recovered) => {
    expect(isRecovered(cartOf(...lines))).toBe(recovered);
  });
});

describe(stopsAsOf, () => {
  const cart = cartOf([0, 'add_to_cart'], [60, 'page_view']);

  it('leaves out a last silence that is too short to be a stop', () => {
    expect(stopsAsOf(cart, START + HOUR).map(({ until }) => until)).toEqual([START + HOUR]);
    expect(stopsAsOf(cart, START + 2 * HOUR)).toHaveLength(2);
  });
});
