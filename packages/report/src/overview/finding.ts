import type { Step } from '@cartograph/journey';
import { type Rate, wilson } from '../wilson.ts';
import type { ChartDay } from './controlChart.ts';

/** Something that was not as usual. Shares from 0 to 1, unit: carts. */
export interface Finding {
  /** Left with this as the deepest step; `null` for all carts. */
  step: Step | null;
  /** Single days outside of the normal, or a shift that lasts to the end. */
  kind: 'days' | 'shift';
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  days: number;
  /** Of all these days together. */
  rate: Rate;
  /** What would have been usual on them. */
  usual: number;
  /** `rate − usual` */
  by: number;
  /** How many more carts were left than usual; negative for fewer. */
  excess: number;
}

/** What these days come to. At least one; each has something to count. */
export function findingOf(
  days: readonly ChartDay[],
  { step, kind }: Pick<Finding, 'step' | 'kind'>,
): Finding {
  const n = days.reduce((sum, day) => sum + day.n, 0);
  const hits = days.reduce((sum, day) => sum + day.hits, 0);
  const expected = days.reduce((sum, day) => sum + day.n * (day.centre ?? 0), 0);
  return {
    step,
    kind,
    from: days[0]!.day,
    to: days.at(-1)!.day,
    days: days.length,
    rate: wilson(hits, n),
    usual: expected / n,
    by: (hits - expected) / n,
    excess: hits - expected,
  };
}
