import {
  type FunnelReport,
  funnel,
  funnelCsv,
  funnelPage,
  readFunnelQuery,
  type TrailFact,
} from '@cartograph/report';
import type { Report } from './report.ts';

/** How far journeys get along steps of one's own choice: `?step1=page_view /p/*&step2=add_to_cart`. */
export const funnelReport: Report<FunnelReport> = {
  name: 'funnel',
  read: async ({ asked, question, parts }) => {
    const query = readFunnelQuery(asked);
    const run = (journeys: Iterable<TrailFact>) => funnel(journeys, query, question);
    const name = `funnel ${JSON.stringify(query)}`;
    return run(await parts('trails', { prepare: { name, run } }));
  },
  csv: funnelCsv,
  page: (report, view) => funnelPage({ ...view, report }),
};
