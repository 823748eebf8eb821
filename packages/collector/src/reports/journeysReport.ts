import { type JourneyList, journeyList, journeysPage, readJourneyFilter } from '@cartograph/report';
import type { Report } from './report.ts';

/** Journeys one by one, those that are asked for, a page at a time. */
export const journeysReport: Report<JourneyList> = {
  name: 'journeys',
  read: async ({ asked, question, facts }) => {
    const filter = readJourneyFilter(asked, question);
    return journeyList(await facts('journeys'), question, filter);
  },
  csv: ({ journeys }) => journeys,
  page: (list, view) => journeysPage({ ...view, list }),
};
