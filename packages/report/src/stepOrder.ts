import { STEPS, type Step } from '@cartograph/journey';
import type { CountedCart } from './countedCarts.ts';

const STANDARD: readonly Step[] = STEPS;

/**
 * The steps that any of these carts did, in order. A step of the shop's own comes right behind the
 * standard one that it most often follows; several of them in the order they are usually done.
 */
export function stepOrder(ways: Iterable<Way>): Step[] {
  const seen = new Set<Step>(['cart']);
  const own = new Map<Step, OwnStep>();

  for (const { steps, carts = 1 } of ways) {
    let before: Step = 'cart';
    steps.forEach((step, position) => {
      seen.add(step);
      if (isStandard(step)) {
        before = step;
        return;
      }
      const known = own.get(step) ?? { step, follows: new Map(), positions: 0, carts: 0 };
      own.set(step, known);
      known.follows.set(before, (known.follows.get(before) ?? 0) + carts);
      known.positions += position * carts;
      known.carts += carts;
    });
  }

  const ownByPlace = [...own.values()].sort(
    (a, b) => a.positions / a.carts - b.positions / b.carts || (a.step < b.step ? -1 : 1),
  );
  return STANDARD.filter((step) => seen.has(step)).flatMap((step) => [
    step,
    ...ownByPlace.filter((other) => placeOf(other) === step).map((other) => other.step),
  ]);
}

/** Steps in the order that a cart did them, or several carts alike. */
export interface Way {
  steps: readonly Step[];
  /** @default 1 */
  carts?: number;
}

export function wayOf({ cart }: Pick<CountedCart, 'cart'>): Way {
  return { steps: cart.steps.map(({ step }) => step) };
}

interface OwnStep {
  step: Step;
  /** How often it came after each standard step. */
  follows: Map<Step, number>;
  /** Sum of its positions among the steps of its carts. */
  positions: number;
  carts: number;
}

/** The standard step that it most often follows. */
function placeOf({ follows }: OwnStep): Step {
  const [most] = [...follows].sort(
    ([a, n], [b, m]) => m - n || STANDARD.indexOf(a) - STANDARD.indexOf(b),
  );
  return most![0];
}

export function isStandard(step: Step): boolean {
  return STANDARD.includes(step);
}
