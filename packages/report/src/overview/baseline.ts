import type { Count } from '../count.ts';
import { pooled, sigmaZ } from './laney.ts';

/** A day of the site's calendar. */
export interface Day extends Count {
  /** `YYYY-MM-DD` */
  day: string;
}

/** What a share usually is, and how much it usually varies. */
export interface Baseline {
  /** Of all weekdays together. */
  centre: number;
  /** σ_z, 1 or more. */
  sigmaZ: number;
  /** Days with anything to count. */
  days: number;
  n: number;
  /** Whether weekdays differ by more than chance, so that each has a centre of its own. */
  byWeekday: boolean;
  /** What is usual on a day, and on how many that rests. */
  usual(day: string): { centre: number; n: number };
}

/** 95 % quantile of χ² with six degrees of freedom: seven weekdays against one another. */
const SEVEN_DIFFER = 12.5916;

/** Of each weekday, before it gets a centre of its own. */
const LEAST_OF_A_WEEKDAY = 3;

/** What these days say is usual. In time order. `undefined` where there is nothing to go by. */
export function baselineOf(days: readonly Day[]): Baseline | undefined {
  const counted = days.filter(({ n }) => n > 0);
  const n = counted.reduce((sum, day) => sum + day.n, 0);
  if (n === 0) return undefined;
  const centre = pooled(counted);
  const plain: Baseline = {
    centre,
    sigmaZ: Math.max(1, sigmaZ(counted.map((day) => ({ ...day, centre })))),
    days: counted.length,
    n,
    byWeekday: false,
    usual: () => ({ centre, n }),
  };

  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((which) =>
    counted.filter(({ day }) => weekdayOf(day) === which),
  );
  if (weekdays.some((each) => each.length < LEAST_OF_A_WEEKDAY)) return plain;

  const usual = weekdays.map((each) => ({
    centre: pooled(each),
    n: each.reduce((sum, day) => sum + day.n, 0),
  }));
  const within = sigmaZ(
    counted.map((day) => ({ ...day, ...usual[weekdayOf(day.day)]!, n: day.n })),
  );
  // Seven centres fitted to so many days make them look closer than they are.
  const spread = Math.max(1, within * Math.sqrt(counted.length / (counted.length - 7)));
  const chi2 =
    usual.reduce((sum, each) => sum + each.n * (each.centre - centre) ** 2, 0) /
    (centre * (1 - centre) * spread ** 2);
  if (!(chi2 > SEVEN_DIFFER)) return plain;
  return {
    ...plain,
    sigmaZ: spread,
    byWeekday: true,
    usual: (day) => usual[weekdayOf(day)]!,
  };
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
