import { describe, expect, it } from 'vitest';
import { cartState } from '../src/cartState.ts';
import { fold } from '../src/fold.ts';
import { isServersWord } from '../src/orders.ts';
import type { CustomParams } from '../src/params.ts';
import type { StoredTouchpoint } from '../src/touchpoint.ts';
import { type Line, MINUTE, START, tell } from './story.ts';

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

describe('a further part of an earlier order', () => {
  const goods = (...items: object[]) => ({ currency: 'EUR', items }) as CustomParams;
  const [a, b, x, y] = [
    { item_id: 'A', price: 10 },
    { item_id: 'B', price: 20 },
    { item_id: 'X', price: 5 },
    { item_id: 'Y', price: 7 },
  ];
  const ofT1 = (...items: object[]) => ({ transaction_id: 'T1', ...goods(...items) });
  const ordered: Line = [0, 'purchase', ofT1(a)];

  /** The cart that was begun after the order, five hours after all that is told. */
  const cartAfter = (lines: Line[]) => {
    const cart = fold(tell(ordered, ...lines))[1]?.journey.cart;
    if (!cart) throw new Error('expected a second cart');
    const last = lines.at(-1)![0];
    return { ...cart, state: cartState(cart, START + (last + 300) * MINUTE) };
  };

  it.each<[string, Line[], string, number]>([
    [
      'is all that is in it',
      [
        [5, 'add_to_cart', goods(x)],
        [6, 'purchase', ofT1(x)],
      ],
      'emptied',
      500,
    ],
    [
      'is told with all of the order before',
      [
        [5, 'add_to_cart', goods(x)],
        [6, 'purchase', ofT1(a, x)],
      ],
      'emptied',
      500,
    ],
    [
      'is half of what is in it',
      [
        [5, 'add_to_cart', goods(x, y)],
        [6, 'purchase', ofT1(x)],
      ],
      'abandoned',
      700,
    ],
    [
      'is one of three',
      [
        [5, 'add_to_cart', goods({ ...x, quantity: 3 })],
        [6, 'purchase', ofT1(x)],
      ],
      'abandoned',
      1000,
    ],
    [
      'is told in two parts',
      [
        [5, 'add_to_cart', goods(x, y)],
        [6, 'purchase', ofT1(x)],
        [7, 'purchase', ofT1(y)],
      ],
      'emptied',
      1200,
    ],
    [
      'costs less than it did in the cart',
      [
        [5, 'add_to_cart', goods(x, y)],
        [6, 'purchase', ofT1({ ...x, price: 4 })],
      ],
      'abandoned',
      700,
    ],
    [
      'is paid in another currency',
      [
        [5, 'add_to_cart', goods(x, y)],
        [6, 'purchase', { ...ofT1({ ...x, price: 7000 }), currency: 'KRW' }],
      ],
      'abandoned',
      700,
    ],
    [
      'is of goods that the cart has no price of',
      [
        [
          5,
          'add_to_cart',
          { currency: 'EUR', value: 12, items: [{ item_id: 'X' }, { item_id: 'Y' }] },
        ],
        [6, 'purchase', ofT1(x)],
      ],
      'abandoned',
      700,
    ],
    [
      'is more than is in it',
      [
        [5, 'add_to_cart', goods(x, y)],
        [6, 'purchase', ofT1(b, { ...x, quantity: 2 })],
      ],
      'abandoned',
      700,
    ],
    [
      'is of goods that nobody named',
      [
        [5, 'add_to_cart', { currency: 'EUR', value: 5 }],
        [6, 'purchase', ofT1(x)],
      ],
      'emptied',
      500,
    ],
    [
      'is another one of what was ordered, by its line',
      [
        [5, 'add_to_cart', goods(a)],
        [6, 'purchase', ofT1({ ...a, order_line: 2 })],
      ],
      'emptied',
      1000,
    ],
    [
      'is nothing new: a thank-you page, shown again',
      [
        [5, 'add_to_cart', goods(a)],
        [6, 'purchase', ofT1(a)],
      ],
      'abandoned',
      1000,
    ],
    [
      'was told before the cart, and is told again',
      [
        [1, 'purchase', ofT1(x)],
        [5, 'add_to_cart', goods(a, x)],
        [6, 'purchase', ofT1(x)],
        [7, 'purchase', ofT1(a, x)],
      ],
      'abandoned',
      1500,
    ],
    [
      'is of other goods',
      [
        [5, 'add_to_cart', goods(x)],
        [6, 'purchase', ofT1(b)],
      ],
      'abandoned',
      500,
    ],
    [
      'comes when the cart is lost',
      [
        [5, 'add_to_cart', goods(x)],
        [5 + 30 * 1440, 'purchase', ofT1(x)],
      ],
      'lost',
      500,
    ],
  ])('%s', (_, lines, state, amount) => {
    expect(cartAfter(lines)).toMatchObject({ state, amount });
  });

  it('empties the cart at its moment, and shows nobody there', () => {
    const [first, second] = fold(
      tell(
        ordered,
        [5, 'add_to_cart', goods(x)],
        [6, 'begin_checkout', goods(x)],
        [200, 'purchase', ofT1(x)],
      ),
    ).map(({ journey }) => journey);
    expect(first).toMatchObject({ touchpoints: 2, cart: { amount: 1500 } });
    expect(second).toMatchObject({
      touchpoints: 2,
      visits: 1,
      lastAt: START + 6 * MINUTE,
      cart: { deepest: 'checkout', emptiedAt: START + 200 * MINUTE, stops: [] },
    });
  });

  it('leaves a silence that what it left is in', () => {
    const { stops } = cartAfter([
      [5, 'add_to_cart', goods(x, y)],
      [100, 'purchase', ofT1(x)],
      [200, 'page_view'],
    ]);
    const [at, until] = [START + 5 * MINUTE, START + 200 * MINUTE];
    expect(stops).toEqual([
      { at, until, step: 'cart', amount: 700 },
      { at: until, step: 'cart', amount: 700 },
    ]);
  });

  it('is no rise of the price of what it left', () => {
    const { met } = cartAfter([
      [5, 'begin_checkout', goods(x, y)],
      [6, 'purchase', ofT1(x)],
      [7, 'begin_checkout', goods(y)],
    ]);
    expect(met).toEqual([]);
  });

  it('leaves what the shopper knows of the price alone when it takes nothing out', () => {
    const { met } = cartAfter([
      [5, 'add_to_cart', goods(x)],
      [6, 'begin_checkout', { ...goods(x), shipping: 3 }],
      [7, 'purchase', ofT1(a)],
      [8, 'begin_checkout', { ...goods(x), shipping: 3 }],
    ]);
    expect(met).toMatchObject([{ what: 'price_rise', times: 1 }]);
  });

  it.each([
    ['takes nothing out when the server alone tells of it', [6], 'abandoned'],
    ['takes its goods out when the server told of it first', [6, 7], 'emptied'],
  ])('%s', (_, minutes, state) => {
    const told = tell(
      ordered,
      [5, 'add_to_cart', goods(x)],
      ...minutes.map((minute): Line => [minute, 'purchase', ofT1(a, x)]),
    );
    told[2]!.confirmed = true;
    const { cart } = fold(told)[1]!.journey;
    expect(cartState(cart!, START + 300 * MINUTE)).toBe(state);
  });

  it('takes nothing out that the server told of before the cart was begun', () => {
    const told = tell(ordered, [5, 'add_to_cart', goods(a)], [6, 'purchase', ofT1(a)]);
    told[0]!.confirmed = true;
    expect(fold(told)[1]!.journey.cart).toMatchObject({ amount: 1000, stops: [{}] });
  });

  it('takes nothing out when the order is another person’s', () => {
    const lines: Line[] = [
      [0, 'purchase', ofT1(a)],
      [5, 'add_to_cart', goods(x)],
      [6, 'purchase', ofT1(x)],
    ];
    const [journey, ...more] = fold(tell(...lines), { foreignOrders: new Set(['T1']) });
    expect(more).toEqual([]);
    expect(journey?.journey.cart).toMatchObject({ amount: 500, stops: [{}] });
  });
});
