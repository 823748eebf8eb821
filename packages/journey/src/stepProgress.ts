import type { StepDone } from './journey.ts';
import { STEPS, type Step } from './steps.ts';
import type { Touchpoint } from './touchpoint.ts';

/** How far a cart has got, step by step. Grows while a journey is folded. */
export interface StepProgress {
  done: StepDone[];
  deepest: Step | undefined;
  /** Rank of the deepest step: its place in `STEPS`, between two of them for a step of the shop's own. */
  rank: number;
}

export function noProgress(): StepProgress {
  return { done: [], deepest: undefined, rank: -1 };
}

/** The step that a touchpoint says is done, if it says so. */
export function stepOf({ type, params }: Touchpoint): Step | undefined {
  switch (type) {
    case 'add_to_cart':
    case 'view_cart':
      return 'cart';
    case 'begin_checkout':
      return 'checkout';
    case 'add_shipping_info':
      return 'shipping';
    case 'add_payment_info':
      return 'payment';
    case 'checkout_step': {
      const step = typeof params?.step === 'string' ? params.step.trim().toLowerCase() : '';
      return step === '' ? undefined : step;
    }
    default:
      return undefined;
  }
}

/** Notes a step the first time it is done. Doing it again, or an earlier one, takes nothing back. */
export function noteStep(progress: StepProgress, step: Step, at: number): void {
  if (progress.done.some((done) => done.step === step)) return;
  progress.done.push({ step, at, activeMs: 0 });

  const place = (STEPS as readonly Step[]).indexOf(step);
  // A step of the shop's own lies behind all that was done before it, and before what is still to come.
  const rank = place >= 0 ? place : (progress.rank + Math.floor(progress.rank) + 1) / 2;
  if (rank > progress.rank) {
    progress.rank = rank;
    progress.deepest = step;
  }
}

/** Adds time to the deepest step. */
export function spendTime(progress: StepProgress, ms: number): void {
  const deepest = progress.done.find((done) => done.step === progress.deepest);
  if (deepest) deepest.activeMs += ms;
}
