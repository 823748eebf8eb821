import { type CartLine, type Device, type Step, toDecimal } from '@cartograph/journey';
import { type CountedCart, isLeft, ofCarts } from './countedCarts.ts';
import { partsIn } from './facts.ts';
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
  const { currency } = question;
  const most = (carts: readonly CountedCart[]) =>
    carts.filter(isLeft).sort(byWorth(currency)).slice(0, limit);
  const name = `worth ${currency} ${limit}`;
  const found = partsIn(journeys, question).flatMap(
    (part) => ofCarts(part, { name, question }, (carts) => ({ most: most(carts) })).most,
  );
  return most(found).map(({ journey, cart, state, stops }) => ({
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

/** By step, the journey of the cart in the site's currency that is worth most of those left there. */
export function mostWorthAtSteps(
  journeys: Iterable<JourneyFact>,
  question: Question,
): ReadonlyMap<Step, string> {
  const { currency } = question;
  const worth = byWorth(currency);
  const most = new Map<Step, CountedCart>();
  const add = (known: Map<Step, CountedCart>, counted: CountedCart) => {
    const step = counted.cart.deepest ?? 'cart';
    const best = known.get(step);
    if (!best || worth(counted, best) < 0) known.set(step, counted);
  };
  for (const part of partsIn(journeys, question)) {
    const name = `worth most at steps ${currency}`;
    const { found } = ofCarts(part, { name, question }, (carts) => {
      const known = new Map<Step, CountedCart>();
      for (const counted of carts) {
        if (isLeft(counted) && counted.cart.currency === currency) add(known, counted);
      }
      return { found: [...known.values()] };
    });
    for (const counted of found) add(most, counted);
  }
  return new Map([...most].map(([step, { journey }]) => [step, journey.id]));
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
