import { type SurvivalPoint, survivalCurve } from '../survival/kaplanMeier.ts';
import type { SecondOrder } from './retentionReport.ts';
import type { Spells } from './spells.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Below this many the curve says little, and its end is noise. */
const FEWEST_WATCHED = 10;
const LONGEST_DAYS = 366;

/**
 * Time from the first to the second order by Kaplan and Meier: who has not come back is watched up to
 * `asOf`, and not taken for somebody who never will.
 */
export function secondOrder(
  spells: Pick<Spells, 'waiting' | 'returns'>,
  { asOf }: { asOf: number },
): SecondOrder {
  const { waiting, returns } = spells;
  const ends = Float64Array.from(returns, ({ after }) => after / DAY_MS);
  const points = survivalCurve(ends, watchedIn(spells, asOf));
  const after = (share: number) =>
    points.find(({ survival }) => survival <= 1 - share)?.time ?? null;
  return {
    persons: waiting.length + returns.length,
    returned: returns.length,
    quarterDays: after(0.25),
    halfDays: after(0.5),
    curve: dailyCurve(points, watchedIn(spells, asOf)),
  };
}

/** How many are watched for so many days. It goes through them once, so days have to be asked for in order. */
function watchedIn(
  { waiting, returns }: Pick<Spells, 'waiting' | 'returns'>,
  asOf: number,
): (days: number) => number {
  let [back, left] = [0, waiting.length];
  return (days) => {
    while (back < returns.length && returns[back]!.after / DAY_MS < days) back++;
    while (left > 0 && (asOf - waiting[left - 1]!) / DAY_MS < days) left--;
    return returns.length - back + left;
  };
}

function dailyCurve(
  points: readonly SurvivalPoint[],
  watchedAt: (days: number) => number,
): SecondOrder['curve'] {
  const curve: SecondOrder['curve'] = [];
  let point = 0;
  for (let day = 0; day <= LONGEST_DAYS; day++) {
    const watched = watchedAt(day);
    if (watched < FEWEST_WATCHED) break;
    while (points[point] !== undefined && points[point]!.time <= day) point++;
    const at = points[point - 1];
    curve.push({ day, watched, ...returnedAt(at) });
  }
  return curve;
}

/** Share returned, with the log-log interval of Kalbfleisch and Prentice (1980), which stays between 0 and 1. */
export function returnedAt(point: Pick<SurvivalPoint, 'survival' | 'logVariance'> | undefined): {
  returned: number;
  low: number;
  high: number;
} {
  if (!point) return { returned: 0, low: 0, high: 0 };
  const { survival, logVariance } = point;
  if (survival === 0) return { returned: 1, low: 1, high: 1 };
  const spread = (Z * Math.sqrt(logVariance)) / Math.log(survival);
  return {
    returned: 1 - survival,
    low: 1 - survival ** Math.exp(spread),
    high: 1 - survival ** Math.exp(-spread),
  };
}

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;
