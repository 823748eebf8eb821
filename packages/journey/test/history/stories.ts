import fc from 'fast-check';
import type { CustomParams } from '../../src/params.ts';
import { goods, item, noGoods } from './goods.ts';
import { mostly } from './mostly.ts';
import {
  add,
  browse,
  checkout,
  checkoutStep,
  coupon,
  type Move,
  move,
  purchase,
  refund,
  remove,
  viewCart,
  word,
} from './moves.ts';

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

/**
 * An order, another cart, and further words on that order: of what was ordered, of what is in the cart, of
 * some of it, of both, of something else.
 */
const addedToOrder = fc
  .record({
    id: fc.constantFrom('T1', 'T2', 'T3'),
    ordered: fc.array(item, { minLength: 1, maxLength: 2 }),
    inCart: fc.array(item, { minLength: 1, maxLength: 3 }),
    fills: fc.array(mostly(add, [10, checkout], [4, remove]), { maxLength: 2 }),
    words: fc.array(
      fc.record({
        told: purchase,
        of: fc.constantFrom('ordered', 'cart', 'some', 'both', 'other'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    after: fc.array(fc.oneof(browse, add, viewCart, checkout), { maxLength: 2 }),
  })
  .map(({ id, ordered, inCart, fills, words, after }): Move[] => {
    const goodsOf = {
      ordered,
      cart: inCart,
      some: inCart.slice(0, 1),
      both: [...ordered, ...inCart],
    };
    return [
      { type: 'purchase', params: { transaction_id: id, items: ordered } },
      { type: 'add_to_cart', params: { items: inCart } },
      ...fills,
      ...words.map(({ told, of }) => ({
        ...told,
        params: {
          ...told.params,
          transaction_id: id,
          ...(of !== 'other' && { items: goodsOf[of] }),
        },
      })),
      ...after,
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
  .tuple(goods, fc.constantFrom('remove_from_cart', 'view_cart'), noGoods)
  .map(([said, type, none]): Move[] => [
    { type: 'add_to_cart', params: said },
    type === 'view_cart' ? { type, params: none } : { type, params: said },
  ]);

/** In and out of a cart that holds a bit of everything: goods, amounts and goods nobody named. */
export const muddle = fc.array(
  fc
    .tuple(
      fc.constantFrom('add_to_cart', 'add_to_cart', 'remove_from_cart', 'view_cart'),
      fc.constantFrom<CustomParams>(
        {},
        { value: 5 },
        { value: 5, currency: 'EUR' },
        { items: [{ item_id: 'A', price: 2 }], value: 5 },
        { items: [{ item_id: 'A', price: 2 }] },
        { items: [{ item_id: 'A', price: 2 }], value: 5, currency: 'EUR' },
      ),
    )
    .map(([type, params]): Move => ({ type, params })),
  { minLength: 3, maxLength: 8 },
);

const one = (some: fc.Arbitrary<Move>) => some.map((told) => [told]);

export const story: fc.Arbitrary<Move[]> = fc.oneof(
  { weight: 4, arbitrary: one(browse) },
  { weight: 4, arbitrary: one(add) },
  { weight: 5, arbitrary: one(remove) },
  { weight: 3, arbitrary: one(viewCart) },
  { weight: 4, arbitrary: one(checkout) },
  { weight: 3, arbitrary: one(purchase) },
  { weight: 4, arbitrary: one(refund) },
  { weight: 5, arbitrary: one(word) },
  { weight: 1, arbitrary: one(coupon) },
  { weight: 3, arbitrary: toCheckout },
  { weight: 4, arbitrary: toOrder },
  { weight: 3, arbitrary: orderAndAfter },
  { weight: 3, arbitrary: addedToOrder },
  { weight: 3, arbitrary: staleAfterOrder },
  { weight: 2, arbitrary: secondThoughts },
  { weight: 2, arbitrary: muddle },
);
