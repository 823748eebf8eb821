import type { Coupon } from '../cart/coupon.ts';
import type { Line } from '../cart/line.ts';
import type { Session } from '../session/session.ts';
import type { ShippingOption } from './shippingOptions.ts';

export interface Order {
  /** GA4's `transaction_id`. */
  id: string;
  lines: readonly Line[];
  coupon: Coupon | undefined;
  shipping: ShippingOption;
  /** "Card ending in 4242". The number itself is never kept. */
  method: string;
  /** Whom to thank. A wallet doesn't say. */
  name: string | undefined;
}

/** Turns the cart into an order, and leaves the cart empty. */
export function placeOrder(
  session: Session,
  { id, shipping, method }: Pick<Order, 'id' | 'shipping' | 'method'>,
): Order {
  const order: Order = {
    id,
    lines: session.lines,
    coupon: session.coupon,
    shipping,
    method,
    name: session.contact?.name ?? session.user?.name,
  };
  session.orders.push(order);
  session.lines = [];
  delete session.coupon;
  delete session.contact;
  delete session.address;
  delete session.shipping;
  return order;
}

/** Unlike a counter, this gives no number twice when the shop is started again. */
export function newOrderId(): string {
  return `FF-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
}

export function orderUrl({ id }: Order): string {
  return `/orders/${id}`;
}
