import {
  inSegment,
  journeyMap,
  type MapReport,
  mapCsv,
  mapPage,
  type Question,
} from '@cartograph/report';
import { previousQuestion } from '../reading/previousQuestion.ts';
import type { Asking, Report } from './report.ts';

interface Found extends MapReport {
  /** The period before, where it was asked for (`?compare=previous`) and there is something in it. */
  previous?: MapReport & { from: string; to: string };
}

/** The way of the shoppers, stage by stage: what they did, how it felt, what pained them, what it costs. */
export const mapReport: Report<Found> = {
  name: 'map',
  read: async (asking) => {
    const compare = asking.asked.compare ?? '';
    if (compare !== '' && compare !== 'previous') {
      throw new RangeError(`Expected \`compare\` to be previous, got ${JSON.stringify(compare)}`);
    }
    const report = await mapOf(asking, asking.question);
    if (compare === '') return report;

    const question = previousQuestion(asking.question);
    const before = await mapOf(asking, question);
    const ends = {
      from: new Date(question.from).toISOString(),
      to: new Date(question.to).toISOString(),
    };
    return before.journeys === 0 ? report : { ...report, previous: { ...ends, ...before } };
  },
  csv: mapCsv,
  page: (report, view) => mapPage({ ...view, report, previous: report.previous }),
};

/** One reading: who came back later came back by whatever way, so the segment is cut afterwards. */
async function mapOf({ facts, segment }: Asking, question: Question): Promise<MapReport> {
  const { from, to, asOf } = question;
  const end = Math.max(to, asOf + 1);
  const known = await facts('stages', { from, to: end, asOf, segment: {} });
  const journeys = known.filter((fact) => inSegment(fact, segment));
  return journeyMap(journeys, question, known);
}
