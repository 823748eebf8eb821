import { type Cart, fold, type StoredTouchpoint } from '@cartograph/journey';

/** Types of touchpoints that say something about the cart or its order. */
const CART_TYPES: ReadonlySet<string> = new Set([
  'add_to_cart',
  'remove_from_cart',
  'view_cart',
  'begin_checkout',
  'checkout_step',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
]);

/** Each is a fold of all that came before it, so there must not be thousands. */
const MOST_MOMENTS = 200;

/**
 * The cart as it was after each touchpoint that spoke of it, by the touchpoint's id. Folds what was
 * known at that moment, so that no rule about carts is written twice.
 *
 * @param touchpoints Of one journey, in order.
 */
export function cartHistory(
  touchpoints: readonly StoredTouchpoint[],
  options: { currency: string; abandonedAfterMs: number },
): Map<string, Cart> {
  const history = new Map<string, Cart>();
  touchpoints.forEach(({ id, type }, place) => {
    if (!CART_TYPES.has(type) || history.size === MOST_MOMENTS) return;
    const cart = fold(touchpoints.slice(0, place + 1), options).at(-1)?.journey.cart;
    if (cart) history.set(id, cart);
  });
  return history;
}
