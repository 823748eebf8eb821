import { type AbandonmentReport, abandonment } from './abandonment.ts';
import { type AbandonmentBreakdown, abandonmentBreakdown } from './abandonmentBreakdown.ts';
import { type AfterStops, afterStops } from './afterStops.ts';
import { type CountedCart, countedCarts } from './countedCarts.ts';
import type { JourneyFact, Question, TrailFact } from './question.ts';
import type { SegmentKey } from './segment.ts';
import { type ComingBack, comingBack } from './survival/comingBack.ts';
import { silencesOf } from './survival/silences.ts';

/** The report with all that the page about it shows. */
export interface AbandonmentAnswer extends AbandonmentReport {
  breakdown: AbandonmentBreakdown;
  afterStops: readonly AfterStops[];
  comingBack: ComingBack & {
    /** Carts that it is read from: those whose trail is known. */
    carts: number;
  };
}

/** @param trails Journeys with what was done. Silences are read of the carts among them. */
export function abandonmentAnswer(
  journeys: readonly JourneyFact[],
  question: Question,
  { trails, by }: { trails: Iterable<TrailFact>; by: SegmentKey },
): AbandonmentAnswer {
  const carts = countedCarts(journeys, question);
  const byId = new Map<string, TrailFact['trail']>();
  for (const { person, id, trail } of trails) byId.set(`${person} ${id}`, trail);
  const trailOf = ({ journey }: CountedCart) => byId.get(`${journey.person} ${journey.id}`);
  const known = carts.flatMap((counted) => {
    const trail = trailOf(counted);
    return trail ? [silencesOf(counted, trail, question)] : [];
  });

  return {
    ...abandonment(journeys, question),
    breakdown: abandonmentBreakdown(carts, by, question),
    afterStops: afterStops(carts, trailOf),
    comingBack: {
      ...comingBack(known.flat(), question.abandonedAfterMs),
      carts: known.length,
    },
  };
}
