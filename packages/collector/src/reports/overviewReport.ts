import {
  BASELINE_DAYS,
  type Facts,
  figuresOf,
  type JourneyFact,
  type OverviewReport,
  overview,
  overviewCsv,
  overviewPage,
  prepareOverview,
  type Question,
} from '@cartograph/report';
import { comparableQuestion, previousQuestion } from '../reading/previousQuestion.ts';
import { annotations } from '../settings/annotations.ts';
import type { Asking, Report } from './report.ts';
import type { Silence } from './silence.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The start page: how it goes, what costs most, and what changed. */
export function overviewReport(receiving: Silence): Report<OverviewReport> {
  return {
    name: 'overview',
    read: async (asking) => {
      const { store, site, question, parts } = asking;
      // A day more: summer time ends.
      const from = question.from - (BASELINE_DAYS + 1) * DAY_MS;
      const before = await comparableQuestion(question, asking);
      const journeys = await parts('stages', {
        from: previousQuestion(question).from,
        prepare: {
          name: 'overview',
          run: (some) => {
            prepareOverview({ question, journeys: some });
            if (before) figuresOf([], some, before);
          },
        },
      });
      return overview({
        question,
        carts: await parts('carts', {
          from,
          prepare: { name: 'overview', run: (carts) => prepareOverview({ question, carts }) },
        }),
        journeys,
        previous: before ? figuresOf(await cartsBefore(asking, before), journeys, before) : null,
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

function cartsBefore({ parts }: Asking, before: Question): Promise<Facts<JourneyFact>> {
  const run = (carts: Iterable<JourneyFact>) => figuresOf(carts, [], before);
  return parts('carts', { ...before, prepare: { name: 'figures', run } });
}
