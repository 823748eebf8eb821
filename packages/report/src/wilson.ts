import { Z_95 } from './normal.ts';

/** A share with its 95 % interval. `value` and the bounds are `null` when there was nothing to count. */
export interface Rate {
  value: number | null;
  low: number | null;
  high: number | null;
  /** How many it is a share of. */
  n: number;
}

/**
 * A share with Wilson's score interval, which holds for few counts and near 0 and 1.
 *
 * Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference".
 *
 * @param effect How many of those counted say as much as one of a person with no other: see `designEffect`.
 */
export function wilson(hits: number, n: number, effect = 1): Rate {
  if (n === 0) return { value: null, low: null, high: null, n };

  const share = hits / n;
  const known = n / effect;
  const spread = (Z_95 * Z_95) / known;
  const centre = share + spread / 2;
  const half = Z_95 * Math.sqrt((share * (1 - share)) / known + spread / (4 * known));
  return {
    value: share,
    // The ends are exact at 0 and 1, where rounding would leave a speck.
    low: hits === 0 ? 0 : (centre - half) / (1 + spread),
    high: hits === n ? 1 : (centre + half) / (1 + spread),
    n,
  };
}
