import {
  type AbandonmentReport,
  abandonedCarts,
  abandonment,
  abandonmentCsv,
  abandonmentPage,
  trend,
} from '@cartograph/report';
import { liveCarts } from '../reading/liveCarts.ts';
import { previousQuestion } from '../reading/previousQuestion.ts';
import type { Receiving } from '../watch/receiving.ts';
import type { Asking, Report } from './report.ts';

/** The list on the page; the API has more of it. */
const SHOWN_CARTS = 20;

/** Where shoppers leave, and what they leave. */
export function abandonmentReport(receiving: Receiving): Report<AbandonmentReport> {
  return {
    name: 'abandonment',
    read: async ({ question, facts }) => abandonment(await facts('carts'), question),
    csv: abandonmentCsv,
    page: async (report, view, asking) => {
      const { store, site, question, now, facts } = asking;
      const journeys = await facts('carts');
      return abandonmentPage({
        ...view,
        report,
        previous: await previousOf(asking),
        trend: trend(journeys, question),
        carts: abandonedCarts(journeys, question, SHOWN_CARTS),
        live: await liveCarts(store, site, now),
        silentSince: await receiving.silentSince(site.id, now),
      });
    },
  };
}

/** Nothing to compare with where the site's first cart is younger than the period before. */
async function previousOf({ store, site, question, facts }: Asking) {
  const before = previousQuestion(question);
  const firstAt = await store.firstCartAt(site.id);
  if (firstAt === undefined || firstAt > before.from) return undefined;
  return abandonment(await facts('carts', before), before);
}
