import { type PathsReport, paths, pathsCsv, pathsPage, readPathsQuery } from '@cartograph/report';
import type { Report } from './report.ts';

/** Which ways shoppers take: `?from_step=add_to_cart`, `?to_step=purchase`, `?depth=5`, `?marks=pages`. */
export const pathsReport: Report<PathsReport> = {
  name: 'paths',
  read: async ({ asked, question, facts }) => {
    const query = readPathsQuery(asked);
    return paths(await facts('trails'), query, question);
  },
  csv: pathsCsv,
  page: (report, view) => pathsPage({ ...view, report }),
};
