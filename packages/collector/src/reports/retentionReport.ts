import {
  earliestOf,
  type JourneyFact,
  type RetentionReport,
  retention,
  retentionCsv,
  retentionPage,
  type StagesFact,
} from '@cartograph/report';
import type { Report } from './report.ts';

/** Who orders again, when, and what is said after an order. */
export const retentionReport: Report<RetentionReport> = {
  name: 'retention',
  read: async ({ store, site, question, parts, segment }) => {
    const { from, to, asOf } = question;
    const run = (orders: Iterable<JourneyFact>, stages: Iterable<StagesFact>) =>
      retention(orders, question, { segment, stages });
    const first = (await store.firstCartAt(site.id)) ?? from;
    const orders = await parts('orders', {
      from: first,
      to: Math.max(to, asOf + 1),
      segment: {},
      prepare: { name: `retention ${JSON.stringify(segment)}`, run: (some) => run(some, []) },
    });
    const prepare = {
      name: `after orders ${from} ${to}`,
      run: (stages: Iterable<StagesFact>) => run([], stages),
    };
    // Stages are found by when a journey began, which may be long before its order.
    const earliest = earliestOf(orders, question);
    const stages = earliest === undefined ? [] : await parts('stages', { from: earliest, prepare });
    return run(orders, stages);
  },
  csv: retentionCsv,
  page: (report, view) => retentionPage({ ...view, report }),
};
