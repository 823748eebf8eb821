import { Z_95 } from '../normal.ts';
import type { Count } from './stopCounts.ts';

/** Alike carts (of one device and channel, say) before and after. */
export interface Pair<Side> {
  before: Side;
  after: Side;
}

/** A difference after − before with its 95 % interval, and what share of all it rests on. */
export interface Adjusted {
  value: number;
  low: number;
  high: number;
  /** From 0 to 1: what lies in strata that are there on one side only can't be compared. */
  covered: number;
}

/**
 * How far shares differ among those that are alike, stratum by stratum: Mantel and Haenszel's risk
 * difference, with Sato's variance, which holds for many small strata as for few large ones.
 *
 * Greenland, S. and Robins, J. M. (1985), "Estimation of a common effect parameter from sparse
 * follow-up data"; Sato, T. (1989), "On the variance estimator for the Mantel–Haenszel risk
 * difference", Biometrics 45.
 *
 * @returns `null` where no stratum is there on both sides.
 */
export function riskDifference(strata: readonly Pair<Count>[]): Adjusted | null {
  let [difference, weight, p, q, covered, all] = [0, 0, 0, 0, 0, 0];
  for (const { after, before } of strata) {
    const n = after.n + before.n;
    all += n;
    if (after.n === 0 || before.n === 0) continue;
    covered += n;
    difference += (after.hits * before.n - before.hits * after.n) / n;
    weight += (after.n * before.n) / n;
    p +=
      (after.n ** 2 * before.hits -
        before.n ** 2 * after.hits +
        (after.n * before.n * (before.n - after.n)) / 2) /
      n ** 2;
    q += (after.hits * (before.n - before.hits) + before.hits * (after.n - after.hits)) / (2 * n);
  }
  if (weight === 0) return null;
  const value = difference / weight;
  const half = (Z_95 * Math.sqrt(Math.max(0, value * p + q))) / weight;
  return { value, low: value - half, high: value + half, covered: covered / all };
}
