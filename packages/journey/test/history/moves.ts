import fc from 'fast-check';
import type { CustomParams } from '../../src/params.ts';
import { goods, noGoods, nothing, present } from './goods.ts';
import { mostly } from './mostly.ts';

/** One touchpoint before it has a time and a place. */
export interface Move {
  type: string;
  params?: CustomParams;
  confirmed?: boolean;
}

export const move = (
  type: string,
  params: fc.Arbitrary<CustomParams> = fc.constant({}),
): fc.Arbitrary<Move> =>
  params.map((said) => (Object.keys(said).length > 0 ? { type, params: said } : { type }));

export const browse: fc.Arbitrary<Move> = fc
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

export const coupon: fc.Arbitrary<Move> = fc
  .constantFrom('applied', 'denied')
  .map((status) => ({ type: 'coupon', params: { coupon: 'SPRING', status } }));

export const add = move('add_to_cart', goods);
export const remove = move('remove_from_cart', goods);
export const viewCart = move('view_cart', mostly(goods, [6, noGoods]));

export const checkoutStep = move(
  'checkout_step',
  fc
    .tuple(
      mostly<string | undefined>(
        fc.constantFrom('contact', 'address', 'gift', 'engraving'),
        [4, fc.constantFrom('cart', 'Shipping', ' payment ', 'review')],
        [12, fc.constantFrom(undefined, '', ' ')],
      ),
      goods,
    )
    .map(([step, said]) => present({ step, ...said })),
);

export const checkout = fc.oneof(
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

export const purchase: fc.Arbitrary<Move> = fc
  .tuple(
    move('purchase', withTransaction(goods)),
    mostly(fc.constant(false), [8, fc.constant(true)]),
  )
  .map(([told, confirmed]) => (confirmed ? { ...told, confirmed } : told));

export const refund = move(
  'refund',
  withTransaction(mostly(goods, [10, fc.constant<CustomParams>({})])),
);

export const word = fc.oneof(
  ...['share', 'survey', 'review'].map((type) =>
    move(type, fc.oneof(fc.constant<CustomParams>({}), withTransaction(fc.constant({})))),
  ),
);
