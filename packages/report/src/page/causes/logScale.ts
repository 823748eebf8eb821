import type { Estimate } from '../../causes/causesReport.ts';

/** A scale on which twice as often is as far from 1 as half as often. */
export interface LogScale {
  /** Place of a ratio, in percent of the width; those beyond an end are at that end. */
  x(ratio: number): string;
  /** Whether a ratio lies beyond the right end. */
  isBeyond(ratio: number): boolean;
  /** Round ratios, from end to end. */
  ticks: readonly number[];
}

/** Ends of the widest scale: what lies beyond would squeeze all others. */
const LEAST = 1 / 4;
const MOST = 16;

/** A scale from a power of two to another with these ratios on it, and always with ½ to 2. */
export function logScale(estimates: readonly Estimate[]): LogScale {
  const low = Math.min(0.5, ...estimates.map((each) => each.low));
  const high = Math.max(2, ...estimates.map((each) => each.high));
  const first = Math.floor(Math.log2(Math.max(LEAST, low)));
  const last = Math.ceil(Math.log2(Math.min(MOST, high)));
  const place = (ratio: number) => (Math.log2(ratio) - first) / (last - first);
  return {
    x: (ratio) => `${(Math.min(1, Math.max(0, place(ratio))) * 100).toFixed(2)}%`,
    isBeyond: (ratio) => place(ratio) > 1,
    ticks: Array.from({ length: last - first + 1 }, (_, at) => 2 ** (first + at)),
  };
}
