/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CompareReport } from '../../compare/compareReport.ts';
import type { Annotation } from '../../overview/annotation.ts';
import type { StepCounts } from '../../stepsReport.ts';
import { dayName } from '../overview/dayName.ts';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { voiceOf } from '../voice.ts';
import { ChangesTable, figureKey } from './changesTable.tsx';
import { CompareAnswer } from './compareAnswer.tsx';
import { CompareForm } from './compareForm.tsx';
import { wordsOf } from './words.ts';

export interface CompareView extends ReportView {
  report: CompareReport;
  annotations: readonly Annotation[];
  /** Of the carts that are compared: what usually comes after a step is named by them. */
  steps: readonly StepCounts[];
  /** Which figure was meant to move: `abandonment`, `stop:shipping`. */
  figure: string;
}

/** What a change went with: before it, and after it. */
export function ComparePage(view: CompareView) {
  const { site, report, figure } = view;
  const voice = voiceOf(view.locale, site.timeZone);
  const { format, locale } = voice;
  const { empty, sides, shorter, weekdays, care, form } = wordsOf(locale);
  const { before, after, day } = report;
  const change = report.figures.find((each) => figureKey(each) === figure) ?? report.figures[0];
  const age = format.duration(report.judgedAfterHours * 3600, 'long');
  const days = (n: number) => form.days(n, format.count(n));
  return (
    <ReportPage
      view={before && after ? { ...view, from: before.from, to: after.to } : view}
      voice={voice}
      page="compare"
      asks={<CompareForm view={view} voice={voice} />}
    >
      {!change || !before || !after ? (
        <div>
          <p class="answer">
            {day === null ? empty.title : empty.tooEarly(dayName(day, locale), age)}
          </p>
          {day === null && <p class="intro">{empty.next}</p>}
        </div>
      ) : (
        <>
          <CompareAnswer change={change} view={view} voice={voice} />
          <p class="intro">
            {sides(
              days(report.days),
              format.span(before.from, before.to),
              format.span(after.from, after.to),
              age,
            )}{' '}
            {report.days < report.window && shorter(days(report.window))}{' '}
            {report.days < 7 && <b>{weekdays}</b>}
          </p>
          <ChangesTable view={view} voice={voice} />
        </>
      )}
      <section class="how" aria-labelledby="care">
        <h2 id="care">{care.heading}</h2>
        <dl>
          {care.rules.map(([rule, why]) => (
            <div>
              <dt>{rule}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{care.sources}</p>
      </section>
    </ReportPage>
  );
}
