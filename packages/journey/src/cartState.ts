import type { Cart, Stop } from './journey.ts';

/** Silence, in milliseconds, after which goods in a cart count as left behind, unless the site says otherwise. */
export const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Silence, in milliseconds, that ends a journey: an abandoned cart is lost. */
export const LOST_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

export const CART_STATES = ['open', 'ordered', 'emptied', 'abandoned', 'lost'] as const;

export type CartState = (typeof CART_STATES)[number];

/**
 * What has become of a cart, every cart being in exactly one state. A function of the facts and of
 * now, so nothing has to run when an hour has passed.
 *
 * @param now Epoch milliseconds, not before the last touchpoint that the cart was folded from.
 * @param abandonedAfterMs Must be what the cart was folded with.
 */
export function cartState(
  cart: Cart,
  now: number,
  abandonedAfterMs: number = ABANDONED_AFTER_MS,
): CartState {
  if (cart.order) return 'ordered';
  if (cart.emptiedAt !== undefined) return 'emptied';

  const silence = cart.stops.at(-1);
  const idleMs = silence ? now - silence.at : 0;
  if (idleMs >= LOST_AFTER_MS) return 'lost';
  return idleMs >= abandonedAfterMs ? 'abandoned' : 'open';
}

/** Whether it was ordered after at least one stop: left behind, and won back. */
export function isRecovered(cart: Cart): boolean {
  return cart.order !== undefined && cart.stops.length > 0;
}

/** The stops that count at `now`: all but a last silence that is still too short. */
export function stopsAsOf(
  cart: Cart,
  now: number,
  abandonedAfterMs: number = ABANDONED_AFTER_MS,
): readonly Stop[] {
  const last = cart.stops.at(-1);
  const tooShort = last && last.until === undefined && now - last.at < abandonedAfterMs;
  return tooShort ? cart.stops.slice(0, -1) : cart.stops;
}
