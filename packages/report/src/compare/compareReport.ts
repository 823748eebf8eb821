import type { Step } from '@cartograph/journey';
import type { Difference } from '../difference.ts';
import type { Sides } from './readCompare.ts';
import type { Adjusted } from './riskDifference.ts';

/**
 * | Figure | Is | Unit |
 * | --- | --- | --- |
 * | `abandonment` | left, out of the settled | carts |
 * | `stop` | left at a step, out of those that did it | carts |
 * | `conversion` | ordered, out of the journeys begun | journeys |
 * | `order_value` | mean amount of the orders in the site's currency | orders |
 */
export type FigureName = 'abandonment' | 'stop' | 'conversion' | 'order_value';

/** A figure on one side. Shares from 0 to 1, amounts as decimals in major units. `null` of nothing. */
export interface Side {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

/**
 * | Verdict | Says |
 * | --- | --- |
 * | `better`, `worse` | the interval lies on one side of zero |
 * | `cannot_tell` | it spans zero |
 * | `too_few` | fewer than 30 on a side |
 */
export type Verdict = 'better' | 'worse' | 'cannot_tell' | 'too_few';

export interface FigureChange {
  figure: FigureName;
  /** Of `stop`. */
  step?: Step;
  unit: 'carts' | 'journeys' | 'orders';
  before: Side;
  after: Side;
  /** After − before, by Newcombe's interval; Welch's for amounts. */
  crude: Difference;
  /** The same among those of the same device and channel; `null` where too little can be compared. */
  adjusted: Adjusted | null;
  /** By `adjusted`, else by `crude`. */
  verdict: Verdict;
  /**
   * What it would take to tell a change as large as the one seen: how many on each side, and how many more days
   * after the change at its pace. `null` where it is told, or there is nothing to go by.
   */
  needed: { onEachSide: number; moreDays: number } | null;
}

/** What a change went with. An association: other things change with time as well. */
export interface CompareReport {
  /** The day of the change, on neither side: `YYYY-MM-DD`; `null` while none was chosen. */
  day: string | null;
  /** Days on each side. */
  days: number;
  /** Asked for. */
  window: number;
  /** How old every cart and journey is when it is looked at, in hours. */
  judgedAfterHours: number;
  /** ISO 8601, UTC. `null` while there is no day on the later side. */
  before: { from: string; to: string } | null;
  after: { from: string; to: string } | null;
  /** ISO 4217, of `order_value`. */
  currency: string;
  figures: readonly FigureChange[];
}

/** The answer while no day was chosen, or nothing has come of it yet. */
export function emptyCompare(currency: string, sides?: Sides): CompareReport {
  const iso = ({ from, to }: Sides['before']) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  });
  const isThere = sides !== undefined && sides.days > 0;
  return {
    day: sides?.day ?? null,
    days: sides?.days ?? 0,
    window: sides?.window ?? 0,
    judgedAfterHours: (sides?.ageMs ?? 0) / 3_600_000,
    before: isThere ? iso(sides.before) : null,
    after: isThere ? iso(sides.after) : null,
    currency,
    figures: [],
  };
}
