import {
  type AbandonmentAnswer,
  abandonedCarts,
  abandonment,
  abandonmentAnswer,
  abandonmentCsv,
  abandonmentPage,
  type Facts,
  type JourneyFact,
  SEGMENT_KEYS,
  type SegmentKey,
  type TrailFact,
  trend,
} from '@cartograph/report';
import { liveCarts } from '../reading/liveCarts.ts';
import type { Preparation } from '../reading/prepared.ts';
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
      const answer = (carts: Iterable<JourneyFact>, trails: Iterable<TrailFact>) =>
        abandonmentAnswer(carts, asking.question, { trails, by });
      const prepare = {
        name: `abandonment ${by}`,
        run: (carts: Iterable<JourneyFact>) => answer(carts, []),
      };
      const journeys = await asking.parts('carts', { prepare });
      return answer(
        journeys,
        await trailsOf(asking, {
          journeys,
          prepare: { name: 'stops', run: (trails) => answer([], trails) },
        }),
      );
    },
    csv: abandonmentCsv,
    page: async (report, view, asking) => {
      const { store, site, question, now, parts } = asking;
      const journeys = await parts('carts');
      const before = await comparableQuestion(question, asking);
      return abandonmentPage({
        ...view,
        report,
        previous: before && abandonment(await parts('carts', before), before),
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
  { question, parts }: Asking,
  { journeys, prepare }: { journeys: Facts<JourneyFact>; prepare: Preparation<TrailFact> },
): Promise<Facts<TrailFact>> {
  const latest: number[] = [];
  for (const part of journeys.parts.toReversed()) {
    // Whatever else there is was created earlier.
    if (latest.filter((at) => at >= part.to).length >= TRAILED_CARTS) break;
    for (const at of part.recall({ name: 'created', asOf: 0 }, createdIn).times) latest.push(at);
  }
  latest.sort((a, b) => b - a).splice(TRAILED_CARTS);
  return parts('trails', { from: (latest.at(-1) ?? question.from) - BEFORE_CART_MS, prepare });
}

function createdIn(facts: readonly JourneyFact[]) {
  const created = facts.flatMap(({ cart }) => (cart ? [cart.createdAt] : []));
  return { times: Float64Array.from(created), until: Number.POSITIVE_INFINITY };
}
