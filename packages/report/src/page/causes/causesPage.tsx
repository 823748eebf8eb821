/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CausesReport } from '../../causes/causesReport.ts';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { CausesAnswer } from './causesAnswer.tsx';
import { causesVoice } from './causesVoice.ts';
import { ExplainedList } from './explainedList.tsx';
import { Forest } from './forest.tsx';
import { HowCausesCounted } from './howCausesCounted.tsx';
import { RankedList } from './rankedList.tsx';
import { UnprovenTable } from './unprovenTable.tsx';

export interface CausesView extends ReportView {
  report: CausesReport;
}

export function CausesPage(view: CausesView) {
  const { site, report, locale } = view;
  const voice = causesVoice(report, { locale, timeZone: site.timeZone });
  return (
    <ReportPage view={view} voice={voice} page="causes" intro={voice.words.intro}>
      <CausesAnswer report={report} voice={voice} />
      {report.ranked.length > 0 && <RankedList view={view} voice={voice} />}
      {report.tested > 0 && <Forest report={report} voice={voice} />}
      {report.explained.length > 0 && <ExplainedList report={report} voice={voice} />}
      {report.unproven.length + report.rare > 0 && <UnprovenTable report={report} voice={voice} />}
      <HowCausesCounted voice={voice} />
    </ReportPage>
  );
}
