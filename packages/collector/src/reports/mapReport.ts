import {
  journeyMap,
  type MapReport,
  mapCsv,
  mapPage,
  prepareMap,
  type Question,
  type StagesFact,
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

/** Who came back later came back by whatever way: in any segment. */
async function mapOf({ parts }: Asking, question: Question): Promise<MapReport> {
  const { from, to, asOf } = question;
  const ends = { from, to: Math.max(to, asOf + 1), asOf };
  const prepare = {
    name: 'map',
    run: (journeys: Iterable<StagesFact>) => prepareMap(journeys, question),
  };
  const journeys = await parts('stages', { ...ends, prepare });
  return journeyMap(journeys, question, await parts('stages', { ...ends, segment: {} }));
}
