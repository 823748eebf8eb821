import { STEPS, type Step } from '../../src/steps.ts';
import { contentsAfter, holdsGoods, type Move } from './contents.ts';
import { textIn } from './said.ts';

/** A step at the moment it was first done. */
export interface Reached {
  step: Step;
  /** Which of the touchpoints did it, from 0. */
  index: number;
  /** The greater, the deeper. */
  rank: number;
}

/** Steps that touchpoints of a journey without an order have done, first times only, in that order. */
export function stepsReached(touchpoints: readonly Move[], fallback: string): readonly Reached[] {
  if (touchpoints.length === 0) return [];
  const before = stepsReached(touchpoints.slice(0, -1), fallback);
  const step = stepDone(touchpoints, fallback);
  if (step === undefined || before.some((reached) => reached.step === step)) return before;

  return [...before, { step, index: touchpoints.length - 1, rank: rankOf(step, before) }];
}

/** The step with the greatest rank. */
export function deepestOf(reached: readonly Reached[]): Step | undefined {
  const greatest = Math.max(...reached.map(({ rank }) => rank));
  return reached.find(({ rank }) => rank === greatest)?.step;
}

/** A step of the shop's own comes right after the deepest one so far: before the next known one. */
function rankOf(step: Step, before: readonly Reached[]): number {
  const known = STEPS.indexOf(step as (typeof STEPS)[number]);
  if (known >= 0) return known;

  const deepest = Math.max(-1, ...before.map(({ rank }) => rank));
  return (deepest + Math.floor(deepest) + 1) / 2;
}

/** The step that the last of these touchpoints does. */
function stepDone(touchpoints: readonly Move[], fallback: string): Step | undefined {
  const last = touchpoints.at(-1)!;
  switch (last.type) {
    case 'add_to_cart':
    case 'view_cart':
      return holdsGoods(contentsAfter(touchpoints, fallback)) ? 'cart' : undefined;
    case 'begin_checkout':
      return 'checkout';
    case 'add_shipping_info':
      return 'shipping';
    case 'add_payment_info':
      return 'payment';
    case 'checkout_step':
      return textIn(last, 'step')?.trim().toLowerCase() || undefined;
    default:
      return undefined;
  }
}
