import type { Basket } from '../../examples/shop/src/cart/totals.ts';
import type { ShippingOption } from '../../examples/shop/src/checkout/shippingOptions.ts';
import type { Browser } from './browser.ts';
import type { Channel } from './landing.ts';
import type { PLAN } from './plan.ts';
import type { Random } from './random.ts';

export interface Shopper {
  readonly random: Random;
  /** One, or two that they sign in on. */
  readonly browsers: readonly Browser[];
  /** Their own id at the shop, if they have an account. */
  readonly account: string | undefined;
  /** When the period ends, in epoch milliseconds. */
  readonly until: number;
}

/** A shopper on the way to one order: what a journey is made of. Changes as they go. */
export interface Trip extends Basket {
  readonly shopper: Shopper;
  readonly channel: Channel;
  readonly newcomer: boolean;
  shipping: ShippingOption | undefined;
  /** The browser in use. */
  browser: Browser;
  /** For goods that were left in the cart. */
  cameBack: boolean;
  /** What went wrong on the way, for the survey. */
  readonly met: Set<Trouble>;
}

/** How far a cart can get in this shop, in order. */
export type Step = keyof typeof PLAN.risk;

export type Trouble = 'declined' | 'shippingShock' | 'inputInvalid';
