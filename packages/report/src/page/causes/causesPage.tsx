/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CausesReport } from '../../causes/causesReport.ts';
import { HowCounted } from '../howCounted.tsx';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { CausesAnswer } from './causesAnswer.tsx';
import { causesVoice } from './causesVoice.ts';
import { ExplainedList } from './explainedList.tsx';
import { Forest } from './forest.tsx';
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
      <HowCounted
        heading={voice.words.how.heading}
        unit={voice.words.how.unit}
        terms={voice.words.how.terms}
      />
    </ReportPage>
  );
}
