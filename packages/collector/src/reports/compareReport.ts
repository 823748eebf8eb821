import {
  abandonment,
  type CompareReport,
  compare,
  compareCsv,
  comparePage,
  emptyCompare,
  readSides,
} from '@cartograph/report';
import { annotations } from '../settings/annotations.ts';
import type { Asking, Report } from './report.ts';

/** What a change went with: before it, and after it. */
export const compareReport: Report<CompareReport> = {
  name: 'compare',
  read: async (asking) => {
    const { question, facts } = asking;
    const sides = await sidesOf(asking);
    if (!sides || sides.days === 0) return emptyCompare(question.currency, sides);
    const range = { from: sides.before.from, to: sides.after.to };
    return compare({
      question,
      sides,
      carts: await facts('carts', range),
      journeys: await facts('journeys', range),
    });
  },
  csv: compareCsv,
  page: async (report, view, asking) => {
    const { store, site, question, facts } = asking;
    const sides = await sidesOf(asking);
    const range = sides && { from: sides.before.from, to: sides.after.to };
    const { steps } = abandonment(range ? await facts('carts', range) : [], {
      ...question,
      ...range,
    });
    return comparePage({
      ...view,
      report,
      steps,
      annotations: await annotations.list(store, site.id),
      figure: asking.asked.figure ?? 'abandonment',
    });
  },
};

/** Around the day asked for, a marked one by its date; else around the last one that was marked. */
async function sidesOf({ asked, question, store, site }: Asking) {
  const { asOf } = question;
  const marked = await annotations.list(store, site.id);
  const last = marked.findLast(({ day }) => Date.parse(day) + 3 * 24 * 60 * 60 * 1000 <= asOf);
  return readSides({ ...asked, at: asked.at || asked.mark }, question, last?.day);
}
