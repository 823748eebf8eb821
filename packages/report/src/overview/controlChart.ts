import type { Baseline, Day } from './baseline.ts';

/** One day of a chart. Shares from 0 to 1; `null` where there is nothing to say. */
export interface ChartDay extends Day {
  value: number | null;
  /** What is usual on such a day, and between what it is normal with so many carts. */
  centre: number | null;
  low: number | null;
  high: number | null;
  /** Outside of what is normal. `undefined` for a day that is not judged. */
  outside?: 'above' | 'below' | 'no';
}

export interface ChartOptions {
  /** How many standard deviations are normal. @default 3 */
  width?: number;
  /** Closer than this to what is usual is always normal. @default 0 */
  leastEffect?: number;
  /** What is usual. Without it, days are drawn and not judged. */
  baseline: Baseline | undefined;
}

/** Fewer expected on either side, and a day is not judged: normal limits would not hold. */
const LEAST_EXPECTED = 5;

/**
 * A Laney p′ chart: every day's share against what the baseline says is normal with so many carts.
 * The limits are wider by what the baseline itself is unsure of.
 */
export function controlChart(
  days: readonly Day[],
  { width = 3, leastEffect = 0, baseline }: ChartOptions,
): ChartDay[] {
  return days.map((day): ChartDay => {
    const value = day.n === 0 ? null : day.hits / day.n;
    if (!baseline || value === null) return { ...day, value, centre: null, low: null, high: null };

    const { centre, n } = baseline.usual(day.day);
    const deviation = baseline.sigmaZ * Math.sqrt(centre * (1 - centre) * (1 / day.n + 1 / n));
    const half = Math.max(width * deviation, leastEffect);
    const chart = {
      ...day,
      value,
      centre,
      low: Math.max(0, centre - half),
      high: Math.min(1, centre + half),
    };
    if (!isJudged(day, centre)) return chart;
    const by = value - centre;
    return { ...chart, outside: Math.abs(by) <= half ? 'no' : by > 0 ? 'above' : 'below' };
  });
}

export function isJudged({ n }: Day, centre: number): boolean {
  return n * Math.min(centre, 1 - centre) >= LEAST_EXPECTED;
}
