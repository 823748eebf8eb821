import {
  type Cart,
  type CartState,
  cartState,
  LOST_AFTER_MS,
  type Stop,
  stopsAsOf,
} from '@cartograph/journey';
import type { Lasting, Part } from './part.ts';
import type { JourneyFact, Question } from './question.ts';

/** A cart that is counted, with what has become of it. */
export interface CountedCart<Fact extends JourneyFact = JourneyFact> {
  journey: Fact;
  cart: Cart;
  state: CartState;
  /** Its stops that count at `asOf`, oldest first. */
  stops: readonly Stop[];
}

/** The carts created in a period, each in its state at `asOf`. */
export function countedCarts<Fact extends JourneyFact>(
  journeys: Iterable<Fact>,
  { from, to, asOf, abandonedAfterMs }: Question,
): CountedCart<Fact>[] {
  const carts: CountedCart<Fact>[] = [];
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
export function isLeft({ state }: Pick<CountedCart, 'state'>): boolean {
  return state === 'abandoned' || state === 'lost';
}

/**
 * What `find` makes of the carts of a part that were created in a period, remembered until a cart's state
 * changes.
 *
 * @param part By when carts were created; else see `unplaced`.
 * @param name Of what is found, and all that it depends on but the carts, their states and `asOf`.
 * @param find May say until when what it found is true, if that can be before a cart's state changes.
 */
export function ofCarts<Fact extends JourneyFact, Found extends object>(
  part: Part<Fact>,
  { name, question }: { name: string; question: Question },
  find: (carts: readonly CountedCart<Fact>[]) => Found,
): Found {
  const { asOf, abandonedAfterMs } = question;
  // What is asked of a whole part is the same whatever period it is a part of.
  const from = Math.max(question.from, part.from);
  const to = Math.min(question.to, part.to);
  const asked = { name: [name, from, to, abandonedAfterMs].join(' '), asOf };
  return part.recall(asked, (facts): Found & Lasting => {
    const found = find(countedCarts(facts, { ...question, from, to }));
    const { until: ownEnd = Number.POSITIVE_INFINITY } = found as Partial<Lasting>;
    const until = Math.min(ownEnd, nextChange(facts, question));
    return { ...found, until };
  });
}

/** When the next of these carts comes to be in another state, if nothing more happens. */
export function nextChange(
  journeys: Iterable<JourneyFact>,
  { asOf, abandonedAfterMs }: Pick<Question, 'asOf' | 'abandonedAfterMs'>,
): number {
  let next = Number.POSITIVE_INFINITY;
  const notBefore = (at: number) => {
    if (at > asOf && at < next) next = at;
  };
  for (const { cart } of journeys) {
    if (!cart) continue;
    notBefore(cart.createdAt);
    const silence = cart.stops.at(-1);
    if (!silence || (cart.order && silence.until !== undefined)) continue;
    notBefore(silence.at + abandonedAfterMs);
    notBefore(silence.at + LOST_AFTER_MS);
  }
  return next;
}
