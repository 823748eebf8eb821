/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonedCart } from '../abandonedCarts.ts';
import type { AbandonmentReport } from '../abandonment.ts';
import type { AbandonmentAnswer } from '../abandonmentAnswer.ts';
import type { LiveCart } from '../liveCart.ts';
import type { TrendPoint } from '../trend.ts';
import { AfterStopsList } from './abandonment/afterStopsList.tsx';
import { BreakdownTable } from './abandonment/breakdownTable.tsx';
import { ComingBackChart } from './abandonment/comingBackChart.tsx';
import { wordsOf } from './abandonment/wordsOf.ts';
import { Answer } from './answer.tsx';
import { Balance } from './balance.tsx';
import { CartsList } from './cartsList.tsx';
import { ComparedWith } from './comparedWith.tsx';
import { Headline } from './headline.tsx';
import { HowCounted } from './howCounted.tsx';
import { link, sitePath } from './link.ts';
import { LivePanel } from './livePanel.tsx';
import { ReportPage } from './reportPage.tsx';
import type { ReportView } from './reportView.ts';
import { StepsChart } from './stepsChart.tsx';
import { TrendChart } from './trendChart.tsx';
import { voiceOf } from './voice.ts';

export interface AbandonmentView extends ReportView {
  report: AbandonmentAnswer;
  /** The period that changes are shown against. */
  previous?: AbandonmentReport | undefined;
  trend: readonly TrendPoint[];
  /** The carts left behind that are worth most. */
  carts: readonly AbandonedCart[];
  /** The carts that moved last; at most 8 are shown. */
  live: readonly LiveCart[];
  /** Since when the site's pages are silent for longer than usual, epoch milliseconds; `undefined` while they aren't. */
  silentSince?: number | undefined;
}

/** What the list of journeys is asked for. */
const LEFT_BEHIND = { state: 'abandoned', sort: 'value' };

export function AbandonmentPage(view: AbandonmentView) {
  const { site, report, previous, trend, carts, live, lang, silentSince } = view;
  const voice = voiceOf(view.locale, site.timeZone);
  const { text, format } = voice;
  const { by: _, ...asked } = view.query;
  const isEmpty = report.carts.created === 0;
  const compared = previous && previous.carts.created > 0 ? previous : undefined;
  return (
    <ReportPage view={view} voice={voice} page="abandonment" live>
      <div data-live="silence">
        {silentSince !== undefined && (
          <p class="problem" role="status">
            {text.silence(format.dateTime(new Date(silentSince).toISOString()))}
          </p>
        )}
      </div>
      <div data-live="answer">
        <Answer report={report} voice={voice} />
      </div>
      <div data-live="figures">
        {!isEmpty && (
          <>
            <Headline report={report} previous={compared} voice={voice} />
            {previous && <ComparedWith previous={previous} report={report} voice={voice} />}
            <Balance report={report} voice={voice} />
            <StepsChart report={report} voice={voice} />
          </>
        )}
      </div>
      <div data-live="after">
        {!isEmpty && <AfterStopsList report={report} view={view} voice={voice} />}
      </div>
      <div data-live="breakdown">
        {!isEmpty && <BreakdownTable report={report} view={view} voice={voice} />}
      </div>
      <div data-live="back">{!isEmpty && <ComingBackChart report={report} voice={voice} />}</div>
      <div class="beside">
        <div data-live="trend">
          {!isEmpty && <TrendChart points={trend} currency={report.value.currency} voice={voice} />}
        </div>
        <div data-live="moving">
          <LivePanel carts={live} asOf={report.asOf} site={site} lang={lang} voice={voice} />
        </div>
      </div>
      <div data-live="carts">
        {!isEmpty && (
          <>
            <CartsList carts={carts} report={report} site={site} lang={lang} voice={voice} />
            <p>
              <a href={link(sitePath(site, 'journeys'), { ...asked, ...LEFT_BEHIND, lang })}>
                {wordsOf(view.locale).more}
              </a>
            </p>
          </>
        )}
      </div>
      <HowCounted
        heading={text.how.heading}
        unit={text.how.unit}
        terms={text.how.terms(format.duration(report.abandonedAfterMinutes * 60, 'long'))}
      />
    </ReportPage>
  );
}
