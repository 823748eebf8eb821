import {
  type FunnelReport,
  funnel,
  funnelCsv,
  funnelPage,
  readFunnelQuery,
} from '@cartograph/report';
import type { Report } from './report.ts';

/** How far journeys get along steps of one's own choice: `?step1=page_view /p/*&step2=add_to_cart`. */
export const funnelReport: Report<FunnelReport> = {
  name: 'funnel',
  read: async ({ asked, question, facts }) => {
    const query = readFunnelQuery(asked);
    return funnel(await facts('trails'), query, question);
  },
  csv: funnelCsv,
  page: (report, view) => funnelPage({ ...view, report }),
};
