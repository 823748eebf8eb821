import { medianOf } from '../median.ts';
import { type Rate, wilson } from '../wilson.ts';
import type { FunnelQuery } from './readFunnelQuery.ts';
import { type TimeToConvert, timeToConvert } from './timeToConvert.ts';

/** How far journeys got. Unit: journeys. */
export interface FunnelCounts {
  /** Those that did the first step. */
  entered: number;
  converted: number;
  /** `converted` of `entered`. */
  rate: Rate;
  steps: readonly FunnelStep[];
  /** From the first step to the last, of those that did the last. */
  time: TimeToConvert;
}

export interface FunnelStep {
  step: string;
  optional: boolean;
  /** Journeys that did it, the required ones before it done. */
  reached: number;
  /** Went on to the next required step without it. 0 for a required step. */
  skipped: number;
  /** Out of all that entered. */
  rate: Rate;
  /** Out of those at the last required step before. `n` is 0 for the first. */
  fromBefore: Rate;
  /** Got no further, and are over as far as one can know. 0 for an optional step and the last: nobody stops there. */
  stopped: number;
  /** Got no further yet, and were seen in the last 30 minutes. */
  open: number;
  /** From the step done before it. `null` of nothing, and for the first. */
  medianSeconds: number | null;
}

/** What is counted of journeys that did the same steps and are the same by what the funnel is cut by. */
export interface Counted {
  /** What they are cut by; none where it isn't known. */
  values: readonly string[];
  /** Required steps done: at least one. */
  level: number;
  /** Steps done, by their place in the funnel. */
  steps: readonly number[];
  journeys: number;
  /** Those of them that are not over. */
  open: number;
  /** For each step how long after the one before it was done, and for the first one nothing: seconds. */
  waits: readonly Float64Array[];
  /** From the first step to the last. */
  totals: Float64Array;
}

export function funnelCounts(
  steps: FunnelQuery['steps'],
  counted: readonly Counted[],
): FunnelCounts {
  const reached = steps.map(() => 0);
  const waits = steps.map((): Float64Array[] => []);
  const totals: Float64Array[] = [];
  const required = steps.filter(({ optional }) => !optional).length;
  const stopped = new Array<number>(required + 1).fill(0);
  const open = new Array<number>(required + 1).fill(0);
  let [entered, converted] = [0, 0];
  for (const group of counted) {
    entered += group.journeys;
    open[group.level]! += group.open;
    stopped[group.level]! += group.journeys - group.open;
    group.steps.forEach((step, place) => {
      reached[step]! += group.journeys;
      if (place > 0) waits[step]!.push(group.waits[place]!);
    });
    if (group.level === required) {
      converted += group.journeys;
      totals.push(group.totals);
    }
  }

  const skippedBy = (place: number, level: number) =>
    counted
      .filter((group) => group.level > level && !group.steps.includes(place))
      .reduce((sum, { journeys }) => sum + journeys, 0);

  let level = 0;
  let before = 0;
  return {
    entered,
    converted,
    rate: wilson(converted, entered),
    steps: steps.map(({ step, optional }, place) => {
      const fromBefore = wilson(place === 0 ? 0 : reached[place]!, before);
      if (!optional) {
        level++;
        before = reached[place]!;
      }
      const canStop = !optional && level < required;
      return {
        step,
        optional,
        reached: reached[place]!,
        skipped: optional ? skippedBy(place, level) : 0,
        rate: wilson(reached[place]!, entered),
        fromBefore,
        stopped: canStop ? stopped[level]! : 0,
        open: canStop ? open[level]! : 0,
        medianSeconds: medianOf(waits[place]!),
      };
    }),
    time: timeToConvert(totals),
  };
}
