import { type Cart, type CartState, cartState, isRecovered } from '@cartograph/journey';

/** What became of a journey: of its cart, that is. */
export const JOURNEY_STATES = [
  'open',
  'abandoned',
  'lost',
  'emptied',
  'ordered',
  'recovered',
  'no_cart',
] as const;

export type JourneyState = (typeof JOURNEY_STATES)[number];

/** As a list tells it, where each journey is one thing: what was recovered is ordered, too. */
export function journeyState(
  cart: Cart | undefined,
  { asOf, abandonedAfterMs }: { asOf: number; abandonedAfterMs: number },
): JourneyState {
  if (!cart) return 'no_cart';
  const state: CartState = cartState(cart, asOf, abandonedAfterMs);
  return state === 'ordered' && isRecovered(cart) ? 'recovered' : state;
}
