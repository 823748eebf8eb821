import { type Step, toMinor } from '@cartograph/journey';
import type { AbandonmentReport } from '../abandonment.ts';
import type { Money } from '../money.ts';
import { nextStep } from '../page/nextStep.ts';

/** A step with much money left, of which nobody knows yet why. */
export interface LeftAtStep {
  kind: 'step';
  step: string;
  /** The step that would have come next; left out before the order. */
  next?: string;
  /** What the carts left here hold. */
  value: Money;
  carts: number;
  /** Share of all money left, from 0 to 1. */
  share: number;
  /** Id of the most valuable of those journeys, where one is known. */
  journey?: string;
}

/**
 * The steps where most money is left, up to `limit`.
 *
 * @param examples By step, the most valuable journey that was left there.
 */
export function leftAtSteps(
  { steps, value }: AbandonmentReport,
  examples: ReadonlyMap<Step, string>,
  limit: number,
): LeftAtStep[] {
  const { currency } = value;
  const all = toMinor(Number(value.left), currency);
  return steps
    .filter(({ valueLeft }) => Number(valueLeft) > 0)
    .sort((a, b) => Number(b.valueLeft) - Number(a.valueLeft))
    .slice(0, limit)
    .map(({ step, valueLeft, stoppedHere }) => {
      const next = nextStep(step, steps);
      const journey = examples.get(step);
      return {
        kind: 'step',
        step,
        ...(next !== undefined && { next }),
        value: { currency, amount: valueLeft },
        carts: stoppedHere,
        share: toMinor(Number(valueLeft), currency) / all,
        ...(journey !== undefined && { journey }),
      };
    });
}
