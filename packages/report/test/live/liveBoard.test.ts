import { describe, expect, it } from 'vitest';
import { LIVE_COLUMNS, liveBoard } from '../../src/live/liveBoard.ts';
import { liveRows } from '../../src/live/liveRows.ts';
import type { JourneyFact } from '../../src/question.ts';
import {
  DAY,
  direct,
  emptied,
  HOUR,
  looked,
  MINUTE,
  NOW,
  ordered,
  waiting,
  withCart,
} from '../facts.ts';

const ASKED = {
  now: NOW,
  abandonedAfterMs: HOUR,
  currency: 'EUR',
  onlyConfirmed: false,
  complete: true,
};
const of = (facts: readonly JourneyFact[], asked: Partial<typeof ASKED> = {}) =>
  liveBoard(facts, { ...ASKED, ...asked });
const wonAt = (at: number, more = {}) => {
  const fact = ordered({ stopsAt: ['cart'] });
  return withCart(fact, { order: { ...fact.cart!.order!, at, ...more } });
};
/** The columns that a cart is in. */
const columnsOf = (fact: JourneyFact, asked = {}) => {
  const board = of([fact], asked);
  return LIVE_COLUMNS.filter((column) => board[column].carts > 0);
};

describe(liveBoard.name, () => {
  const silentFor = (ms: number, steps = ['cart']) => waiting({ lastAt: NOW - ms, steps });

  it.each([
    ['moved, with goods', silentFor(MINUTE), ['shopping']],
    ['moved, in checkout', silentFor(MINUTE, ['cart', 'checkout']), ['checkout']],
    ['silent for a little less than ten minutes', silentFor(10 * MINUTE - 1), ['shopping']],
    ['silent for ten minutes', silentFor(10 * MINUTE), ['idle']],
    ['silent in checkout', silentFor(30 * MINUTE, ['cart', 'payment']), ['idle']],
    ['silent for a little less than an hour', silentFor(HOUR - 1), ['idle']],
    ['just abandoned', silentFor(HOUR), ['left']],
    ['abandoned a day ago, but for a moment', silentFor(25 * HOUR - 1), ['left']],
    ['abandoned a day ago', silentFor(25 * HOUR), []],
    ['ordered just now, after a stop', wonAt(NOW - 5), ['wonBack']],
    ['ordered a day ago, after a stop', wonAt(NOW - DAY), []],
    ['ordered without a stop', ordered(), []],
    ['ordered without a cart', direct(), []],
    ['emptied', emptied(), []],
    ['never with goods', looked(), []],
  ])('a cart %s', (_, fact, expected) => {
    expect(columnsOf(fact)).toEqual(expected);
  });

  it('takes only confirmed orders for won back where only those count', () => {
    const onlyConfirmed = true;
    expect(columnsOf(wonAt(NOW - 5), { onlyConfirmed })).toEqual([]);
    expect(columnsOf(wonAt(NOW - 5, { confirmed: true }), { onlyConfirmed })).toEqual(['wonBack']);
    const cancelled = wonAt(NOW - 5, { confirmed: true, cancelled: true });
    expect(columnsOf(cancelled, { onlyConfirmed })).toEqual([]);
  });

  it('counts all, lists the most valuable idle ones, and keeps currencies apart', () => {
    const facts = [
      ...Array.from({ length: 12 }, (_, n) =>
        waiting({ amount: n * 100, lastAt: NOW - 20 * MINUTE }),
      ),
      waiting({ amount: 99_00, currency: 'CHF', lastAt: NOW - 20 * MINUTE }),
    ];
    const { idle } = of(facts);
    expect(idle).toMatchObject({
      ...{ carts: 13, value: '66.00', otherValues: [{ currency: 'CHF', amount: '99.00' }] },
    });
    expect(idle.listed.map(({ amount }) => amount)).toEqual(
      '11.00 10.00 9.00 8.00 7.00 6.00 5.00 4.00'.split(' '),
    );
  });

  it('lists who moved last in checkout first', () => {
    const at = (id: string, minutes: number) =>
      waiting({ id, lastAt: NOW - minutes * MINUTE, steps: ['checkout'] });
    const { listed } = of([at('b', 4), at('c', 8), at('a', 1)]).checkout;
    expect(listed.map(({ journey }) => journey)).toEqual(['a', 'b', 'c']);
  });

  it('names the last thing that went wrong', () => {
    const trouble = (what: string) => ({ what, step: 'cart', at: NOW, times: 1 });
    const fact = withCart(waiting({ lastAt: NOW - 20 * MINUTE }), {
      met: [trouble('coupon_denied'), trouble('alert:PAYMENT_ERROR'), trouble('login')],
    });
    expect(of([fact]).idle.listed[0]).toMatchObject({ met: 'alert:PAYMENT_ERROR', step: 'cart' });
  });

  it('says what it is about', () => {
    expect(of([], { abandonedAfterMs: 30 * MINUTE })).toMatchObject({
      ...{ unit: 'carts', idleAfterMinutes: 10, abandonedAfterMinutes: 30, complete: true },
      ...{ from: new Date(NOW - DAY).toISOString(), asOf: new Date(NOW).toISOString() },
    });
  });

  it('gives its carts as rows', () => {
    const facts = [waiting({ id: 'a', lastAt: NOW - 2 * HOUR }), wonAt(NOW - 5)];
    expect(liveRows(of(facts))).toMatchObject([
      { column: 'left', journey: 'a', amount: '10.00', currency: 'EUR' },
      { column: 'wonBack' },
    ]);
  });
});
