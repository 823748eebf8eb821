import { kaplanMeier, type SurvivalPoint } from '../survival/kaplanMeier.ts';
import type { OrderHistory } from './orderHistories.ts';
import type { SecondOrder } from './retentionReport.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Below this many the curve says little, and its end is noise. */
const FEWEST_WATCHED = 10;
const LONGEST_DAYS = 366;

/**
 * Time from the first to the second order by Kaplan and Meier: who has not come back is watched up to
 * `asOf`, and not taken for somebody who never will.
 */
export function secondOrder(
  histories: readonly OrderHistory[],
  { asOf }: { asOf: number },
): SecondOrder {
  const spells = histories.map(({ first, later }) => ({
    time: ((later[0]?.at ?? asOf) - first.at) / DAY_MS,
    happened: later.length > 0,
  }));
  const points = kaplanMeier(spells);
  const after = (share: number) =>
    points.find(({ survival }) => survival <= 1 - share)?.time ?? null;
  return {
    persons: spells.length,
    returned: spells.filter(({ happened }) => happened).length,
    quarterDays: after(0.25),
    halfDays: after(0.5),
    curve: dailyCurve(points, spells),
  };
}

function dailyCurve(
  points: readonly SurvivalPoint[],
  spells: readonly { time: number }[],
): SecondOrder['curve'] {
  const times = Float64Array.from(spells, ({ time }) => time).sort();
  const curve: SecondOrder['curve'] = [];
  let [point, gone] = [0, 0];
  for (let day = 0; day <= LONGEST_DAYS; day++) {
    while (times[gone] !== undefined && times[gone]! < day) gone++;
    const watched = times.length - gone;
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
