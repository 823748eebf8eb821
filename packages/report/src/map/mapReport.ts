import type { Stage } from '@cartograph/journey';
import type { Cause } from '../causes/causesReport.ts';
import type { Money } from '../money.ts';
import type { Rate } from '../wilson.ts';
import type { Friction } from './friction.ts';
import type { Satisfaction } from './satisfaction.ts';

/** The way from hearing of a shop to speaking for it: the journeys begun in a period, stage by stage. */
export interface MapReport {
  unit: 'journeys';
  /** Silence after which a journey is no longer under way, in minutes. */
  abandonedAfterMinutes: number;
  /** Journeys begun in the period. */
  journeys: number;
  orders: number;
  /** Share that came to an order, of those that are not under way. */
  orderRate: Rate;
  /** Carts of these journeys that were left behind. */
  left: LeftCarts;
  /** All seven, in order. */
  stages: StageReport[];
}

export interface StageReport {
  stage: Stage;
  /** Journeys that got here or further; for `retention` and `advocacy`, those of which that was seen. */
  reached: number;
  /** Of these, those that were never seen here: "buy now" passes by the cart. */
  passedBy: number;
  /** Those that got no further and were last seen less than `abandonedAfter` ago: they still may. */
  underWay: number;
  /** What came next, and the share of those reached that are not under way. `null` behind `advocacy`. */
  onward: Onward | null;
  /** Median time: spent here, or since the order for what comes after it. Seconds. */
  medianSeconds: number | null;
  /** Channel groups of the visits, the most frequent first. */
  channels: { name: string; journeys: number }[];
  /** What was done, the most frequent first. */
  touchpoints: Met[];
  friction: Friction;
  satisfaction: Satisfaction[];
  /** What was suffered, the most frequent first. */
  pains: Met[];
  /**
   * What goes with carts being left here, by value at stake, at most three: the same as in the report on
   * causes, of the carts of these journeys. At `cart` and `checkout`.
   */
  causes: StageCause[];
  opportunity: Opportunity;
}

export type StageCause = Pick<
  Cause,
  'what' | 'step' | 'exposed' | 'adjusted' | 'q' | 'valueAtStake' | 'otherValuesAtStake'
>;

export interface Onward {
  /** The next stage; `back`: retention or advocacy, `again`: another order. */
  to: Stage | 'back' | 'again';
  journeys: number;
  rate: Rate;
}

export interface Met {
  /** A type of touchpoint, or what `painsMet` tells. */
  what: string;
  journeys: number;
  times: number;
}

export interface Opportunity {
  /** Carts left behind by those who got no further, and what they are worth. At `cart` and `checkout`. */
  left?: LeftCarts;
  /** What was given back of these journeys' orders. At `retention`. */
  refunded?: { orders: number; value: Money; otherValues: Money[] };
  /**
   * What the period would have brought if one more in a hundred had gone on, and ordered as often and
   * for as much as those who did go on. A sum, not a forecast. Before the order, from 30 orders on.
   */
  onePoint?: Money;
}

export interface LeftCarts {
  carts: number;
  /** In the site's currency. */
  value: Money;
  otherValues: Money[];
}
