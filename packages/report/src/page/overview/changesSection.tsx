/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { link, sitePath } from '../link.ts';
import { nextStep } from '../nextStep.ts';
import { leftWhere } from '../stepNames.ts';
import { Swatch } from '../swatch.tsx';
import type { Voice } from '../voice.ts';
import { dayName } from './dayName.ts';
import { DaysTable } from './daysTable.tsx';
import { FindingText } from './findingText.tsx';
import { OutageText } from './outageText.tsx';
import type { OverviewView } from './overviewPage.tsx';
import { RateChart } from './rateChart.tsx';
import { StepRate } from './stepRate.tsx';
import { wordsOf } from './words.ts';

/** In sentences; the charts have them all. */
const FINDINGS = 6;

/** What left the normal, as sentences first, then as curves. */
export function ChangesSection({ view, voice }: { view: OverviewView; voice: Voice }) {
  const { report, site, lang } = view;
  const { changes: words } = wordsOf(voice.locale);
  const { text, format } = voice;
  const { changes, annotations } = report;
  const { baseline, findings, outages, judgedDays, rates, since } = changes;
  const failed = new Set(outages.map(({ day }) => day));
  const where = (step: string | null) =>
    step === null ? words.all : leftWhere(step, nextStep(step, report.abandonment.steps), text);
  const [overall, ...steps] = rates;
  const days = (n: number) => words.days(n, format.count(n));
  return (
    <section aria-labelledby="changes-heading">
      <h2 id="changes-heading">{words.heading}</h2>
      {findings.length > 0 ? (
        <ul class="findings">
          {findings.slice(0, FINDINGS).map((finding) => (
            <FindingText finding={finding} where={where(finding.step)} voice={voice} />
          ))}
        </ul>
      ) : (
        <p class="message">
          {!baseline
            ? words.noBaseline
            : judgedDays === 0
              ? words.notYet
              : words.nothing(days(judgedDays))}
        </p>
      )}
      {outages.length > 0 && (
        <div class="outages">
          <h3>{words.outages}</h3>
          <ul>
            {outages.map((outage) => (
              <OutageText outage={outage} voice={voice} />
            ))}
          </ul>
          <p class="quiet">{words.outageNote}</p>
        </div>
      )}
      {overall && overall.days.length > 1 && (
        <>
          <h3 class="watch-name">{words.chart}</h3>
          <div class="watch-main">
            <RateChart
              id="rate-all"
              name={words.chart}
              rate={overall}
              since={since}
              failed={failed}
              marks={annotations}
              voice={voice}
            />
          </div>
          <ul class="legend">
            {(['normal', 'outside', 'failed', 'before'] as const).map((part) => (
              <li>
                <Swatch of={part} />
                {words.legend[part]}
              </li>
            ))}
          </ul>
          {annotations.length > 0 ? (
            <ol class="marks" aria-label={words.marks}>
              {annotations.map(({ day, text: mark }) => (
                <li>
                  <b>{dayName(day, voice.locale)}</b> {mark}{' '}
                  {day > overall.days.at(-1)!.day && <span class="quiet">{words.tooYoung}</span>}
                </li>
              ))}
            </ol>
          ) : (
            <p class="quiet">
              <a href={link(sitePath(site, 'settings'), { lang })}>{words.addMark}</a>
            </p>
          )}
          {steps.length > 0 && (
            <>
              <h3 class="watch-name">{words.steps}</h3>
              <p class="intro">{words.stepsIntro}</p>
              <ul class="watch-steps">
                {steps.map((rate, place) => (
                  <StepRate
                    id={`rate-${place}`}
                    name={text.steps.left(where(rate.step))}
                    rate={rate}
                    changes={changes}
                    failed={failed}
                    voice={voice}
                  />
                ))}
              </ul>
            </>
          )}
          {baseline && (
            <p class="quiet watch-how">
              {words.how(
                format.duration(changes.judgedAfterHours * 3600, 'long'),
                format.span(baseline.from, baseline.to),
                text.units.carts(baseline.carts, format.count(baseline.carts)),
              )}{' '}
              {baseline.isPeriod ? words.own : words.weekdays} {words.width}
            </p>
          )}
          <details id="days-table">
            <summary>{words.table}</summary>
            <DaysTable days={overall.days} voice={voice} />
          </details>
        </>
      )}
    </section>
  );
}
