import { partsIn } from '../facts.ts';
import type { JourneyFact } from '../question.ts';
import { ordersIn } from './placed.ts';

/** When the first of the journeys began whose order was placed in a period. `undefined` where there is none. */
export function earliestOf(
  journeys: Iterable<JourneyFact>,
  { from, to }: { from: number; to: number },
): number | undefined {
  let earliest: number | undefined;
  for (const part of partsIn(journeys, { from, to })) {
    for (const { at, startedAt } of ordersIn(part, {})) {
      if (at >= from && at < to) earliest = Math.min(startedAt, earliest ?? startedAt);
    }
  }
  return earliest;
}
