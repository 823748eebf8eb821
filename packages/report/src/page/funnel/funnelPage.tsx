/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FunnelReport } from '../../funnel/funnel.ts';
import { HowCounted } from '../howCounted.tsx';
import { markName } from '../paths/markName.ts';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { type Voice, voiceOf } from '../voice.ts';
import { FunnelForm } from './funnelForm.tsx';
import { FunnelGroups } from './funnelGroups.tsx';
import { FunnelSteps } from './funnelSteps.tsx';
import { ShownJourneys } from './shownJourneys.tsx';
import { TimeChart } from './timeChart.tsx';
import { funnelWords } from './words.ts';

export interface FunnelView extends ReportView {
  report: FunnelReport;
}

/** How far journeys get along steps that the reader chose. */
export function FunnelPage({ report, ...view }: FunnelView) {
  const voice = voiceOf(view.locale, view.site.timeZone);
  const words = funnelWords(view.locale);
  return (
    <ReportPage view={view} voice={voice} page="funnel" intro={words.intro}>
      <FunnelForm report={report} view={view} voice={voice} />
      {report.entered === 0 ? (
        <p class="answer">
          {report.all === 0 ? words.answer.noJourneys : words.answer.none}
          <span class="answer-more">{words.answer.next}</span>
        </p>
      ) : (
        <>
          <Answer report={report} voice={voice} />
          <FunnelSteps report={report} view={view} voice={voice} />
          <ShownJourneys report={report} view={view} voice={voice} />
          <TimeChart time={report.time} voice={voice} />
          <FunnelGroups report={report} voice={voice} />
        </>
      )}
      <HowCounted heading={words.how.heading} unit={words.how.unit} terms={words.how.terms} />
    </ReportPage>
  );
}

/** How many went all the way, and where most did not. */
function Answer({ report, voice }: { report: FunnelReport; voice: Voice }) {
  const { format, locale } = voice;
  const { answer, journeys } = funnelWords(locale);
  const { rate, entered, steps } = report;
  const most = steps.reduce((a, b) => (b.stopped > a.stopped ? b : a));
  const inJourneys = (n: number) => journeys(n, format.count(n));
  return (
    <p class="answer funnel-answer">
      {rate.value !== null &&
        rate.low !== null &&
        rate.high !== null &&
        answer.rate(
          <strong>{format.percent(rate.value)}</strong>,
          format.percentRange(rate.low, rate.high),
          inJourneys(entered),
          markName(steps[0]!.step, voice),
        )}
      {most.stopped > 0 && (
        <span class="answer-more">
          {answer.most(
            markName(most.step, voice),
            inJourneys(most.stopped),
            format.percent(most.stopped / most.reached),
          )}
        </span>
      )}
    </p>
  );
}
