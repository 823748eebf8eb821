import {
  type CausesReport,
  causes,
  causesCsv,
  causesPage,
  type JourneyFact,
} from '@cartograph/report';
import type { Report } from './report.ts';

/** What goes with carts being left, step by step, and what it costs. */
export const causesReport: Report<CausesReport> = {
  name: 'causes',
  read: async ({ question, parts }) => {
    const run = (carts: Iterable<JourneyFact>) => causes(carts, question);
    return run(await parts('carts', { prepare: { name: 'causes', run } }));
  },
  csv: causesCsv,
  page: (report, view) => causesPage({ ...view, report }),
};
