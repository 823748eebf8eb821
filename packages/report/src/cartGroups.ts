import { isRecovered, type Step } from '@cartograph/journey';
import { alikeCarts } from './alikeCarts.ts';
import { type CountedCart, ofCarts } from './countedCarts.ts';
import type { Part } from './part.ts';
import type { Owned } from './persons/fellows.ts';
import { personNumber } from './persons/personNumber.ts';
import type { JourneyFact, Question } from './question.ts';

/** Carts that are alike in all that is counted: there are few kinds, and many carts of each. */
export interface CartGroup extends Pick<CountedCart, 'state'> {
  direct: boolean;
  recovered: boolean;
  deepest: Step | undefined;
  /** In the order they were done. */
  steps: readonly Step[];
  /** Where they were last left, if they ever were. */
  lastStop: Step | undefined;
  /** ISO 4217. */
  currency: string;
  carts: number;
  /** All of them together, in minor units. */
  amount: number;
}

/** Carts as they are counted, and what can't be counted: how long they stayed. */
export interface CountedGroups extends Owned {
  groups: readonly CartGroup[];
  /** By step: time spent there before going on or leaving, in seconds. */
  seconds: ReadonlyMap<Step, Float64Array>;
}

/** The carts of a part that were created in the period. */
export function cartCounts(part: Part<JourneyFact>, question: Question): CountedGroups {
  return ofCarts(part, { name: 'carts', question }, (carts) => ({
    ...alikeCarts(carts, kindOf),
    persons: Float64Array.from(carts.map(({ journey }) => personNumber(journey.person))),
    seconds: secondsOf(carts),
  }));
}

/** What was done of a cart. Goods can be seen in one before any step is told: that is a cart, and no more. */
export function stepsOf<StepLike>(
  { steps, deepest }: { steps: readonly StepLike[]; deepest?: Step | undefined },
  { state, cart }: { state: CountedCart['state']; cart: StepLike },
): readonly StepLike[] {
  return state === 'ordered' || deepest ? steps : [cart];
}

function kindOf({ cart, state, stops }: CountedCart): Omit<CartGroup, 'carts' | 'amount'> {
  const { direct, deepest, currency } = cart;
  const recovered = isRecovered(cart);
  const lastStop = stops.at(-1)?.step;
  const steps = cart.steps.map(({ step }) => step);
  return { state, direct, recovered, deepest, steps, lastStop, currency };
}

function secondsOf(carts: readonly CountedCart[]): Map<Step, Float64Array> {
  const lists = new Map<Step, number[]>();
  for (const { cart, state } of carts) {
    const steps = stepsOf(cart, { state, cart: JUST_A_CART });
    for (const { step, activeMs } of steps) {
      // Who is still here has not spent all their time yet.
      if (state === 'open' && step === (cart.deepest ?? 'cart')) continue;
      const list = lists.get(step);
      if (list) list.push(activeMs / 1000);
      else lists.set(step, [activeMs / 1000]);
    }
  }
  return new Map([...lists].map(([step, list]) => [step, Float64Array.from(list)]));
}

const JUST_A_CART = { step: 'cart', activeMs: 0 };
