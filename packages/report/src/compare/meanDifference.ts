import { Z_95 } from '../normal.ts';
import type { Adjusted, Pair, Pooled } from './riskDifference.ts';

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
 * @param lacking What the variance lacks because some are of the same person: see `shared`.
 * @returns `null` where no stratum has two values on both sides.
 */
export function meanDifference(
  strata: readonly Pair<Moments>[],
  lacking: (pooled: Pick<Pooled, 'weight' | 'n'>) => number = () => 0,
): Adjusted | null {
  const compared = { before: 0, after: 0 };
  let [difference, weight, variance, covered, all] = [0, 0, 0, 0, 0];
  for (const { after, before } of strata) {
    const n = after.n + before.n;
    all += n;
    if (!isCompared({ after, before })) continue;
    covered += n;
    compared.before += before.n;
    compared.after += after.n;
    const w = weightOf({ after, before });
    weight += w;
    difference += w * (after.mean - before.mean);
    variance += w ** 2 * (after.variance / after.n + before.variance / before.n);
  }
  if (weight === 0) return null;
  const value = difference / weight;
  const more = lacking({ weight, n: compared }) * weight ** 2;
  const half = (Z_95 * Math.sqrt(variance + more)) / weight;
  return { value, low: value - half, high: value + half, covered: covered / all };
}

/** One value says nothing of how much values vary. */
export function isCompared({ before, after }: Pair<Moments>): boolean {
  return before.n > 1 && after.n > 1;
}

export function weightOf({ before, after }: Pair<Moments>): number {
  return (after.n * before.n) / (after.n + before.n);
}
