import { median } from '../median.ts';
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

/** What is counted of one journey. */
export interface Counted {
  /** Required steps done: at least one. */
  level: number;
  /** Steps done, by their place in the funnel. */
  steps: readonly number[];
  /** When each was done, in seconds after the journey began. */
  seconds: readonly number[];
  isOpen: boolean;
}

export function funnelCounts(
  steps: FunnelQuery['steps'],
  journeys: readonly Counted[],
): FunnelCounts {
  const reached = steps.map(() => 0);
  const waits = steps.map((): number[] => []);
  const totals: number[] = [];
  const required = steps.filter(({ optional }) => !optional).length;
  const stopped = new Array<number>(required + 1).fill(0);
  const open = new Array<number>(required + 1).fill(0);
  for (const journey of journeys) {
    (journey.isOpen ? open : stopped)[journey.level]!++;
    journey.steps.forEach((step, place) => {
      reached[step]!++;
      if (place > 0) waits[step]!.push(journey.seconds[place]! - journey.seconds[place - 1]!);
    });
    if (journey.level === required) {
      totals.push(journey.seconds.at(-1)! - journey.seconds[0]!);
    }
  }

  const skippedBy = (place: number, level: number) =>
    journeys.filter((journey) => journey.level > level && !journey.steps.includes(place)).length;

  let level = 0;
  let before = 0;
  return {
    entered: journeys.length,
    converted: totals.length,
    rate: wilson(totals.length, journeys.length),
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
        rate: wilson(reached[place]!, journeys.length),
        fromBefore,
        stopped: canStop ? stopped[level]! : 0,
        open: canStop ? open[level]! : 0,
        medianSeconds: median(waits[place]!),
      };
    }),
    time: timeToConvert(totals),
  };
}
