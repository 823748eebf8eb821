/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { DeliveryReport, DeliverySums } from '../../delivery.ts';
import type { SelectedPeriod } from '../../readPeriod.ts';
import type { Frame, Site } from '../frame.ts';
import { HowCounted } from '../howCounted.tsx';
import { PeriodPicker, periodQuery } from '../periodPicker.tsx';
import { ScrollBox } from '../scrollBox.tsx';
import { type Voice, voiceOf } from '../voice.ts';
import type { Words } from './en.ts';
import { TrustPage, wordsOf } from './trustPage.tsx';

export interface DeliveryView extends Frame {
  site: Site;
  period: SelectedPeriod;
  report: DeliveryReport;
}

/** What of the touchpoints that trackers numbered has arrived. */
export function DeliveryPage({ site, period, report, ...frame }: DeliveryView) {
  const voice = voiceOf(frame.locale, site.timeZone);
  const words = wordsOf(frame.locale);
  const { text, format } = voice;
  const { delivery } = words;
  const { delivered, lost } = report.total;
  return (
    <TrustPage
      frame={frame}
      site={site}
      topic="delivery"
      query={periodQuery(period)}
      aside={<PeriodPicker period={period} report={report} lang={frame.lang} voice={voice} />}
    >
      {report.total.pageLoads === 0 ? (
        <p class="answer">{delivery.nothing}</p>
      ) : (
        <>
          <div>
            <p class="answer">
              {delivery.answer(
                format.count(delivered),
                format.count(delivered + lost),
                format.count(lost),
              )}
            </p>
            <p class="quiet">
              {format.span(report.from, report.to)}, {text.frame.timeZone(site.timeZone)},{' '}
              {text.frame.asOf(format.dateTime(report.asOf))}
            </p>
          </div>
          <section aria-labelledby="browsers">
            <h2 id="browsers">{delivery.byBrowser}</h2>
            <SumsTable
              head={delivery.browser}
              rows={report.browsers.map((sums) => ({
                name: sums.browser === 'Other' ? delivery.other : sums.browser,
                sums,
              }))}
              words={words}
              voice={voice}
            />
          </section>
          <section aria-labelledby="days">
            <h2 id="days">{delivery.byDay}</h2>
            <SumsTable
              head={delivery.day}
              rows={report.days.map((sums) => ({ name: sums.day, sums }))}
              words={words}
              voice={voice}
            />
          </section>
        </>
      )}
      <HowCounted heading={words.more} terms={delivery.how} />
    </TrustPage>
  );
}

function SumsTable({
  head,
  rows,
  words: { delivery },
  voice: { format },
}: {
  head: string;
  rows: readonly { name: string; sums: DeliverySums }[];
  words: Words;
  voice: Voice;
}) {
  const columns = Object.keys(delivery.columns) as (keyof typeof delivery.columns)[];
  return (
    <ScrollBox label={head}>
      <table class="data">
        <caption>{delivery.unit}</caption>
        <thead>
          <tr>
            {[head, ...columns.map((column) => delivery.columns[column]), delivery.share].map(
              (name) => (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, sums }) => (
            <tr>
              <th scope="row">{name}</th>
              {columns.map((column) => (
                <td>{format.count(sums[column])}</td>
              ))}
              <td>
                {sums.delivered + sums.lost === 0
                  ? '–'
                  : format.percent(sums.lost / (sums.delivered + sums.lost))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
