import { mostWorthAtSteps } from '../abandonedCarts.ts';
import { type AbandonmentReport, abandonment } from '../abandonment.ts';
import type { Cause, MoneyEstimate } from '../causes/causesReport.ts';
import { prepareCauses, rememberedCauses } from '../causes/rememberedCauses.ts';
import { parseInstant } from '../period.ts';
import type { JourneyFact, Question, StagesFact } from '../question.ts';
import type { Annotation } from './annotation.ts';
import { BASELINE_DAYS, type ChangesReport, changes, prepareChanges } from './changes.ts';
import { type Conversion, conversion } from './conversion.ts';
import { type LeftAtStep, leftAtSteps } from './leftAtSteps.ts';

/** As many as a reader keeps in mind. */
const FIXES = 3;

/** What carts are left with that met something at a step, beyond what is usual there. */
export interface LeftByCause {
  kind: 'cause';
  step: string;
  /** As the fold names it: `alert:PAYMENT_ERROR`. */
  what: string;
  value: MoneyEstimate;
  /** Carts that met it, and those of them that were left. */
  exposed: Cause['exposed'];
  adjusted: Cause['adjusted'];
  /** Id of a journey that met it and was left, where there is one. */
  journey?: string;
}

export type Fix = LeftByCause | LeftAtStep;

/** The figures of a period, each in its own unit. */
export interface PeriodFigures {
  abandonment: AbandonmentReport;
  conversion: Conversion;
}

/** A shop at a glance. Unit: carts created in the period, but for `conversion`. */
export interface OverviewReport extends PeriodFigures {
  unit: 'carts';
  /** The period before, at the same age; `null` where carts of it are not all known. */
  previous: PeriodFigures | null;
  /** What costs most, by value at stake; where nothing is known to go with leaving, by money left. */
  fixFirst: readonly Fix[];
  /** The step where most money is left, whatever it is left for. */
  mostLeft: LeftAtStep | null;
  changes: ChangesReport;
  /** Of the days that `changes` shows. */
  annotations: readonly Annotation[];
}

export interface OverviewInput {
  question: Question;
  /** Carts created in the period, and in the {@link BASELINE_DAYS} before it. */
  carts: Iterable<JourneyFact>;
  /** Journeys begun in the period and before it, as far as they are known. */
  journeys: Iterable<StagesFact>;
  previous: PeriodFigures | null;
  annotations: readonly Annotation[];
}

export { BASELINE_DAYS };

export function overview({
  question,
  carts,
  journeys,
  previous,
  annotations,
}: OverviewInput): OverviewReport {
  const figures = figuresOf(carts, journeys, question);
  const known = mainCauses(carts, question);
  const left = leftAtSteps(figures.abandonment, mostWorthAtSteps(carts, question), FIXES);
  const found = changes(carts, journeys, question);
  const first = found.rates[0]?.days[0]?.day;
  const end = Math.min(question.to, question.asOf + 1);
  return {
    unit: 'carts',
    ...figures,
    previous,
    fixFirst: known.length > 0 ? known : left,
    mostLeft: left[0] ?? null,
    changes: found,
    annotations: annotations.filter(
      ({ day }) =>
        first !== undefined && day >= first && parseInstant(day, question.timeZone) < end,
    ),
  };
}

/** Finds out what the overview sums up of these carts and journeys: some of those that it will be about. */
export function prepareOverview({
  question,
  carts = [],
  journeys = [],
}: Partial<Pick<OverviewInput, 'carts' | 'journeys'>> & Pick<OverviewInput, 'question'>): void {
  figuresOf(carts, journeys, question);
  prepareCauses(carts, question);
  mostWorthAtSteps(carts, question);
  prepareChanges(carts, journeys, question);
}

/** The figures of a question's period. Journeys of other periods are left out. */
export function figuresOf(
  carts: Iterable<JourneyFact>,
  journeys: Iterable<JourneyFact>,
  question: Question,
): PeriodFigures {
  return {
    abandonment: abandonment(carts, question),
    conversion: conversion(journeys, question),
  };
}

function mainCauses(carts: Iterable<JourneyFact>, question: Question): LeftByCause[] {
  return rememberedCauses(carts, question)
    .ranked.filter(({ valueAtStake }) => Number(valueAtStake.amount) > 0)
    .slice(0, FIXES)
    .map(({ step, what, valueAtStake, exposed, adjusted, examples: [journey] }) => ({
      kind: 'cause',
      step,
      what,
      value: valueAtStake,
      exposed,
      adjusted,
      ...(journey !== undefined && { journey }),
    }));
}
