import type { Step } from '@cartograph/journey';
import type { StepCounts } from '../stepsReport.ts';

/**
 * What a cart at `step` would most likely have done next: the nearest step ahead that most carts
 * take. Before one that few take, as a gift wrap, nobody is stuck. `undefined` is the order.
 */
export function nextStep(
  step: Step,
  steps: readonly Pick<StepCounts, 'step' | 'reached' | 'skipped'>[],
): Step | undefined {
  const place = steps.findIndex((each) => each.step === step);
  if (place < 0) return undefined;
  return steps.slice(place + 1).find(({ reached, skipped }) => reached >= skipped)?.step;
}
