import { type CausesReport, causes, causesCsv, causesPage } from '@cartograph/report';
import type { Report } from './report.ts';

/** What goes with carts being left, step by step, and what it costs. */
export const causesReport: Report<CausesReport> = {
  name: 'causes',
  read: async ({ question, facts }) => causes(await facts('carts'), question),
  csv: causesCsv,
  page: (report, view) => causesPage({ ...view, report }),
};
