import type { Count } from '../count.ts';

/** Days (or batches) in time order, and what share is expected of each. From 0 to 1. */
export interface ExpectedCount extends Count {
  centre: number;
}

/** Turns a mean moving range of two into a standard deviation: d₂ of the normal distribution. */
const D2 = 1.128;

/**
 * How much more shares vary from day to day than chance makes them: σ_z of Laney's p′ chart, the mean
 * moving range of `z = (p − centre) / √(centre (1 − centre) / n)` over 1.128. `1` is chance alone.
 *
 * A plain p chart takes chance for all there is, so that with many carts a day almost every day lies
 * outside.
 *
 * Laney, D. B. (2002), "Improved control charts for attributes", Quality Engineering 14(4).
 */
export function sigmaZ(days: readonly ExpectedCount[]): number {
  const z = days.filter(({ n, centre }) => n > 0 && centre > 0 && centre < 1).map(scoreOf);
  if (z.length < 2) return 1;
  let ranges = 0;
  for (let place = 1; place < z.length; place++) ranges += Math.abs(z[place]! - z[place - 1]!);
  return ranges / (z.length - 1) / D2;
}

/** The share of all days together. */
export function pooled(days: readonly Count[]): number {
  const n = days.reduce((sum, day) => sum + day.n, 0);
  return n === 0 ? 0 : days.reduce((sum, day) => sum + day.hits, 0) / n;
}

function scoreOf({ hits, n, centre }: ExpectedCount): number {
  return (hits / n - centre) / Math.sqrt((centre * (1 - centre)) / n);
}
