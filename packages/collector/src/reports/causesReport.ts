import {
  type CausesReport,
  causesCsv,
  causesPage,
  prepareCauses,
  rememberedCauses,
} from '@cartograph/report';
import type { Report } from './report.ts';

/** What goes with carts being left, step by step, and what it costs. */
export const causesReport: Report<CausesReport> = {
  name: 'causes',
  read: async ({ question, parts }) => {
    const carts = await parts('carts', {
      prepare: { name: 'causes', run: (some) => prepareCauses(some, question) },
    });
    return rememberedCauses(carts, question);
  },
  csv: causesCsv,
  page: (report, view) => causesPage({ ...view, report }),
};
