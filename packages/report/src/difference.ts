import type { Rate } from './wilson.ts';

/** How far one share lies from another, with a 95 % interval. `null` where either is of nothing. */
export interface Difference {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * `a − b` for two independent shares, with the hybrid score interval made from their Wilson bounds.
 *
 * Newcombe, R. G. (1998), "Interval estimation for the difference between independent
 * proportions", method 10.
 */
export function difference(a: Rate, b: Rate): Difference {
  if (a.value === null || a.low === null || a.high === null) return UNKNOWN;
  if (b.value === null || b.low === null || b.high === null) return UNKNOWN;

  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

const UNKNOWN: Difference = { value: null, low: null, high: null };
