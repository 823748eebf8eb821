import {
  type AbandonmentAnswer,
  abandonedCarts,
  abandonment,
  abandonmentAnswer,
  abandonmentCsv,
  abandonmentPage,
  type JourneyFact,
  SEGMENT_KEYS,
  type SegmentKey,
  type TrailFact,
  trend,
} from '@cartograph/report';
import { liveCarts } from '../reading/liveCarts.ts';
import { comparableQuestion } from '../reading/previousQuestion.ts';
import type { Asking, Report } from './report.ts';
import type { Silence } from './silence.ts';

/** The list on the page; the API has more of it, and the list of journeys has all. */
const SHOWN_CARTS = 10;

/** Carts whose trails are read, the latest of the period: enough for a curve, and bounded. */
const TRAILED_CARTS = 3000;

/** How long before its cart a journey may have begun for its trail to be read. */
const BEFORE_CART_MS = 7 * 24 * 60 * 60 * 1000;

/** Where shoppers leave, and what they leave. `by` names what the carts are set side by side by. */
export function abandonmentReport(receiving: Silence): Report<AbandonmentAnswer> {
  return {
    name: 'abandonment',
    read: async (asking) => {
      const by = readKey(asking.asked.by);
      const journeys = await asking.facts('carts');
      const trails = await trailsOf(asking, journeys);
      return abandonmentAnswer(journeys, asking.question, { trails, by });
    },
    csv: abandonmentCsv,
    page: async (report, view, asking) => {
      const { store, site, question, now, facts } = asking;
      const journeys = await facts('carts');
      const before = await comparableQuestion(question, asking);
      return abandonmentPage({
        ...view,
        report,
        previous: before && abandonment(await facts('carts', before), before),
        trend: trend(journeys, question),
        carts: abandonedCarts(journeys, question, SHOWN_CARTS),
        live: await liveCarts(store, site, now),
        silentSince: await receiving.silentSince(site.id, now),
      });
    },
  };
}

function readKey(asked = 'device'): SegmentKey {
  const key = SEGMENT_KEYS.find((each) => each === asked);
  if (key) return key;
  throw new RangeError(
    `Expected \`by\` to be one of ${SEGMENT_KEYS.join(', ')}, got ${JSON.stringify(asked)}`,
  );
}

function trailsOf(
  { question, facts }: Asking,
  journeys: readonly JourneyFact[],
): Promise<TrailFact[]> {
  const created = journeys.flatMap(({ cart }) => (cart ? [cart.createdAt] : []));
  const latest = created.sort((a, b) => b - a).slice(0, TRAILED_CARTS);
  return facts('trails', { from: (latest.at(-1) ?? question.from) - BEFORE_CART_MS });
}
