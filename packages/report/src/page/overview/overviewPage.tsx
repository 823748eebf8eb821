/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { OverviewReport } from '../../overview/overview.ts';
import { Balance } from '../balance.tsx';
import { ComparedWith } from '../comparedWith.tsx';
import { link, sitePath } from '../link.ts';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { voiceOf } from '../voice.ts';
import { ChangesSection } from './changesSection.tsx';
import { FixFirst } from './fixFirst.tsx';
import { OverviewFigures } from './overviewFigures.tsx';
import { wordsOf } from './words.ts';

export interface OverviewView extends ReportView {
  report: OverviewReport;
  /** Since when the site's pages are silent for longer than usual, epoch milliseconds; `undefined` while they aren't. */
  silentSince?: number | undefined;
}

/**
 * The start page: how it goes, what costs most, and what changed. It looks back over months, so it does not follow
 * every cart that moves: the page about abandonment does.
 */
export function OverviewPage(view: OverviewView) {
  const { site, report, silentSince, lang, query } = view;
  const voice = voiceOf(view.locale, site.timeZone);
  const { text, format } = voice;
  const words = wordsOf(view.locale);
  const { abandonment, previous } = report;
  const isEmpty = abandonment.carts.created === 0;
  return (
    <ReportPage view={view} voice={voice} page="overview" live>
      <div data-live="silence">
        {silentSince !== undefined && (
          <p class="problem" role="status">
            {text.silence(format.dateTime(new Date(silentSince).toISOString()))}
          </p>
        )}
        {isEmpty && (
          <p class="answer">
            {text.answer.noCarts} <span class="answer-more">{text.answer.tryLonger}</span>
          </p>
        )}
      </div>
      <div data-live="fix">{!isEmpty && <FixFirst view={view} voice={voice} />}</div>
      <div data-live="figures">
        {!isEmpty && (
          <>
            <OverviewFigures report={report} voice={voice} />
            {previous && (
              <ComparedWith previous={previous.abandonment} report={abandonment} voice={voice} />
            )}
          </>
        )}
      </div>
      <ChangesSection view={view} voice={voice} />
      <div data-live="balance">
        {!isEmpty && (
          <>
            <Balance report={abandonment} voice={voice} />
            <p class="fix-more">
              <a href={link(sitePath(site, 'abandonment'), { ...query, lang })}>{words.more}</a>
            </p>
          </>
        )}
      </div>
    </ReportPage>
  );
}
