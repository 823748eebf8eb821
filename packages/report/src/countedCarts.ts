import { type Cart, type CartState, cartState, type Stop, stopsAsOf } from '@cartograph/journey';
import type { JourneyFact, Question } from './question.ts';

/** A cart that is counted, with what has become of it. */
export interface CountedCart {
  journey: JourneyFact;
  cart: Cart;
  state: CartState;
  /** Its stops that count at `asOf`, oldest first. */
  stops: readonly Stop[];
}

/** The carts created in a period, each in its state at `asOf`. */
export function countedCarts(
  journeys: Iterable<JourneyFact>,
  { from, to, asOf, abandonedAfterMs }: Question,
): CountedCart[] {
  const carts: CountedCart[] = [];
  for (const journey of journeys) {
    const { cart } = journey;
    if (!cart || cart.createdAt < from || cart.createdAt >= to || cart.createdAt > asOf) continue;

    carts.push({
      journey,
      cart,
      state: cartState(cart, asOf, abandonedAfterMs),
      stops: stopsAsOf(cart, asOf, abandonedAfterMs),
    });
  }
  return carts;
}

/** Whether goods were left behind, for now or for good. */
export function isLeft({ state }: CountedCart): boolean {
  return state === 'abandoned' || state === 'lost';
}
