import type { Cart, Step } from '@cartograph/journey';
import type { JourneyFact, Question } from '../question.ts';

/** A cart as it stood some time after it was created. */
export interface CartAtAge {
  journey: JourneyFact;
  cart: Cart;
  /** `left`: silent by then for as long as makes an abandonment, whatever came later. */
  state: 'open' | 'ordered' | 'emptied' | 'left';
  /** What was done by then, in order. */
  steps: readonly Step[];
  /** The deepest step by then, of a cart that was left. */
  leftAt?: Step;
}

/**
 * The carts created in a period that are old enough, each as it stood at the same age.
 *
 * A cart of last month has had a month to be ordered after all, one of yesterday a day. Figures day by
 * day, or before and after a date, can only be compared where all carts had as long.
 *
 * @param ageMs How long after it was created, in milliseconds. Younger carts are left out.
 */
export function cartsAtAge(
  journeys: Iterable<JourneyFact>,
  { from, to, asOf, abandonedAfterMs }: Pick<Question, 'from' | 'to' | 'asOf' | 'abandonedAfterMs'>,
  ageMs: number,
): CartAtAge[] {
  const carts: CartAtAge[] = [];
  for (const journey of journeys) {
    const { cart } = journey;
    if (!cart || cart.createdAt < from || cart.createdAt >= to) continue;
    const then = cart.createdAt + ageMs;
    if (then <= asOf) carts.push({ journey, cart, ...stoodAt(cart, then, abandonedAfterMs) });
  }
  return carts;
}

function stoodAt(
  cart: Cart,
  then: number,
  abandonedAfterMs: number,
): Pick<CartAtAge, 'state' | 'steps' | 'leftAt'> {
  const steps = cart.steps.filter(({ at }) => at <= then).map(({ step }) => step);
  if (cart.order && cart.order.at <= then) return { state: 'ordered', steps };
  if (cart.emptiedAt !== undefined && cart.emptiedAt <= then) return { state: 'emptied', steps };

  const silence = cart.stops.findLast(
    ({ at, until = Number.POSITIVE_INFINITY }) => at <= then && until > then,
  );
  if (!silence || then - silence.at < abandonedAfterMs) return { state: 'open', steps };
  // Goods can be seen in a cart before any step is told.
  return { state: 'left', steps: steps.length > 0 ? steps : ['cart'], leftAt: silence.step };
}
