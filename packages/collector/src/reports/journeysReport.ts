import {
  type JourneyFact,
  type JourneyList,
  journeyList,
  journeysPage,
  readJourneyFilter,
} from '@cartograph/report';
import type { Report } from './report.ts';

/** Journeys one by one, those that are asked for, a page at a time. */
export const journeysReport: Report<JourneyList> = {
  name: 'journeys',
  read: async ({ asked, question, parts }) => {
    const filter = readJourneyFilter(asked, question);
    const run = (journeys: Iterable<JourneyFact>) => journeyList(journeys, question, filter);
    const name = `journeys ${JSON.stringify(filter)}`;
    return run(await parts('journeys', { prepare: { name, run } }));
  },
  csv: ({ journeys }) => journeys,
  page: (list, view) => journeysPage({ ...view, list }),
};
