import { isRecovered, type Step } from '@cartograph/journey';
import { type CountedCart, ofCarts } from './countedCarts.ts';
import type { Part } from './part.ts';
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
export interface CountedGroups {
  groups: readonly CartGroup[];
  /** By step: time spent there before going on or leaving, in seconds. */
  seconds: ReadonlyMap<Step, Float64Array>;
}

/** The carts of a part that were created in the period. */
export function cartCounts(part: Part<JourneyFact>, question: Question): CountedGroups {
  return ofCarts(part, { name: 'carts', question }, (carts) => ({
    groups: groupsOf(carts),
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

function groupsOf(carts: readonly CountedCart[]): CartGroup[] {
  const groups = new Map<string, CartGroup>();
  for (const { cart, state, stops } of carts) {
    const { direct, deepest, currency, amount } = cart;
    const recovered = isRecovered(cart);
    const lastStop = stops.at(-1)?.step;
    const steps = cart.steps.map(({ step }) => step);
    const kind = { state, direct, recovered, deepest, steps, lastStop, currency };
    const key = JSON.stringify(kind);
    const known = groups.get(key);
    if (known) {
      known.carts++;
      known.amount += amount;
    } else {
      groups.set(key, { ...kind, carts: 1, amount });
    }
  }
  return [...groups.values()];
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
