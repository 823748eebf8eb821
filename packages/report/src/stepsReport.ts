import type { Step } from '@cartograph/journey';
import { type CountedCart, isLeft } from './countedCarts.ts';
import { median } from './median.ts';
import { decimalOf, type Money, othersOf, type Purse, put } from './money.ts';
import type { Question } from './question.ts';
import { stepOrder } from './stepOrder.ts';
import { type Rate, wilson } from './wilson.ts';

/**
 * One step of the checkout, in carts. What is *done* here: a cart that stopped at `shipping` was
 * left after shipping.
 *
 * `reached = continued + stoppedHere + openHere + emptiedHere`, and the `stoppedHere` of all steps
 * are all the carts left behind.
 */
export interface StepCounts {
  step: Step;
  reached: number;
  /** Got further, or ordered. */
  continued: number;
  /** Got further without it: no drop-off, steps are optional. */
  skipped: number;
  /** Left behind, with this as the deepest step. */
  stoppedHere: number;
  openHere: number;
  emptiedHere: number;
  /** `stoppedHere / (reached − openHere)`: as for all carts, an open one is neither. */
  rate: Rate;
  /** What the carts stopped here hold, in the site's currency: a decimal string in major units. */
  valueLeft: string;
  /** The same in other currencies, one each. */
  otherValuesLeft: readonly Money[];
  /** Median time spent here before going on or leaving, silences left out. `null` when nobody did. */
  medianSecondsHere: number | null;
  /** Ordered in the end, after a last stop here. */
  recoveredFromHere: number;
}

export function stepsReport(carts: readonly CountedCart[], { currency }: Question): StepCounts[] {
  const rows = stepOrder(carts).map(emptyRow);
  const places = new Map(rows.map(({ counts }, place) => [counts.step, place]));
  const rowOf = (step: Step) => rows[places.get(step)!]!;

  for (const counted of carts) {
    const { cart, state, stops } = counted;
    const ordered = state === 'ordered';
    // Goods can be seen in a cart before any step is told. That is a cart, and no more.
    const deepest = cart.deepest ?? 'cart';
    const steps = ordered || cart.deepest ? cart.steps : [{ step: deepest, activeMs: 0 }];

    for (const { step, activeMs } of steps) {
      const { counts, seconds } = rowOf(step);
      const here = !ordered && step === deepest;
      counts.reached++;
      if (!here) counts.continued++;
      // Who is still here has not spent all their time yet.
      if (!here || state !== 'open') seconds.push(activeMs / 1000);
    }
    const passed = ordered ? rows.length : places.get(deepest)!;
    for (const { counts } of rows.slice(0, passed)) {
      if (!steps.some(({ step }) => step === counts.step)) counts.skipped++;
    }

    const lastStop = stops.at(-1);
    if (ordered) {
      if (lastStop) rowOf(lastStop.step).counts.recoveredFromHere++;
      continue;
    }
    const { counts, left } = rowOf(deepest);
    if (state === 'open') counts.openHere++;
    if (state === 'emptied') counts.emptiedHere++;
    if (isLeft(counted)) {
      counts.stoppedHere++;
      put(left, cart.currency, cart.amount);
    }
  }

  return rows.map(({ counts, left, seconds }) => ({
    ...counts,
    rate: wilson(counts.stoppedHere, counts.reached - counts.openHere),
    valueLeft: decimalOf(left, currency),
    otherValuesLeft: othersOf(left, currency),
    medianSecondsHere: median(seconds),
  }));
}

function emptyRow(step: Step) {
  return {
    counts: {
      step,
      reached: 0,
      continued: 0,
      skipped: 0,
      stoppedHere: 0,
      openHere: 0,
      emptiedHere: 0,
      recoveredFromHere: 0,
    },
    left: new Map() as Purse,
    seconds: [] as number[],
  };
}
