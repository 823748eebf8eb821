/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { OrderCounts, RepeatRate, RetentionReport } from '../../retention/retentionReport.ts';
import { HowCounted } from '../howCounted.tsx';
import { RateRuler } from '../rateRuler.tsx';
import { ReportPage } from '../reportPage.tsx';
import type { ReportView } from '../reportView.ts';
import { type Voice, voiceOf } from '../voice.ts';
import { AfterList } from './afterList.tsx';
import type { Words } from './en.ts';
import { HeatTable } from './heatTable.tsx';
import { ReturnCurve } from './returnCurve.tsx';
import { Spread } from './spread.tsx';
import { wordsOf } from './wordsOf.ts';

export interface RetentionView extends ReportView {
  report: RetentionReport;
}

/** Below this many a share makes no headline. */
const ENOUGH = 30;

/** Who orders again, when, and what is said after an order. */
export function RetentionPage(view: RetentionView) {
  const { site, report, locale } = view;
  const voice = voiceOf(locale, site.timeZone);
  const words = wordsOf(locale);
  const isEmpty = report.secondOrder.persons === 0 && report.orders.placed === 0;
  return (
    <ReportPage view={view} voice={voice} page="retention">
      {isEmpty ? (
        <div>
          <p class="answer">{words.empty}</p>
          <p>{words.emptyNext}</p>
        </div>
      ) : (
        <>
          <Answer report={report} words={words} voice={voice} />
          <Orders orders={report.orders} words={words} voice={voice} />
          <div class="halves">
            <Within within={report.within} words={words} voice={voice} />
            <ReturnCurve second={report.secondOrder} words={words} voice={voice} />
          </div>
          <HeatTable cohorts={report.cohorts} words={words} voice={voice} />
          <div class="halves">
            <Spread between={report.between} words={words} voice={voice} />
            <AfterList after={report.after} words={words} voice={voice} />
          </div>
        </>
      )}
      <HowCounted heading={words.how.heading} terms={words.how.terms} />
    </ReportPage>
  );
}

interface Part {
  words: Words;
  voice: Voice;
}

/** The longest time within which enough persons can be judged, up to 90 days. */
function Answer({ report, words, voice: { format } }: Part & { report: RetentionReport }) {
  const told = report.within.findLast(({ days, rate }) => days <= 90 && rate.n >= ENOUGH);
  if (!told) {
    return (
      <p class="answer">
        {words.young}
        <span class="answer-more">{words.youngNext}</span>
      </p>
    );
  }
  const { days, rate } = told;
  return (
    <p class="answer">
      {words.answer(
        <b>{format.percent(rate.value!)}</b>,
        format.percentRange(rate.low!, rate.high!),
        format.count(days),
        words.persons(rate.n, format.count(rate.n)),
      )}
    </p>
  );
}

function Orders({ orders, words, voice }: Part & { orders: OrderCounts }) {
  const { format, text } = voice;
  const { placed, first, repeat, repeatRate, persons } = orders;
  const figures: [name: string, value: string, note: string][] = [
    [
      words.orders.placed,
      format.count(placed),
      words.orders.by(words.persons(persons, format.count(persons))),
    ],
    [words.orders.first, format.count(first), words.orders.firstNote],
    [words.orders.repeat, format.count(repeat), ''],
    [
      words.orders.share,
      repeatRate.value === null ? '–' : format.percent(repeatRate.value),
      repeatRate.value === null
        ? ''
        : words.orders.ofOrders(
            format.percentRange(repeatRate.low!, repeatRate.high!),
            text.units.orders(placed, format.count(placed)),
          ),
    ],
  ];
  return (
    <section aria-labelledby="orders-heading">
      <h2 id="orders-heading">{words.orders.heading}</h2>
      <dl class="figures">
        {figures.map(([name, value, note]) => (
          <div class="figure">
            <dt>{name}</dt>
            <dd class="figure-value">{value}</dd>
            <dd class="quiet">{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Within({ within, words, voice }: Part & { within: readonly RepeatRate[] }) {
  const { format } = voice;
  const people = (n: number) => words.persons(n, format.count(n));
  // The first that nobody can be judged by yet stands for all longer ones.
  const ends = within.findIndex(({ rate }) => rate.n === 0);
  const judged = ends < 0 ? within : within.slice(0, ends + 1);
  return (
    <section aria-labelledby="within-heading">
      <h2 id="within-heading">{words.within.heading}</h2>
      <p class="intro">{words.within.intro}</p>
      <ol class="within">
        {judged.map(({ days, rate, tooRecent }) => (
          <li>
            <h3>{words.within.days(format.count(days))}</h3>
            {rate.value === null ? (
              <p class="quiet">{words.within.nobody}</p>
            ) : (
              <>
                <p>
                  <b class="within-rate">{format.percent(rate.value)}</b>{' '}
                  <span class="quiet">
                    {words.within.of(format.percentRange(rate.low!, rate.high!), people(rate.n))}
                    {tooRecent > 0 && `; ${words.within.tooRecent(people(tooRecent))}`}
                  </span>
                </p>
                <RateRuler rate={rate} before={undefined} voice={voice} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
