import { type CartLine, type Device, type Step, toDecimal } from '@cartograph/journey';
import { type CountedCart, countedCarts, isLeft } from './countedCarts.ts';
import type { JourneyFact, Question } from './question.ts';

/** One cart that was left behind. */
export interface AbandonedCart {
  /** Id of the journey. */
  journey: string;
  person: string;
  state: 'abandoned' | 'lost';
  /** When the shopper was last seen: ISO 8601, UTC. */
  leftAt: string;
  /** The deepest step that was done. */
  step: Step;
  currency: string;
  /** Decimal string in major units. */
  amount: string;
  lines: readonly CartLine[];
  visits: number;
  /** How often it was left, this time included. */
  stops: number;
  device?: Device;
}

/**
 * The carts left behind that are worth most, up to `limit`. Those in the site's currency come
 * first: amounts in unlike currencies can't be compared.
 */
export function abandonedCarts(
  journeys: Iterable<JourneyFact>,
  question: Question,
  limit = 50,
): AbandonedCart[] {
  return countedCarts(journeys, question)
    .filter(isLeft)
    .sort(byWorth(question.currency))
    .slice(0, limit)
    .map(({ journey, cart, state, stops }) => ({
      journey: journey.id,
      person: journey.person,
      state: state === 'lost' ? 'lost' : 'abandoned',
      leftAt: new Date(journey.lastAt).toISOString(),
      step: cart.deepest ?? 'cart',
      currency: cart.currency,
      amount: toDecimal(cart.amount, cart.currency),
      lines: cart.lines,
      visits: journey.visits,
      stops: stops.length,
      ...(journey.entry.device && { device: journey.entry.device }),
    }));
}

function byWorth(home: string) {
  return (a: CountedCart, b: CountedCart): number =>
    Number(b.cart.currency === home) - Number(a.cart.currency === home) ||
    compare(a.cart.currency, b.cart.currency) ||
    b.cart.amount - a.cart.amount ||
    compare(a.journey.id, b.journey.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
