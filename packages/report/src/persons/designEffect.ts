import type { Count } from '../count.ts';
import { type Rate, wilson } from '../wilson.ts';
import type { Fellows } from './fellows.ts';
import { shared } from './shared.ts';

/**
 * How many times as much a share varies as one of as many carts of different persons, 1 or more: so many
 * carts say as much as `n / effect` of different persons would. Where all (or none) were hits, nothing can be
 * learned of how alike the carts of a person are, and they are taken to be wholly alike.
 *
 * For rates of carts over a period. Not for those of a day or an hour (trends), in which hardly anybody has two
 * carts, nor for control charts, which learn from the days themselves how much shares vary; nor for rates of
 * journeys (conversion, map, funnels, paths), of which a person begins another only after an order or
 * a month of silence.
 *
 * Rao, J. N. K. and Scott, A. J. (1992), "A simple method for the analysis of clustered binary data"; Kish,
 * L. (1965), "Survey sampling", for carts that are wholly alike.
 *
 * @param counts Of one cart of each kind: out of none, missed, or hit.
 */
export function designEffect(
  { hits, n }: Count,
  { clusters, kinds }: Fellows,
  counts: readonly Count[],
): number {
  if (n === 0 || kinds.length === 0) return 1;
  const share = hits / n;
  const isMixed = hits > 0 && hits < n;
  const influence = new Float64Array(counts.length);
  const weight = new Float64Array(counts.length);
  counts.forEach((each, kind) => {
    influence[kind] = isMixed ? each.hits - share * each.n : each.n;
    weight[kind] = isMixed ? each.n / n : 0;
  });
  const spread = isMixed ? n * share * (1 - share) : n;
  return 1 + shared(clusters, kinds, { influence, weight }) / spread;
}

/** A share of carts, with an interval that knows who has several. See {@link designEffect}. */
export function rateOf(all: Count, fellows: Fellows, counts: readonly Count[]): Rate {
  return wilson(all.hits, all.n, designEffect(all, fellows, counts));
}
