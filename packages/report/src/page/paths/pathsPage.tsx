/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PathsReport } from '../../paths/paths.ts';
import { HowCounted } from '../howCounted.tsx';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { type Voice, voiceOf } from '../voice.ts';
import { FrequentPaths } from './frequentPaths.tsx';
import { markName } from './markName.ts';
import { nodeName } from './nodeName.ts';
import { PathsForm } from './pathsForm.tsx';
import { PathsTable } from './pathsTable.tsx';
import { SankeyChart } from './sankeyChart.tsx';
import { pathWords } from './words.ts';

export interface PathsView extends ReportView {
  report: PathsReport;
}

/** Which ways shoppers take: from the beginning, from any step, or back from one. */
export function PathsPage({ report, ...view }: PathsView) {
  const voice = voiceOf(view.locale, view.site.timeZone);
  const words = pathWords(view.locale);
  const { root } = report;
  const intro = root ? words.intro[root.direction](markName(root.step, voice)) : words.intro.start;
  return (
    <ReportPage view={view} voice={voice} page="paths" intro={intro}>
      <PathsForm report={report} view={view} voice={voice} />
      {report.journeys === 0 ? (
        <p class="answer">
          {report.all === 0 ? words.answer.noJourneys : words.answer.none}
          <span class="answer-more">{words.answer.next}</span>
        </p>
      ) : (
        <>
          <Answer report={report} voice={voice} />
          <section class="paths" aria-labelledby="paths-heading">
            <h2 id="paths-heading">{words.chart.heading}</h2>
            <p class="intro">
              {root?.direction === 'to' ? words.chart.hintBack : words.chart.hint}
            </p>
            <SankeyChart report={report} view={view} voice={voice} />
            <PathsTable report={report} voice={voice} />
          </section>
          <FrequentPaths report={report} voice={voice} />
        </>
      )}
      <HowCounted heading={words.how.heading} unit={words.how.unit} terms={words.how.terms} />
    </ReportPage>
  );
}

/** What most of them do, in a sentence. */
function Answer({ report, voice }: { report: PathsReport; voice: Voice }) {
  const { format, locale } = voice;
  const words = pathWords(locale);
  const { root, nodes, journeys, all } = report;
  const [most] = nodes
    .filter(({ position, kind }) => position === (root ? 1 : 0) && kind !== 'other')
    .sort((a, b) => b.journeys - a.journeys);
  if (!most) return null;
  const step = <strong>{nodeName(most, { voice, back: root?.direction === 'to' })}</strong>;
  const { value, low, high } = most.share;
  const inJourneys = (n: number) => words.journeys(n, format.count(n));
  return (
    <p class="answer path-answer">
      {root
        ? words.answer[root.direction](markName(root.step, voice), step)
        : words.answer.start(step)}
      <span class="answer-more">
        {value !== null &&
          low !== null &&
          high !== null &&
          words.answer.share(
            format.percent(value),
            format.percentRange(low, high),
            inJourneys(journeys),
          )}{' '}
        {root && words.answer.someOf(inJourneys(journeys), inJourneys(all))}
      </span>
    </p>
  );
}
