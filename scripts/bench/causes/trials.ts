import { type CausesReport, causes } from '../../../packages/report/src/index.ts';
import { createRandom } from '../../seed/random.ts';
import type { Habits } from './shoppers.ts';
import {
  CAUSES,
  CONFOUNDED,
  ECHOES,
  PLACEBOS,
  QUESTION,
  simulate,
  type Thing,
  totalRatio,
} from './world.ts';

/** How one thing fared over all trials. */
export interface Fate {
  thing: Thing;
  /** The ratio that was planted, with what follows from it. */
  truth: number;
  /** Trials in which it was met often enough to be tested. */
  tested: number;
  ranked: number;
  explained: number;
  /** Plain ratio's interval above 1: what a report that adjusts for nothing would say. */
  crudeAbove: number;
  /** The planted ratio lies in the interval of the plain ratio, and of the adjusted one. */
  crudeCovers: number;
  adjustedCovers: number;
  /** Sum of the logarithms of the adjusted ratios. */
  logs: number;
}

/** Of several things. */
export type Sums = Omit<Fate, 'thing' | 'truth'>;

export interface Trials {
  fates: Fate[];
  /** Of what was ranked, the share that was innocent; the mean over trials, 0 where nothing was ranked. */
  falseShare: number;
  /** Trials in which anything innocent was ranked. */
  anyFalse: number;
}

/** The report in many worlds, held against what was planted. The same seed gives the same worlds. */
export function runTrials({
  trials,
  carts,
  seed,
  planted = CAUSES,
  habits,
  asStrangers = false,
}: {
  trials: number;
  carts: number;
  seed: number;
  planted?: readonly Thing[];
  habits?: Habits;
  /** Whether the report is to take every cart for another person's. */
  asStrangers?: boolean;
}): Trials {
  const things = [...planted, ...ECHOES, ...CONFOUNDED, ...PLACEBOS];
  const fates = things.map((thing) => noFate(thing, totalRatio(thing, things)));
  let falseShares = 0;
  let anyFalse = 0;
  for (let trial = 0; trial < trials; trial++) {
    const random = createRandom(seed, trial);
    const facts = simulate(carts, { things, random, ...(habits && { habits }) });
    const known = asStrangers ? facts.map((fact) => ({ ...fact, person: fact.id })) : facts;
    const report = causes(known, QUESTION);
    for (const fate of fates) note(fate, report);
    const wrong = report.ranked.filter(
      ({ what, step }) =>
        !planted.some((thing) => thing.what === what && thing.step === step && thing.ratio !== 1),
    ).length;
    if (wrong > 0) anyFalse++;
    falseShares += wrong / Math.max(1, report.ranked.length);
  }
  return { fates, falseShare: falseShares / trials, anyFalse: anyFalse / trials };
}

function note(fate: Fate, { ranked, explained, unproven }: CausesReport): void {
  const { thing, truth } = fate;
  const isIt = ({ what, step }: { what: string; step: string }) =>
    what === thing.what && step === thing.step;
  const found = [...ranked, ...explained, ...unproven].find(isIt);
  if (!found?.crude || !found.adjusted || found.q === null) return;
  const covers = ({ low, high }: { low: number; high: number }) =>
    Number(low <= truth && truth <= high);
  fate.tested++;
  fate.ranked += Number(ranked.some(isIt));
  fate.explained += Number(explained.some(isIt));
  fate.crudeAbove += Number(found.crude.low > 1);
  fate.crudeCovers += covers(found.crude);
  fate.adjustedCovers += covers(found.adjusted);
  fate.logs += Math.log(found.adjusted.value);
}

function noFate(thing: Thing, truth: number): Fate {
  return {
    thing,
    truth,
    tested: 0,
    ranked: 0,
    explained: 0,
    crudeAbove: 0,
    crudeCovers: 0,
    adjustedCovers: 0,
    logs: 0,
  };
}

/** Several things taken together, as one line. */
export function together(fates: readonly Fate[], things: readonly Thing[]): Sums {
  const own = fates.filter(({ thing }) => things.includes(thing));
  const sum = (of: (fate: Fate) => number) => own.reduce((total, fate) => total + of(fate), 0);
  return {
    tested: sum((fate) => fate.tested),
    ranked: sum((fate) => fate.ranked),
    explained: sum((fate) => fate.explained),
    crudeAbove: sum((fate) => fate.crudeAbove),
    crudeCovers: sum((fate) => fate.crudeCovers),
    adjustedCovers: sum((fate) => fate.adjustedCovers),
    logs: sum((fate) => fate.logs),
  };
}
