import { Z_95 } from '../normal.ts';
import type { Adjusted, Pair } from './riskDifference.ts';

/** Amounts by their sums: how many, their mean, and their variance. */
export interface Moments {
  n: number;
  mean: number;
  /** Of the amounts, by n − 1. `0` for a single one. */
  variance: number;
}

export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  if (n === 0) return { n: 0, mean: 0, variance: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}

/**
 * How far means differ among those that are alike: the strata's differences, each weighted by
 * `n₁ n₀ / (n₁ + n₀)` as Mantel and Haenszel weigh shares, with the variances of Welch's test. With one
 * stratum it is Welch's interval, for many values.
 *
 * @returns `null` where no stratum has two values on both sides.
 */
export function meanDifference(strata: readonly Pair<Moments>[]): Adjusted | null {
  let [difference, weight, variance, covered, all] = [0, 0, 0, 0, 0];
  for (const { after, before } of strata) {
    const n = after.n + before.n;
    all += n;
    // One value says nothing of how much values vary.
    if (after.n < 2 || before.n < 2) continue;
    covered += n;
    const w = (after.n * before.n) / n;
    weight += w;
    difference += w * (after.mean - before.mean);
    variance += w ** 2 * (after.variance / after.n + before.variance / before.n);
  }
  if (weight === 0) return null;
  const value = difference / weight;
  const half = (Z_95 * Math.sqrt(variance)) / weight;
  return { value, low: value - half, high: value + half, covered: covered / all };
}
