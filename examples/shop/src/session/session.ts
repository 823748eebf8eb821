import type { Coupon } from '../cart/coupon.ts';
import type { Line } from '../cart/line.ts';
import type { Basket } from '../cart/totals.ts';
import type { Order } from '../checkout/order.ts';
import type { ContactField, ShippingField } from '../checkout/rules.ts';
import type { ShippingOption } from '../checkout/shippingOptions.ts';
import type { ShopEvent } from '../events/shopEvent.ts';

/** A shopper who logged in. */
export interface User {
  /** Says nothing about who they are: analytics may have it. */
  id: string;
  name: string;
}

/** All that the shop knows of one browser. Lives in memory, and ends with the process. */
export interface Session {
  lines: readonly Line[];
  coupon?: Coupon;
  contact?: Readonly<Record<ContactField, string>>;
  address?: Readonly<Record<ShippingField, string>>;
  shipping?: ShippingOption;
  user?: User;
  /** Oldest first. */
  orders: Order[];
  /** Happened while answering a form; told by the next page the shopper gets. */
  pending: ShopEvent[];
  /** What the next cart page says, once. */
  notices: CartNotices;
}

export interface CartNotices {
  coupon?: string;
  stock?: string;
}

export function newSession(): Session {
  return { lines: [], orders: [], pending: [], notices: {} };
}

/** What is to be paid so far. */
export function basketOf({ lines, coupon, shipping }: Session): Basket {
  return { lines, coupon, shipping };
}
