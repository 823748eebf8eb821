import type { Step } from '@cartograph/journey';
import type { Baseline } from './baseline.ts';
import type { ChartDay } from './controlChart.ts';
import { lastingShift, thresholdFor } from './cusum.ts';
import { type Finding, findingOf } from './finding.ts';

/** Days in a row outside of the normal, and a shift that lasts. */
export function findingsIn(
  days: readonly ChartDay[],
  {
    step,
    baseline,
    since,
    failed,
    quietDays,
    leastEffect,
  }: {
    step: Step | null;
    baseline: Baseline;
    /** First day of the period. */
    since: string;
    failed: ReadonlySet<string>;
    /** How many days are to pass between two false alarms. */
    quietDays: number;
    /** A shift smaller than this is none to speak of. */
    leastEffect: number;
  },
): Finding[] {
  const sound = days.filter(({ day, n }) => n > 0 && day >= since && !failed.has(day));
  const judged = sound.filter(({ outside }) => outside !== undefined);
  // The baseline is itself unsure by one standard error, which is no shift.
  const k = 0.5 + 1 / Math.sqrt(baseline.days);
  // Days with too few carts to be judged one by one add up.
  const shift = lastingShift(sound.map(scoreOf(baseline)), { k, h: thresholdFor(quietDays, k) });
  const lasting = shift && findingOf(sound.slice(shift.since), { step, kind: 'shift' });
  const found: Finding[] = [];
  if (lasting && Math.abs(lasting.by) >= leastEffect) found.push(lasting);

  let run: ChartDay[] = [];
  for (const day of [...judged, undefined]) {
    const last = run.at(-1);
    if (last && last.outside !== day?.outside) {
      found.push(findingOf(run, { step, kind: 'days' }));
      run = [];
    }
    // What the shift says already is not said again.
    const isTold = lasting && found.includes(lasting) && day && day.day >= lasting.from;
    if (day && day.outside !== 'no' && !(isTold && day.outside === shift?.direction)) run.push(day);
  }
  return found;
}

function scoreOf({ sigmaZ, usual }: Baseline) {
  return ({ day, value, n }: ChartDay): number => {
    const { centre } = usual(day);
    if (centre === 0 || centre === 1) return 0;
    return ((value ?? centre) - centre) / (sigmaZ * Math.sqrt((centre * (1 - centre)) / n));
  };
}
