import type { Step } from '@cartograph/journey';
import { type CartGroup, type CountedGroups, stepsOf } from './cartGroups.ts';
import { type Count, HIT, MISS, NONE } from './count.ts';
import { isLeft } from './countedCarts.ts';
import { medianOf } from './median.ts';
import { decimalOf, type Money, othersOf, type Purse, put } from './money.ts';
import { rateOf } from './persons/designEffect.ts';
import type { Fellows } from './persons/fellows.ts';
import type { Question } from './question.ts';
import { stepOrder } from './stepOrder.ts';
import type { Rate } from './wilson.ts';

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

/**
 * @param counts Of all parts of the period.
 * @param fellows Who has several of their carts.
 */
export function stepsReport(
  counts: readonly CountedGroups[],
  { currency, fellows }: Pick<Question, 'currency'> & { fellows: Fellows },
): StepCounts[] {
  const groups = counts.flatMap((part) => part.groups);
  const rows = stepOrder(groups).map(emptyRow);
  const places = new Map(rows.map(({ counts: { step } }, place) => [step, place]));
  const rowOf = (step: Step) => rows[places.get(step)!]!;

  for (const group of groups) {
    const { state, carts, lastStop } = group;
    const ordered = state === 'ordered';
    const deepest = group.deepest ?? 'cart';
    const steps = stepsOf(group, { state, cart: 'cart' });

    for (const step of steps) {
      const { counts } = rowOf(step);
      counts.reached += carts;
      if (ordered || step !== deepest) counts.continued += carts;
    }
    const passed = ordered ? rows.length : places.get(deepest)!;
    for (const { counts } of rows.slice(0, passed)) {
      if (!steps.includes(counts.step)) counts.skipped += carts;
    }

    if (ordered) {
      if (lastStop !== undefined) rowOf(lastStop).counts.recoveredFromHere += carts;
      continue;
    }
    const { counts, left } = rowOf(deepest);
    if (state === 'open') counts.openHere += carts;
    if (state === 'emptied') counts.emptiedHere += carts;
    if (isLeft(group)) {
      counts.stoppedHere += carts;
      put(left, group.currency, group.amount);
    }
  }

  return rows.map(({ counts: { step, ...row }, left }) => ({
    step,
    ...row,
    rate: rateOf(
      { hits: row.stoppedHere, n: row.reached - row.openHere },
      fellows,
      groups.map((group) => stoppedAt(step, group)),
    ),
    valueLeft: decimalOf(left, currency),
    otherValuesLeft: othersOf(left, currency),
    medianSecondsHere: medianOf(counts.flatMap(({ seconds }) => seconds.get(step) ?? [])),
  }));
}

/** What one cart of a group counts in the rate of a step. */
function stoppedAt(step: Step, group: CartGroup): Count {
  const { state, deepest = 'cart' } = group;
  if (!stepsOf(group, { state, cart: 'cart' }).includes(step)) return NONE;
  if (state === 'ordered' || deepest !== step) return MISS;
  if (state === 'open') return NONE;
  return isLeft(group) ? HIT : MISS;
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
  };
}
