import { type AbandonmentReport, abandonment } from './abandonment.ts';
import { type AbandonmentBreakdown, abandonmentBreakdown } from './abandonmentBreakdown.ts';
import { type AfterStops, afterStops } from './afterStops.ts';
import type { JourneyFact, Question, TrailFact } from './question.ts';
import type { SegmentKey } from './segment.ts';
import { type ComingBack, comingBack } from './survival/comingBack.ts';
import { silences } from './survival/silences.ts';

/** The report with all that the page about it shows. */
export interface AbandonmentAnswer extends AbandonmentReport {
  breakdown: AbandonmentBreakdown;
  afterStops: readonly AfterStops[];
  comingBack: ComingBack & {
    /** Carts that it is read from: those whose trail is known. */
    carts: number;
  };
}

/** @param trails Those of the journeys whose trail is known. Silences are read of the carts among them. */
export function abandonmentAnswer(
  journeys: Iterable<JourneyFact>,
  question: Question,
  { trails, by }: { trails: Iterable<TrailFact>; by: SegmentKey },
): AbandonmentAnswer {
  const { spells, carts } = silences(trails, question);
  return {
    ...abandonment(journeys, question),
    breakdown: abandonmentBreakdown(journeys, by, question),
    afterStops: afterStops(journeys, trails, question),
    comingBack: { ...comingBack(spells, question.abandonedAfterMs), carts },
  };
}
