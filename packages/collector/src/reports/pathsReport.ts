import {
  type PathsReport,
  paths,
  pathsCsv,
  pathsPage,
  readPathsQuery,
  type TrailFact,
} from '@cartograph/report';
import type { Report } from './report.ts';

/** Which ways shoppers take: `?from_step=add_to_cart`, `?to_step=purchase`, `?depth=5`, `?marks=pages`. */
export const pathsReport: Report<PathsReport> = {
  name: 'paths',
  read: async ({ asked, question, parts }) => {
    const query = readPathsQuery(asked);
    const run = (journeys: Iterable<TrailFact>) => paths(journeys, query, question);
    return run(await parts('trails', { prepare: { name: 'paths', run } }));
  },
  csv: pathsCsv,
  page: (report, view) => pathsPage({ ...view, report }),
};
