import { describe, expect, it } from 'vitest';
import { fold } from '../src/fold.ts';
import { isServersWord } from '../src/orders.ts';
import type { StoredTouchpoint } from '../src/touchpoint.ts';

const AT = Date.UTC(2026, 10, 22, 12);
const said = (n: number, type: string, rest: Partial<StoredTouchpoint> = {}): StoredTouchpoint => ({
  id: `t${n}`,
  type,
  at: AT + n * 1000,
  seq: n,
  visitor: 'v1',
  receivedAt: AT,
  params: { transaction_id: 'T1', currency: 'EUR', ...(type === 'purchase' && { value: 10 }) },
  ...rest,
});
const cancellation = { params: { transaction_id: 'T1', cancelled: true } };
const orderOf = (...words: StoredTouchpoint[]) => fold(words)[0]?.journey.cart?.order;

describe('an order that was cancelled', () => {
  it.each([
    [
      'by the shop’s server',
      { confirmed: true, ...cancellation },
      { cancelled: true, refunded: 1000 },
    ],
    ['by a browser: it only asks for its money', cancellation, { refunded: 1000 }],
    [
      'in part: it was refunded',
      { confirmed: true, params: { transaction_id: 'T1', value: 4 } },
      { refunded: 400 },
    ],
  ])('%s', (_, rest, expected) => {
    const order = orderOf(said(1, 'purchase'), said(2, 'refund', rest));
    expect(order).toMatchObject(expected);
    expect(order && 'cancelled' in order).toBe('cancelled' in expected);
  });

  it('is given back once, whatever was given back before', () => {
    const part = said(2, 'refund', { confirmed: true, params: { transaction_id: 'T1', value: 4 } });
    const all = said(3, 'refund', { confirmed: true, ...cancellation });
    expect(orderOf(said(1, 'purchase'), part, all)?.refunded).toBe(1000);
  });
});

it.each([
  ['purchase', true, true],
  ['refund', true, true],
  ['purchase', undefined, false],
  ['page_view', true, false],
] as const)('a %s with `confirmed: %s` is the server’s word: %s', (type, confirmed, expected) => {
  expect(isServersWord(said(1, type, confirmed === undefined ? {} : { confirmed }))).toBe(expected);
});
