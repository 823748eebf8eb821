import { Z_95 } from '../normal.ts';

/** 80 % quantile of the normal distribution: how surely a true difference is to be found. */
const Z_80 = 0.8416212335729143;

/**
 * How many it takes on each side to tell a difference of this size from none, four times out of five:
 * `(z₀.₉₇₅ + z₀.₈)² (v₁ + v₀) / d²`, for shares as for means.
 *
 * @param variance Of one value on each side: `p (1 − p)` for shares.
 */
export function neededOnEachSide(
  difference: number,
  variance: { before: number; after: number },
): number {
  return Math.ceil(((Z_95 + Z_80) ** 2 * (variance.before + variance.after)) / difference ** 2);
}
