/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FunnelReport } from '../../funnel/funnel.ts';
import { MAX_STEPS, ORDERS } from '../../funnel/readFunnelQuery.ts';
import { SEGMENT_KEYS } from '../../segment.ts';
import { link } from '../link.ts';
import { markName } from '../paths/markName.ts';
import type { ReportView } from '../reportView.ts';
import type { Voice } from '../voice.ts';
import { Choice } from './choice.tsx';
import { funnelWords } from './words.ts';

/** Windows that are offered. The address takes any. */
const WINDOWS = [
  ['30m', 1800],
  ['1h', 3600],
  ['1d', 86_400],
  ['7d', 604_800],
] as const;

/** Types that marks can have with something more: all of them at once. */
const TYPES = ['page_view', 'checkout_step', 'alert'];

const OWN_KEYS = /^(step\d|optional\d|exclude|window|order|by|show)$/;

/** What of a query is not about the funnel: the period, the segment. */
export function otherQuery(query: ReportView['query']): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([key]) => !OWN_KEYS.test(key)));
}

/** Builds a funnel without a script: the form's fields are the address. */
export function FunnelForm({
  report,
  view,
  voice,
}: {
  report: FunnelReport;
  view: ReportView;
  voice: Voice;
}) {
  const { text, format, locale } = voice;
  const { build } = funnelWords(locale);
  const { steps, choices } = report;
  const others = otherQuery(view.query);
  const marks = [...new Set([...TYPES, ...choices])].map(
    (mark) => [mark, markName(mark, voice)] as const,
  );
  const { window } = view.query;
  const isAsked = Object.keys(view.query).some((key) => OWN_KEYS.test(key));
  return (
    <details class="funnel-build" id="build">
      <summary>
        <h2>{build.heading}</h2>
      </summary>
      <form method="get">
        {view.lang && <input type="hidden" name="lang" value={view.lang} />}
        {Object.entries(others).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ol class="funnel-fields">
          {Array.from({ length: MAX_STEPS }, (_, place) => {
            const now = steps[place];
            const number = place + 1;
            return (
              <li>
                <Choice
                  label={build.step(number)}
                  name={`step${number}`}
                  now={now?.step}
                  nowName={now && markName(now.step, voice)}
                  none={build.none}
                  options={marks}
                />
                {place > 0 && number < MAX_STEPS && (
                  <label class="check">
                    <input
                      type="checkbox"
                      name={`optional${number}`}
                      value="1"
                      checked={now?.optional ?? false}
                    />
                    {build.optional}
                  </label>
                )}
              </li>
            );
          })}
        </ol>
        <div class="funnel-fields">
          <Choice
            label={build.exclude}
            name="exclude"
            now={report.exclude ?? undefined}
            nowName={report.exclude ? markName(report.exclude, voice) : undefined}
            none={build.nothing}
            options={marks}
          />
          <Choice
            label={build.window}
            name="window"
            now={window}
            nowName={
              report.windowSeconds === null
                ? undefined
                : format.duration(report.windowSeconds, 'long')
            }
            none={build.wholeJourney}
            options={WINDOWS.map(([value, seconds]) => [value, format.duration(seconds, 'long')])}
          />
          <Choice
            label={build.order}
            name="order"
            now={report.order}
            options={ORDERS.map((order) => [order, build.orders[order]])}
          />
          <Choice
            label={build.by}
            name="by"
            now={report.by ?? undefined}
            none={build.notCut}
            options={SEGMENT_KEYS.map((key) => [key, text.segment.keys[key]])}
          />
        </div>
        <p class="funnel-send">
          <button type="submit">{build.show}</button>
          {isAsked && <a href={link('', { ...others, lang: view.lang })}>{build.usual}</a>}
        </p>
      </form>
    </details>
  );
}
