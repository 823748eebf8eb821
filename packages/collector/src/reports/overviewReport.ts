import {
  BASELINE_DAYS,
  figuresOf,
  type OverviewReport,
  overview,
  overviewCsv,
  overviewPage,
} from '@cartograph/report';
import { comparableQuestion, previousQuestion } from '../reading/previousQuestion.ts';
import { annotations } from '../settings/annotations.ts';
import type { Report } from './report.ts';
import type { Silence } from './silence.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The start page: how it goes, what costs most, and what changed. */
export function overviewReport(receiving: Silence): Report<OverviewReport> {
  return {
    name: 'overview',
    read: async (asking) => {
      const { store, site, question, facts } = asking;
      // A day more: summer time ends.
      const from = question.from - (BASELINE_DAYS + 1) * DAY_MS;
      const journeys = await facts('stages', { from: previousQuestion(question).from });
      const before = await comparableQuestion(question, asking);
      return overview({
        question,
        carts: await facts('carts', { from }),
        journeys,
        previous: before ? figuresOf(await facts('carts', before), journeys, before) : null,
        annotations: await annotations.list(store, site.id),
      });
    },
    csv: overviewCsv,
    page: async (report, view, { site, now }) =>
      overviewPage({
        ...view,
        report,
        silentSince: await receiving.silentSince(site.id, now),
      }),
  };
}
