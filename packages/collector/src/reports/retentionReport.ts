import {
  afterOrders,
  earliestOf,
  prepareOrders,
  prepareRetention,
  type RetentionReport,
  retention,
  retentionCsv,
  retentionPage,
  type StagesFact,
} from '@cartograph/report';
import { pause } from '../reading/pause.ts';
import type { Report } from './report.ts';

/** Who orders again, when, and what is said after an order. */
export const retentionReport: Report<RetentionReport> = {
  name: 'retention',
  read: async ({ store, site, question, parts, segment }) => {
    const { from, to, asOf } = question;
    const first = (await store.firstCartAt(site.id)) ?? from;
    const orders = await parts('orders', {
      from: first,
      to: Math.max(to, asOf + 1),
      segment: {},
      prepare: {
        name: `retention ${JSON.stringify(segment)}`,
        run: (some) => prepareRetention(some, { segment }),
      },
    });
    while (prepareOrders(orders, question, { segment })) await pause();
    // Stages are found by when a journey began, which may be long before its order.
    const earliest = earliestOf(orders, question);
    const prepare = {
      name: `after orders ${from} ${to}`,
      run: (stages: Iterable<StagesFact>) => afterOrders(stages, question),
    };
    const stages = earliest === undefined ? [] : await parts('stages', { from: earliest, prepare });
    return retention(orders, question, { segment, stages });
  },
  csv: retentionCsv,
  page: (report, view) => retentionPage({ ...view, report }),
};
