import fc from 'fast-check';
import type { CustomParams, Item } from '../src/params.ts';
import type { StoredTouchpoint } from '../src/touchpoint.ts';
import type { OracleOptions } from './oracle.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Everything known of one person, and how the site wants it read. */
export interface History {
  touchpoints: StoredTouchpoint[];
  options: OracleOptions;
}

/** One touchpoint before it has a time and a place. */
interface Move {
  type: string;
  params?: CustomParams;
  confirmed?: boolean;
}

/** A move, how long after the one before, and where. */
interface Told extends Move {
  gapMs: number;
  visitor: string;
  looks: Pick<StoredTouchpoint, 'url' | 'referrer' | 'channel' | 'device'>;
  seq: number | undefined;
  idPrefix: string;
}

/** Mostly `usual`; now and then, as often as weighed, something else. */
const mostly = <T>(usual: fc.Arbitrary<T>, ...others: [weight: number, fc.Arbitrary<T>][]) =>
  fc.oneof(
    { weight: 20, arbitrary: usual },
    ...others.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  );

/** A list without its `undefined`s. */
const present = (params: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined),
  ) as CustomParams;

const nothing = fc.constant(undefined);

// --- What is in a cart -------------------------------------------------------------------------

const CATALOGUE: readonly Item[] = [
  { item_id: 'A', item_name: 'Guitar', price: 199 },
  { item_id: 'B', price: 0.07 },
  { item_id: 'B', item_variant: 'red', price: 9.99 },
  { item_name: 'Strings', price: 1.005 },
  { item_id: 'F', item_name: 'Sticker', price: 0 },
];

/** Goods with the same prices nearly every time, so that lists of them overlap and equal each other. */
const item: fc.Arbitrary<Item> = fc
  .record({
    goods: fc.constantFrom(...CATALOGUE),
    quantity: mostly<number | undefined>(
      nothing,
      [8, fc.constantFrom(1, 2, 3)],
      [2, fc.constantFrom(0.5, 1.5)],
    ),
    price: mostly<'usual' | 'none' | 'new'>(
      fc.constant('usual'),
      [8, fc.constant('none')],
      [3, fc.constant('new')],
    ),
  })
  .map(({ goods: { price: usual, ...goods }, quantity, price }) => ({
    ...goods,
    ...(price !== 'none' && { price: price === 'new' ? 49.5 : usual! }),
    ...(quantity !== undefined && { quantity }),
  }));

const junkItem: fc.Arbitrary<Item> = fc.constantFrom<Item>(
  {},
  { price: 5 },
  { item_id: '', price: 3 },
  { item_id: '', item_name: 'Strings' },
  { item_id: 'A', item_variant: '' },
  { item_id: 'A', quantity: 0 },
  { item_id: 'B', quantity: 0, price: 9.99 },
);

const items = mostly<Item[]>(
  fc.array(mostly(item, [1, junkItem]), { minLength: 1, maxLength: 3 }),
  [1, fc.constant([])],
);

const value = fc.constantFrom(0, 0.07, 5, 9.99, 49.5, 199, 200);

const currency = mostly<string | undefined>(
  nothing,
  [3, fc.constant('EUR')],
  [2, fc.constant('KRW')],
  [1, fc.constant('')],
);

/** What commerce touchpoints say about goods: items, only a value, both, or nothing. */
const goods = fc
  .record({
    says: mostly<'items' | 'value' | 'both' | 'nothing'>(
      fc.constant('items'),
      [8, fc.constant('value')],
      [4, fc.constant('both')],
      [5, fc.constant('nothing')],
    ),
    items,
    value,
    currency,
  })
  .map(({ says, items, value, currency }) =>
    present({
      items: says === 'items' || says === 'both' ? items : undefined,
      value: says === 'value' || says === 'both' ? value : undefined,
      currency,
    }),
  );

/** A cart page that says the cart is empty. */
const noGoods = fc.constantFrom<CustomParams>(
  { items: [] },
  { value: 0 },
  { items: [], value: 0, currency: 'EUR' },
);

// --- Moves -------------------------------------------------------------------------------------

const move = (
  type: string,
  params: fc.Arbitrary<CustomParams> = fc.constant({}),
): fc.Arbitrary<Move> =>
  params.map((said) => (Object.keys(said).length > 0 ? { type, params: said } : { type }));

const browse: fc.Arbitrary<Move> = fc
  .constantFrom(
    'page_view',
    'view_item',
    'search',
    'view_item_list',
    'select_item',
    'add_to_wishlist',
    'select_promotion',
    'login',
    'alert',
    'quiz_done',
  )
  .map((type) => ({ type }));

const coupon: fc.Arbitrary<Move> = fc
  .constantFrom('applied', 'denied')
  .map((status) => ({ type: 'coupon', params: { coupon: 'SPRING', status } }));

const add = move('add_to_cart', goods);
const remove = move('remove_from_cart', goods);
const viewCart = move('view_cart', mostly(goods, [6, noGoods]));

const checkoutStep = move(
  'checkout_step',
  fc
    .tuple(
      mostly<string | undefined>(
        fc.constantFrom('contact', 'address', 'gift', 'engraving'),
        [4, fc.constantFrom('cart', 'Shipping', ' payment ', 'review')],
        [4, fc.constantFrom(undefined, '', ' ')],
      ),
      goods,
    )
    .map(([step, said]) => present({ step, ...said })),
);

const checkout = fc.oneof(
  move('begin_checkout', goods),
  move('add_shipping_info', goods),
  move('add_payment_info', goods),
  checkoutStep,
);

/** Few order numbers, so that they come again; some of them other people's; some none at all. */
const transactionId = mostly<string | undefined>(
  fc.constantFrom('T1', 'T2', 'T3'),
  [4, nothing],
  [2, fc.constant('FOREIGN')],
  [1, fc.constant('')],
);

const withTransaction = (params: fc.Arbitrary<CustomParams>) =>
  fc.tuple(transactionId, params).map(([id, said]) => present({ transaction_id: id, ...said }));

const purchase: fc.Arbitrary<Move> = fc
  .tuple(
    move('purchase', withTransaction(goods)),
    mostly(fc.constant(false), [8, fc.constant(true)]),
  )
  .map(([told, confirmed]) => (confirmed ? { ...told, confirmed } : told));

const refund = move('refund', withTransaction(mostly(goods, [10, fc.constant<CustomParams>({})])));

const word = fc.oneof(
  ...['share', 'survey', 'review'].map((type) =>
    move(type, fc.oneof(fc.constant<CustomParams>({}), withTransaction(fc.constant({})))),
  ),
);

// --- Stories: moves that follow each other ------------------------------------------------------

/** A list of moves as one, with each left out now and then. */
const storyOf = (...moves: fc.Arbitrary<Move>[]): fc.Arbitrary<Move[]> =>
  fc
    .tuple(
      ...moves.map((some) => fc.tuple(some, mostly(fc.constant(true), [4, fc.constant(false)]))),
    )
    .map((told) => told.filter(([, isTold]) => isTold).map(([some]) => some));

const toCheckout = storyOf(
  browse,
  add,
  viewCart,
  checkoutStep,
  move('begin_checkout', goods),
  checkoutStep,
  move('add_shipping_info', goods),
  checkoutStep,
  move('add_payment_info', goods),
);

const toOrder = storyOf(browse, add, coupon, checkout, checkout, purchase, browse);

/**
 * One order, spoken of again and again: reloaded, told line by line, by the browser and by the
 * server; then given back, asked about, shared. Most of it names the order.
 */
const orderAndAfter = fc
  .record({
    id: fc.constantFrom('T1', 'T2', 'T3'),
    tellings: fc.array(purchase, { minLength: 1, maxLength: 3 }),
    afterwards: fc.array(
      fc.record({
        told: fc.oneof(refund, word),
        isNaming: mostly(fc.constant(true), [10, fc.constant(false)]),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ id, tellings, afterwards }) => {
    const naming = (told: Move) => ({ ...told, params: { ...told.params, transaction_id: id } });
    return [
      ...tellings.map(naming),
      ...afterwards.map(({ told, isNaming }) => (isNaming ? naming(told) : told)),
    ];
  });

/** A cart, its order, and the stale pages of it that the shopper comes back to. */
const staleAfterOrder = fc
  .record({
    lines: fc.array(item, { minLength: 1, maxLength: 2 }),
    order: purchase,
    stale: fc.array(
      fc
        .oneof(viewCart, checkout, move('remove_from_cart', goods))
        .chain((told) => fc.constantFrom('same', 'other').map((kind) => ({ told, kind }))),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ lines, order, stale }): Move[] => [
    { type: 'add_to_cart', params: { items: lines } },
    order,
    ...stale.map(({ told, kind }) =>
      kind === 'same' ? { ...told, params: { ...told.params, items: lines } } : told,
    ),
  ]);

/** Goods in, and the same goods out again. */
const secondThoughts = fc
  .tuple(goods, fc.oneof(fc.constant('remove_from_cart'), fc.constant('view_cart')), noGoods)
  .map(([said, type, none]): Move[] => [
    { type: 'add_to_cart', params: said },
    type === 'view_cart' ? { type, params: none } : { type, params: said },
  ]);

const one = (some: fc.Arbitrary<Move>) => some.map((told) => [told]);

const story: fc.Arbitrary<Move[]> = fc.oneof(
  { weight: 4, arbitrary: one(browse) },
  { weight: 4, arbitrary: one(add) },
  { weight: 5, arbitrary: one(remove) },
  { weight: 3, arbitrary: one(viewCart) },
  { weight: 3, arbitrary: one(checkout) },
  { weight: 3, arbitrary: one(purchase) },
  { weight: 4, arbitrary: one(refund) },
  { weight: 5, arbitrary: one(word) },
  { weight: 1, arbitrary: one(coupon) },
  { weight: 3, arbitrary: toCheckout },
  { weight: 4, arbitrary: toOrder },
  { weight: 3, arbitrary: orderAndAfter },
  { weight: 3, arbitrary: staleAfterOrder },
  { weight: 2, arbitrary: secondThoughts },
);

// --- When and where ----------------------------------------------------------------------------

/** Exactly at a limit, a millisecond before it and one after. */
const around = (limitMs: number) => fc.constantFrom(limitMs - 1, limitMs, limitMs + 1);

const shortGap = mostly(
  fc.integer({ min: 1, max: 10 * MINUTE }),
  [4, fc.constant(0)],
  [4, fc.constant(20 * MINUTE)],
  [1, around(30 * MINUTE)],
);

const longGap = fc.oneof(
  { weight: 8, arbitrary: shortGap },
  { weight: 4, arbitrary: around(30 * MINUTE) },
  { weight: 3, arbitrary: around(HOUR) },
  { weight: 3, arbitrary: fc.integer({ min: 10 * MINUTE, max: 5 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: DAY, max: 20 * DAY }) },
  { weight: 2, arbitrary: around(30 * DAY) },
  { weight: 1, arbitrary: fc.integer({ min: 20 * DAY, max: 90 * DAY }) },
);

const looks = mostly<Told['looks']>(
  fc.constant({}),
  [
    4,
    fc.constant({
      url: 'https://shop.example/',
      referrer: 'https://www.google.com/',
      device: 'mobile',
    }),
  ],
  [2, fc.constant({ url: 'https://shop.example/cart', device: 'desktop' })],
  [2, fc.constant({ channel: 'email' })],
);

const placed = (gapMs: fc.Arbitrary<number>) =>
  fc.record({
    gapMs,
    visitor: mostly(fc.constant('v1'), [4, fc.constant('v2')], [2, fc.constant('v0')]),
    looks,
    // Servers don't count, so theirs tie.
    seq: mostly<number | undefined>(nothing, [3, fc.constant(0)]),
    idPrefix: fc.constantFrom('a', 'b', 'c'),
  });

const toldStory = story.chain((moves) =>
  fc
    .tuple(
      ...moves.map((told, i) =>
        placed(i === 0 ? longGap : shortGap).map((where) => ({ ...told, ...where })),
      ),
    )
    .map((told): Told[] => told),
);

const options: fc.Arbitrary<OracleOptions> = mostly<OracleOptions>(
  fc.constant({ foreignOrders: new Set(['FOREIGN']) }),
  [3, fc.constant({})],
  [3, fc.constant({ abandonedAfterMs: 30 * MINUTE, currency: 'EUR' })],
  [
    2,
    fc.constant({ abandonedAfterMs: 5 * MINUTE, currency: 'KRW', foreignOrders: new Set(['T2']) }),
  ],
  [2, fc.constant({ abandonedAfterMs: 3 * DAY })],
);

/** What one person did over some months on several devices, oldest first, and a site's settings. */
export const history: fc.Arbitrary<History> = fc
  .record({ stories: fc.array(toldStory, { minLength: 1, maxLength: 14 }), options })
  .map(({ stories, options }) => ({ touchpoints: timed(stories.flat()), options }));

function timed(told: readonly Told[]): StoredTouchpoint[] {
  let at = Date.UTC(2025, 0, 1);
  return told.map(({ gapMs, looks, seq, idPrefix, ...rest }, index) => {
    at += gapMs;
    const id = `${idPrefix}${index}`;
    return { ...rest, ...looks, id, at, seq: seq ?? index, receivedAt: at };
  });
}
