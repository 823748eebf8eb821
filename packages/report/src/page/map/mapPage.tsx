/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { MapReport, StageReport } from '../../map/mapReport.ts';
import { Cash } from '../cash.tsx';
import { HowCounted } from '../howCounted.tsx';
import { link, sitePath } from '../link.ts';
import { otherMoney } from '../otherMoney.ts';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { type Voice, voiceOf } from '../voice.ts';
import { CompareLink } from './compareLink.tsx';
import type { Words } from './en.ts';
import { FeelingChart } from './feelingChart.tsx';
import { StageColumn } from './stageColumn.tsx';
import { StreamChart } from './streamChart.tsx';
import { wordsOf } from './wordsOf.ts';

export interface MapView extends ReportView {
  report: MapReport;
  /** What changes are shown against, with its ends: ISO 8601. */
  previous?: (MapReport & { from: string; to: string }) | undefined;
}

/** The way of the shoppers, from hearing of a shop to speaking for it, as a chart of waters. */
export function MapPage(view: MapView) {
  const { site, report, previous, locale, query, lang } = view;
  const voice = voiceOf(locale, site.timeZone);
  const words = wordsOf(locale);
  const most = Math.max(...report.stages.map(({ reached }) => reached));
  const silence = voice.format.duration(report.abandonedAfterMinutes * 60, 'long');
  return (
    <ReportPage
      view={view}
      voice={voice}
      page="map"
      aside={<CompareLink view={view} words={words} />}
    >
      {report.journeys === 0 ? (
        <div>
          <p class="answer">{words.empty}</p>
          <p>{words.emptyNext}</p>
        </div>
      ) : (
        <>
          <Answer report={report} words={words} voice={voice} />
          <section class="voyage" aria-label={words.map}>
            {query.compare === 'previous' && (
              <p class="voyage-note">
                {previous
                  ? words.compare.with(voice.format.span(previous.from, previous.to))
                  : words.compare.nothing}
              </p>
            )}
            {(['did', 'met', 'felt', 'pains', 'worth'] as const).map((row) => (
              <p class={`voyage-row voyage-row-${row}`} aria-hidden="true">
                {words.rows[row]}
              </p>
            ))}
            <StreamChart report={report} words={words} voice={voice} />
            <FeelingChart report={report} previous={previous} words={words} voice={voice} />
            {report.stages.map((stage, index) => (
              <StageColumn
                stage={stage}
                before={previous?.stages[index]}
                most={most}
                words={words}
                voice={voice}
                causesLink={link(sitePath(site, 'causes'), { ...query, compare: undefined, lang })}
              />
            ))}
          </section>
        </>
      )}
      <HowCounted
        heading={words.how.heading}
        unit={words.how.unit}
        terms={words.how.terms(silence)}
      />
    </ReportPage>
  );
}

/** What the map says, in a sentence or two. */
function Answer({ report, words, voice }: { report: MapReport; words: Words; voice: Voice }) {
  const { format } = voice;
  const { journeys, orders, orderRate, left, stages } = report;
  const most = stages.reduce((worst, each) =>
    amountLeft(each) > amountLeft(worst) ? each : worst,
  );
  const underWay = stages.reduce((sum, stage) => sum + stage.underWay, 0);
  const over = journeys - underWay;
  const hasLeft = amountLeft(most) > 0;
  return (
    <p class="answer">
      {orderRate.value !== null &&
        words.answer(
          words.journeys(over, format.count(over)),
          <b>{format.count(orders)}</b>,
          format.percent(orderRate.value),
          format.percentRange(orderRate.low!, orderRate.high!),
        )}{' '}
      {(underWay > 0 || hasLeft) && (
        <span class="answer-more">
          {underWay > 0 && words.answerUnderWay(underWay, format.count(underWay))}{' '}
          {hasLeft &&
            words.answerLeft(
              <strong>
                <Cash money={left.value} voice={voice} glance />
                {otherMoney(left.otherValues, voice)}
              </strong>,
              words.leftWhere[most.stage as keyof Words['leftWhere']],
              format.moneyAtAGlance(most.opportunity.left!.value),
            )}
        </span>
      )}
    </p>
  );
}

function amountLeft({ opportunity }: StageReport): number {
  return Number(opportunity.left?.value.amount ?? 0);
}
