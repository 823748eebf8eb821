import { type RetentionReport, retention, retentionCsv, retentionPage } from '@cartograph/report';
import type { Report } from './report.ts';

/** Who orders again, when, and what is said after an order. */
export const retentionReport: Report<RetentionReport> = {
  name: 'retention',
  read: async ({ store, site, question, facts, segment }) => {
    const { from, to, asOf } = question;
    const first = (await store.firstCartAt(site.id)) ?? from;
    const orders = await facts('orders', { from: first, to: asOf + 1, segment: {} });
    // Stages are found by when a journey began, which may be long before its order.
    const inPeriod = orders.filter(({ cart }) => cart!.order!.at >= from && cart!.order!.at < to);
    const earliest = inPeriod.reduce((least, { startedAt }) => Math.min(least, startedAt), to);
    const stages = inPeriod.length === 0 ? [] : await facts('stages', { from: earliest });
    return retention(orders, question, { segment, stages });
  },
  csv: retentionCsv,
  page: (report, view) => retentionPage({ ...view, report }),
};
