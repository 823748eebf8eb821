import type { Count } from '../count.ts';
import { Z_95 } from '../normal.ts';

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
 * @param lacking What the variance lacks because some are of the same person: see `shared`.
 * @returns `null` where no stratum is there on both sides.
 */
export function riskDifference(
  strata: readonly Pair<Count>[],
  lacking: (pooled: Pooled) => number = () => 0,
): Adjusted | null {
  const compared = { before: 0, after: 0 };
  let [difference, weight, p, q, covered, all] = [0, 0, 0, 0, 0, 0];
  for (const { after, before } of strata) {
    const n = after.n + before.n;
    all += n;
    if (after.n === 0 || before.n === 0) continue;
    covered += n;
    compared.before += before.n;
    compared.after += after.n;
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
  const more = lacking({ value, weight, n: compared }) * weight ** 2;
  const half = (Z_95 * Math.sqrt(Math.max(0, value * p + q) + more)) / weight;
  return { value, low: value - half, high: value + half, covered: covered / all };
}

/** A pooled difference, what the strata weigh together, and how many they have. */
export interface Pooled {
  value: number;
  weight: number;
  n: Pair<number>;
}

/**
 * How far each one of a stratum moves the pooled difference: a miss before, a hit before, a miss after, a hit
 * after. The difference is where `Σ (a n₀ − b n₁ − d n₁ n₀) / N` is zero; this is the derivative of that
 * sum in one of them, over `Σ n₁ n₀ / N`.
 */
export function riskInfluences(
  { before, after }: Pair<Count>,
  { value, weight }: Pooled,
): number[] {
  const n = after.n + before.n;
  const sum = after.hits * before.n - before.hits * after.n - value * after.n * before.n;
  const of = (moves: number) => (moves - sum / n) / n / weight;
  return [
    of(after.hits - value * after.n),
    of(after.hits - value * after.n - after.n),
    of(-before.hits - value * before.n),
    of(before.n - before.hits - value * before.n),
  ];
}
