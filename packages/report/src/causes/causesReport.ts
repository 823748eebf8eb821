import type { Step } from '@cartograph/journey';
import type { Money } from '../money.ts';

/** A figure with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Money with its 95 % interval: decimal strings in major units. */
export interface MoneyEstimate {
  /** ISO 4217. */
  currency: string;
  amount: string;
  low: string;
  high: string;
}

/** Carts, and how many of them were left behind at the step. */
export interface Group {
  carts: number;
  stopped: number;
}

/** Something that carts met at a step, beside those that came to the step and did not meet it. */
export interface Candidate {
  /** The deepest step done when it was met. */
  step: Step;
  /**
   * What was met, as the fold names it: `alert:PAYMENT_ERROR`, `price_rise`, `custom:support_chat`; or
   * `price_rise:high`, a rise of far more than is usual at the step.
   */
  what: string;
  /** By more than how much the price rose; only of `price_rise:high`. */
  above?: Money;
  exposed: Group;
  /** Whose carts the exposed are: fewer, where somebody has several. */
  exposedPersons: number;
  unexposed: Group;
  /**
   * How many times as often the exposed were left: Katz's interval, wider by what the carts of one person
   * have in common. `null` with nobody to compare.
   */
  crude: Estimate | null;
  /** The same among carts that are alike in device, new or returning, and channel (and in `adjustedFor`). */
  adjusted: Estimate | null;
  /** Other things met at the step that the adjusted ratio holds equal, by `what`. */
  adjustedFor: readonly string[];
  /**
   * The share of false ones to be expected among all candidates that look at least as good (Benjamini
   * and Hochberg). `null` where there were too few to be tested.
   */
  q: number | null;
}

/** One that goes with more carts left behind, surely enough to be acted upon. Not proof of a cause. */
export interface Cause extends Candidate {
  adjusted: Estimate;
  q: number;
  /** Carts left beyond what would have been, had the exposed been left as seldom as the others. */
  excessCarts: Estimate;
  /** What these hold, in the site's currency. */
  valueAtStake: MoneyEstimate;
  /** The same in other currencies, one each. */
  otherValuesAtStake: readonly MoneyEstimate[];
  /** Excess carts as a share of all that were left at the step: population attributable fraction. */
  shareOfStopped: Estimate;
  /** Journeys that met it and were left, worth most first; at most 5. */
  examples: readonly string[];
  /** By how much the price rose, as a share of the goods; only where a price rose. */
  sizes: readonly SizeBand[];
}

/** Exposed carts whose price rose by so much, against all unexposed ones. */
export interface SizeBand {
  /** Shares of what the goods cost: at least, and less than. `null` has no end. */
  from: number;
  to: number | null;
  exposed: Group;
  crude: Estimate | null;
}

/** One whose association is gone among carts that are alike in something else they met. */
export interface Explained extends Candidate {
  /** Before anything else that was met was held equal. */
  alone: Estimate;
  /** What takes most of it away, by `what`. */
  by: string;
}

/** Why a candidate is not ranked. `few`: of the persons who met it, or of those of them who left. */
export type Doubt = 'few_exposed' | 'few_stopped' | 'no_comparison' | 'not_more' | 'chance';

export interface Unproven extends Candidate {
  doubt: Doubt;
}

/** A step as the candidates there are counted: carts that did it and are settled. */
export interface StepAtRisk extends Group {
  step: Step;
  /** Carts that got further without it. */
  skipped: number;
}

/** What goes with carts being left, step by step. Unit: carts created in the period. */
export interface CausesReport {
  unit: 'carts';
  abandonedAfterMinutes: number;
  /** The site's, ISO 4217. */
  currency: string;
  /** In the order of the checkout. */
  steps: readonly StepAtRisk[];
  /** By value at stake, then by excess carts, most first. */
  ranked: readonly Cause[];
  explained: readonly Explained[];
  /** Most exposed carts first. */
  unproven: readonly Unproven[];
  /** Candidates that were tested: all that enough persons met. */
  tested: number;
  /** Candidates that fewer than 5 carts met, each: counted, not listed. */
  rare: number;
}
