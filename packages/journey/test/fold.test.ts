import { describe, expect, it } from 'vitest';
import { fold } from '../src/fold.ts';
import type { FoldOptions } from '../src/startFold.ts';
import { DAY, HOUR, type Line, MINUTE, START, tell, worth } from './story.ts';

/** One journey a line of the story would have to end up in, by the minutes they began. */
const journeysOf = (...lines: Line[]) => fold(tell(...lines)).map(({ journey }) => journey);
const cartOf = (lines: Line[], options?: FoldOptions) =>
  fold(tell(...lines), options)[0]?.journey.cart;
const minutes = (at: number | undefined) => (at === undefined ? undefined : (at - START) / MINUTE);

describe('visits', () => {
  it.each([
    ['one touchpoint', [0], 1],
    ['gaps just under 30 minutes', [0, 29.999, 59.9], 1],
    ['a gap of 30 minutes', [0, 30], 2],
    ['midnight', [-1, 1], 1],
    ['three days', [0, 24 * 60, 48 * 60], 3],
  ])('%s', (_, at, visits) => {
    expect(journeysOf(...at.map((minute): Line => [minute, 'page_view']))[0]?.visits).toBe(visits);
  });

  it('is not prolonged by a refund, which the shop does', () => {
    const [journey] = journeysOf(
      [0, 'purchase', worth(10)],
      [20, 'refund', worth(10)],
      [40, 'page_view'],
    );
    expect(journey?.visits).toBe(1);
    expect(minutes(journey?.lastAt)).toBe(0);
  });
});

describe('journeys', () => {
  it.each<[string, Line[], number[]]>([
    [
      'goes on over visits and days',
      [
        [0, 'page_view'],
        [29 * 1440, 'page_view'],
      ],
      [0],
    ],
    [
      'ends after 30 days of silence',
      [
        [0, 'page_view'],
        [30 * 1440, 'page_view'],
      ],
      [0, 43200],
    ],
    [
      'ends with the visit of its order',
      [
        [0, 'purchase'],
        [29, 'page_view'],
        [60, 'page_view'],
      ],
      [0, 60],
    ],
    [
      'keeps the thank-you page after its order',
      [
        [0, 'purchase'],
        [1, 'page_view'],
      ],
      [0],
    ],
    [
      'ends sooner where a new cart begins',
      [
        [0, 'purchase'],
        [5, 'page_view'],
        [6, 'add_to_cart'],
      ],
      [0, 6],
    ],
    [
      'ends sooner where another order is placed',
      [
        [0, 'purchase'],
        [5, 'purchase'],
      ],
      [0, 5],
    ],
  ])('%s', (_, lines, beginnings) => {
    expect(journeysOf(...lines).map(({ startedAt }) => minutes(startedAt))).toEqual(beginnings);
  });

  it('is not restarted by an old checkout page, shown again after the order', () => {
    const journeys = journeysOf(
      [0, 'add_to_cart', worth(10)],
      [1, 'purchase', { ...worth(10), transaction_id: 'T1' }],
      [2, 'begin_checkout', worth(10)],
    );
    expect(journeys).toHaveLength(1);
    expect(journeys[0]?.cart?.stops).toEqual([]);
  });

  it('is restarted by a checkout of other goods', () => {
    const journeys = journeysOf([0, 'purchase', worth(10)], [2, 'begin_checkout', worth(20, 'G2')]);
    expect(journeys.map(({ cart }) => cart?.amount)).toEqual([1000, 2000]);
  });

  it('knows whether the person has been on one before', () => {
    const journeys = journeysOf([0, 'purchase'], [60, 'page_view']);
    expect(journeys.map(({ returning }) => returning)).toEqual([false, true]);
  });

  it.each<[string, Line[], string]>([
    ['looks around', [[0, 'page_view']], 'awareness'],
    [
      'looks at a product',
      [
        [0, 'view_item'],
        [1, 'page_view'],
      ],
      'consideration',
    ],
    ['fills a cart', [[0, 'add_to_cart', worth(10)]], 'cart'],
    ['begins to check out', [[0, 'begin_checkout', worth(10)]], 'checkout'],
    ['orders', [[0, 'purchase']], 'order'],
    [
      'gives it back',
      [
        [0, 'purchase'],
        [99, 'refund'],
      ],
      'retention',
    ],
    [
      'tells a friend',
      [
        [0, 'purchase'],
        [1, 'share'],
      ],
      'advocacy',
    ],
    ['tells a friend before any order', [[0, 'share']], 'awareness'],
  ])('a shopper who %s', (_, lines, stage) => {
    expect(journeysOf(...lines)[0]?.stage).toBe(stage);
  });
});

describe('what a cart holds', () => {
  it.each<[string, Line[], number]>([
    [
      'adds up what comes in',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'add_to_cart', worth(5, 'G2')],
      ],
      1500,
    ],
    [
      'takes off what goes out',
      [
        [0, 'add_to_cart', worth(10, 'G1', 2)],
        [1, 'remove_from_cart', worth(5)],
      ],
      500,
    ],
    [
      'is what a snapshot says',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'view_cart', worth(25)],
      ],
      2500,
    ],
    [
      'is what the checkout says, discount and all',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'begin_checkout', { ...worth(10), value: 8 }],
      ],
      800,
    ],
    [
      'is the sum of prices without a value',
      [[0, 'add_to_cart', { items: [{ item_id: 'a', price: 1.005, quantity: 3 }] }]],
      303,
    ],
    ['is the value without items', [[0, 'add_to_cart', { value: 7 }]], 700],
    [
      'remembers a price that a later page leaves out',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'view_cart', { items: [{ item_id: 'G1', quantity: 3 }] }],
      ],
      3000,
    ],
    ['is unknown, but there', [[0, 'add_to_cart']], 0],
    [
      'is not changed by shipping told without items',
      [
        [0, 'view_cart', worth(10)],
        [1, 'add_shipping_info', { shipping_tier: 'DHL' }],
      ],
      1000,
    ],
    [
      'has no more than nothing taken out',
      [
        [0, 'add_to_cart', worth(10, 'a')],
        [1, 'add_to_cart', worth(1, 'b')],
        [2, 'remove_from_cart', worth(99, 'a')],
      ],
      0,
    ],
  ])('%s', (_, lines, amount) => {
    expect(cartOf(lines, { currency: 'EUR' })?.amount).toBe(amount);
  });

  it('keeps a variant apart from another', () => {
    const red = { item_id: 'a', item_variant: 'red', price: 1 };
    const cart = cartOf([
      [0, 'add_to_cart', { items: [red, { ...red, item_variant: 'blue' }, red] }],
    ]);
    expect(cart?.lines.map(({ variant, quantity }) => [variant, quantity])).toEqual([
      ['red', 2],
      ['blue', 1],
    ]);
  });

  it('keeps the goods, not their prices, when a page shows it in another currency', () => {
    const cart = cartOf([
      [0, 'add_to_cart', worth(10)],
      [1, 'begin_checkout', { currency: 'KRW', value: 15000 }],
    ]);
    expect(cart).toMatchObject({
      currency: 'KRW',
      amount: 15000,
      lines: [{ item: 'G1', quantity: 1 }],
    });
    expect(cart?.lines[0]).not.toHaveProperty('price');
  });

  it('is empty when fractions of goods went out as they came in', () => {
    const kilo = (quantity: number) => ({ items: [{ item_id: 'tea', price: 10, quantity }] });
    const cart = cartOf([
      [0, 'add_to_cart', kilo(0.1)],
      [1, 'add_to_cart', kilo(0.2)],
      [2, 'remove_from_cart', kilo(0.3)],
    ]);
    expect(cart?.emptiedAt).toBeDefined();
  });

  it('has an amount that can be counted, whatever a shop sends', () => {
    const cart = cartOf([
      [0, 'add_to_cart', { items: [{ item_id: 'a', price: 1e11, quantity: 1e6 }] }],
    ]);
    expect(Number.isSafeInteger(cart?.amount)).toBe(true);
  });

  it('was worth the most it held in the currency it was emptied in', () => {
    const cart = cartOf([
      [0, 'add_to_cart', worth(199)],
      [1, 'view_cart', { currency: 'KRW', value: 100 }],
      [2, 'view_cart', { items: [] }],
    ]);
    expect(cart).toMatchObject({ currency: 'KRW', amount: 100 });
  });

  it('starts anew in another currency: unlike amounts are not added', () => {
    const cart = cartOf([
      [0, 'add_to_cart', worth(10)],
      [1, 'add_to_cart', { currency: 'KRW', value: 5000, items: [{ item_id: 'k', price: 5000 }] }],
    ]);
    expect(cart).toMatchObject({ currency: 'KRW', amount: 5000 });
    expect(cart?.lines).toHaveLength(1);
  });

  it.each<[string, Line[]]>([
    [
      'the last goods are taken out',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'remove_from_cart', worth(10)],
      ],
    ],
    [
      'the cart is shown empty',
      [
        [0, 'add_to_cart', worth(10)],
        [1, 'view_cart', { items: [] }],
      ],
    ],
    [
      'the cart is shown to be worth nothing',
      [
        [0, 'add_to_cart', { value: 9 }],
        [1, 'view_cart', { value: 0 }],
      ],
    ],
  ])('is emptied when %s: no abandonment, and worth what it was', (_, lines) => {
    const cart = cartOf([...lines, [500, 'page_view']], { currency: 'EUR' });
    expect(minutes(cart?.emptiedAt)).toBe(1);
    expect(cart?.stops).toEqual([]);
    expect(cart?.amount).toBeGreaterThan(0);
  });

  it('lives again when something comes in again', () => {
    const cart = cartOf([
      [0, 'add_to_cart', worth(10)],
      [1, 'remove_from_cart', worth(10)],
      [2, 'add_to_cart', worth(4)],
    ]);
    expect(cart?.emptiedAt).toBeUndefined();
    expect(cart?.amount).toBe(400);
    expect(minutes(cart?.createdAt)).toBe(0);
  });

  it.each<[string, Line]>([
    ['a page', [0, 'page_view']],
    ['an empty cart', [0, 'view_cart', { items: [], value: 0 }]],
    ['a cart page that says nothing', [0, 'view_cart']],
    ['something taken out of nowhere', [0, 'remove_from_cart', worth(10)]],
  ])('there is none for %s', (_, line) => {
    expect(cartOf([line])).toBeUndefined();
  });
});

describe('steps', () => {
  it.each<[string, Line[], string[], string | undefined]>([
    [
      'go one by one',
      [
        [0, 'add_to_cart'],
        [1, 'begin_checkout'],
        [2, 'add_shipping_info'],
        [3, 'add_payment_info'],
      ],
      ['cart', 'checkout', 'shipping', 'payment'],
      'payment',
    ],
    [
      'may be skipped',
      [
        [0, 'add_to_cart'],
        [1, 'add_payment_info'],
      ],
      ['cart', 'payment'],
      'payment',
    ],
    [
      'stay reached on the way back',
      [
        [0, 'add_shipping_info'],
        [1, 'view_cart', worth(1)],
        [2, 'begin_checkout'],
      ],
      ['shipping', 'cart', 'checkout'],
      'shipping',
    ],
    [
      'count once',
      [
        [0, 'begin_checkout'],
        [1, 'begin_checkout'],
      ],
      ['checkout'],
      'checkout',
    ],
    [
      'may be the shop’s own',
      [
        [0, 'begin_checkout'],
        [1, 'checkout_step', { step: ' Gift ' }],
      ],
      ['checkout', 'gift'],
      'gift',
    ],
    [
      'of the shop’s own lie before what follows',
      [
        [0, 'checkout_step', { step: 'gift' }],
        [1, 'begin_checkout'],
      ],
      ['gift', 'checkout'],
      'checkout',
    ],
    [
      'need a name',
      [
        [0, 'begin_checkout'],
        [1, 'checkout_step', {}],
      ],
      ['checkout'],
      'checkout',
    ],
  ])('%s', (_, lines, steps, deepest) => {
    const cart = cartOf(lines);
    expect(cart?.steps.map(({ step }) => step)).toEqual(steps);
    expect(cart?.deepest).toBe(deepest);
  });

  it('know the time spent at each, silences left out', () => {
    const cart = cartOf([
      [0, 'add_to_cart', worth(10)],
      [5, 'page_view'],
      [6, 'begin_checkout', worth(10)],
      [90, 'page_view'],
      [92, 'add_shipping_info', worth(10)],
      [95, 'purchase', worth(10)],
      [99, 'page_view'],
    ]);
    expect(cart?.steps.map(({ step, activeMs }) => [step, activeMs / MINUTE])).toEqual([
      ['cart', 6],
      ['checkout', 2],
      ['shipping', 3],
    ]);
  });
});

describe('stops', () => {
  const left: Line[] = [
    [0, 'add_to_cart', worth(10)],
    [1, 'begin_checkout', worth(10)],
  ];

  it.each<[string, Line[], [number, number | undefined][]]>([
    ['the silence it ends in', left, [[1, undefined]]],
    ['59 minutes are none', [...left, [60, 'page_view']], [[60, undefined]]],
    [
      'an hour is one',
      [...left, [61, 'page_view']],
      [
        [1, 61],
        [61, undefined],
      ],
    ],
    [
      'several',
      [...left, [100, 'page_view'], [5000, 'page_view']],
      [
        [1, 100],
        [100, 5000],
        [5000, undefined],
      ],
    ],
    [
      'none without goods',
      [
        [0, 'page_view'],
        [100, 'add_to_cart', worth(1)],
      ],
      [[100, undefined]],
    ],
    ['none after the order', [...left, [2, 'purchase', worth(10)], [20, 'page_view']], []],
  ])('%s', (_, lines, expected) => {
    const stops = cartOf(lines)?.stops.map(({ at, until }) => [minutes(at), minutes(until)]);
    expect(stops).toEqual(expected);
  });

  it('knows how deep the cart was and what it held then, not later', () => {
    const cart = cartOf([
      ...left,
      [100, 'add_to_cart', worth(5, 'G2')],
      [101, 'add_shipping_info', worth(15)],
      [102, 'purchase', worth(15)],
    ]);
    expect(cart?.stops).toEqual([
      { at: START + MINUTE, until: START + 100 * MINUTE, step: 'checkout', amount: 1000 },
    ]);
  });

  it('goes by the site’s own idea of an abandonment', () => {
    const lines: Line[] = [...left, [20, 'page_view']];
    expect(cartOf(lines, { abandonedAfterMs: 10 * MINUTE })?.stops).toHaveLength(2);
  });

  it('is left open when the shopper comes back for another journey', () => {
    const [first, second] = journeysOf(...left, [30 * 1440 + 1, 'page_view']);
    expect(first?.cart?.stops.at(-1)?.until).toBeUndefined();
    expect(second?.cart).toBeUndefined();
  });
});

describe('orders', () => {
  it('is direct when no cart was ever seen', () => {
    expect(
      cartOf([
        [0, 'view_item'],
        [1, 'purchase', worth(10)],
      ]),
    ).toMatchObject({ direct: true, amount: 1000, steps: [] });
    expect(
      cartOf([
        [0, 'begin_checkout'],
        [1, 'purchase', worth(10)],
      ])?.direct,
    ).toBe(false);
  });

  it('is not placed twice by a thank-you page, reloaded the next day', () => {
    const order = { ...worth(10), transaction_id: 'T1' };
    const journeys = journeysOf(
      [0, 'purchase', order],
      [1440, 'page_view'],
      [1440, 'purchase', order],
    );
    expect(journeys.map(({ cart }) => cart?.order?.amount)).toEqual([1000, undefined]);
    expect(journeys[0]?.touchpoints).toBe(2);
  });

  it('is placed twice when it has no number', () => {
    expect(journeysOf([0, 'purchase', worth(10)], [1, 'purchase', worth(10)])).toHaveLength(2);
  });

  it('adds up an order that is told line by line', () => {
    const line = (item: string, value: number) => ({ ...worth(value, item), transaction_id: 'T1' });
    const cart = cartOf([
      [0, 'purchase', line('a', 10)],
      [0, 'purchase', line('b', 5)],
      [0, 'purchase', line('b', 5)],
    ]);
    expect(cart?.order?.amount).toBe(1500);
    expect(cart?.lines.map(({ item }) => item)).toEqual(['a', 'b']);
  });

  it('adds up two like lines of an order where they say that they are two', () => {
    const line = (order_line: number) => ({
      transaction_id: 'T1',
      items: [{ item_id: 'a', price: 10, order_line }],
    });
    const cart = cartOf([
      [0, 'purchase', line(1)],
      [0, 'purchase', line(2)],
      [9, 'purchase', line(2)],
    ]);
    expect(cart?.order?.amount).toBe(2000);
    expect(cart?.lines).toMatchObject([{ item: 'a', quantity: 2 }]);
  });

  it('counts the larger order once when something is added to it', () => {
    const small = { transaction_id: 'T1', items: [{ item_id: 'a', price: 10 }] };
    const large = { transaction_id: 'T1', items: [...small.items, { item_id: 'b', price: 5 }] };
    expect(
      cartOf([
        [0, 'purchase', small],
        [1, 'purchase', large],
      ])?.order?.amount,
    ).toBe(1500);
  });

  it('is worth what the cart was when it doesn’t say', () => {
    const cart = cartOf([
      [0, 'add_to_cart', worth(10)],
      [1, 'purchase', { transaction_id: 'T1' }],
    ]);
    expect(cart?.order?.amount).toBe(1000);
    expect(cart?.lines).toHaveLength(1);
  });

  it('means the currency it was told in first when it is told again without one', () => {
    const again = { items: [{ item_id: 'b', price: 10 }], transaction_id: 'T1' };
    const cart = cartOf([
      [0, 'purchase', { ...worth(199, 'a'), transaction_id: 'T1' }],
      [1, 'purchase', again],
    ]);
    expect(cart?.order).toMatchObject({ currency: 'EUR', amount: 20900 });
  });

  it('believes the shop’s server more than the browser', () => {
    const touchpoints = tell(
      [0, 'purchase', { ...worth(10), transaction_id: 'T1' }],
      [1, 'purchase', { ...worth(9, 'server-id'), transaction_id: 'T1' }],
    );
    touchpoints[1]!.confirmed = true;
    expect(fold(touchpoints)[0]?.journey.cart?.order).toMatchObject({
      amount: 900,
      confirmed: true,
    });
  });

  it('is not placed by somebody to whom it doesn’t belong', () => {
    const lines: Line[] = [
      [0, 'add_to_cart', worth(10)],
      [1, 'purchase', { transaction_id: 'T1' }],
    ];
    expect(cartOf(lines, { foreignOrders: new Set(['T1']) })?.order).toBeUndefined();
  });

  it.each<[string, Line['2'], number]>([
    ['all of it when nothing is said', { transaction_id: 'T1' }, 3000],
    ['so much', { transaction_id: 'T1', value: 12 }, 1200],
    [
      'some goods at their price',
      { transaction_id: 'T1', items: [{ item_id: 'G1', quantity: 1 }] },
      1500,
    ],
    ['no more than there was', { transaction_id: 'T1', value: 99 }, 3000],
    ['of the last order when none is named', { value: 5 }, 500],
    ['nothing of it when another order is named', { transaction_id: 'T9', value: 5 }, 0],
  ])('gives back %s', (_, refund, refunded) => {
    const cart = cartOf([
      [0, 'purchase', { ...worth(30, 'G1', 2), transaction_id: 'T1' }],
      [9000, 'refund', refund!],
    ]);
    expect(cart?.order?.refunded).toBe(refunded);
  });

  it('hears what is said later about the order it names, whatever goes on now', () => {
    const journeys = journeysOf(
      [0, 'purchase', { ...worth(10), transaction_id: 'T1' }],
      [100, 'purchase', { ...worth(20), transaction_id: 'T2' }],
      [9000, 'add_to_cart', worth(5)],
      [9001, 'review', { transaction_id: 'T1' }],
      [9002, 'survey', { score: 3 }],
    );
    expect(journeys.map(({ stage, touchpoints }) => [stage, touchpoints])).toEqual([
      ['advocacy', 2],
      ['order', 1],
      ['cart', 2],
    ]);
  });
});

describe('two devices', () => {
  it('are one journey, and no abandonment, once they are one person', () => {
    const phone = tell([0, 'add_to_cart', worth(10)], [1, 'begin_checkout', worth(10)]);
    const desk = tell([50, 'begin_checkout', worth(10)], [55, 'purchase', worth(10)]).map(
      (touchpoint, n) => ({ ...touchpoint, id: `d${n}`, visitor: 'desk' }),
    );
    const [only, ...more] = fold([...phone, ...desk]);
    expect(more).toEqual([]);
    expect(only?.journey).toMatchObject({ visits: 2, cart: { direct: false, stops: [] } });
  });
});

describe('the country of a journey', () => {
  it('is that of its first touchpoint, wherever the shopper goes', () => {
    const abroad = tell([0, 'page_view'], [5, 'add_to_cart', worth(10)]).map((touchpoint, n) => ({
      ...touchpoint,
      country: ['DE', 'AT'][n]!,
    }));
    expect(fold(abroad)[0]?.journey.entry).toMatchObject({ country: 'DE' });
  });
});

it('gives nothing for nothing', () => {
  expect(fold([])).toEqual([]);
});

it('spans what it says it spans', () => {
  const [journey] = journeysOf([0, 'page_view'], [(2 * DAY) / MINUTE, 'page_view']);
  expect(journey!.lastAt - journey!.startedAt).toBe(48 * HOUR);
});
