import { abandonmentReport } from './abandonmentReport.ts';
import { causesReport } from './causesReport.ts';
import { compareReport } from './compareReport.ts';
import { funnelReport } from './funnelReport.ts';
import { journeysReport } from './journeysReport.ts';
import { liveReport } from './liveReport.ts';
import { mapReport } from './mapReport.ts';
import { overviewReport } from './overviewReport.ts';
import { pathsReport } from './pathsReport.ts';
import type { AnyReport } from './report.ts';
import { retentionReport } from './retentionReport.ts';
import { rounded } from './rounded.ts';
import type { Silence } from './silence.ts';

/** Where there are no pages, nobody asks since when they are silent. */
const NEVER_SILENT: Silence = { silentSince: async () => undefined };

/** All reports, in the order of the menu. */
export function reports({
  receiving = NEVER_SILENT,
}: {
  receiving?: Silence;
} = {}): readonly AnyReport[] {
  return [
    overviewReport(receiving),
    abandonmentReport(receiving),
    causesReport,
    mapReport,
    pathsReport,
    funnelReport,
    journeysReport,
    liveReport,
    retentionReport,
    compareReport,
  ].map(inRoundFigures);
}

/** The same on every store and every runtime: see {@link rounded}. */
function inRoundFigures(report: AnyReport): AnyReport {
  return { ...report, read: async (asking) => rounded(await report.read(asking)) };
}
