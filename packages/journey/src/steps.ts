/**
 * How far a cart can get, in order. Each name says what is *done*: a cart at `shipping` has its
 * shipping chosen, and a shopper who leaves there left after shipping, before payment.
 *
 * All are optional: a wallet that skips `shipping` has not stopped there.
 */
export const STEPS = [
  'cart',
  'checkout',
  'contact',
  'address',
  'shipping',
  'payment',
  'review',
] as const;

/** One of {@link STEPS}, or a name of the shop's own (`gift`), told by `checkout_step`. */
export type Step = string;
