/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ChangesReport, WatchedRate } from '../../overview/changes.ts';
import type { Voice } from '../voice.ts';
import { isOutside, RateChart } from './rateChart.tsx';
import { wordsOf } from './words.ts';

/** One step's rate of leaving: whether it is normal, and its curve. */
export function StepRate({
  id,
  name,
  rate,
  changes: { findings, since },
  failed,
  voice,
}: {
  id: string;
  /** "left after shipping, before payment" */
  name: string;
  rate: WatchedRate;
  changes: ChangesReport;
  failed: ReadonlySet<string>;
  voice: Voice;
}) {
  const { format, locale } = voice;
  const { changes: words } = wordsOf(locale);
  const inPeriod = rate.days.filter(({ day }) => day >= since);
  const outside = inPeriod.filter(isOutside).length;
  const hasMoved = findings.some(({ step, kind }) => step === rate.step && kind === 'shift');
  const state =
    outside > 0
      ? words.outside(words.days(outside, format.count(outside)))
      : hasMoved
        ? words.shifted
        : inPeriod.some((day) => day.outside !== undefined)
          ? words.inside
          : inPeriod.length > 0 && words.notJudged;
  return (
    <li>
      <h4 class="sentence">{name}</h4>
      <p class={outside > 0 || hasMoved ? 'watch-state is-odd' : 'watch-state'}>
        {[state, rate.usual !== null && words.usual(format.percent(rate.usual))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <RateChart id={id} name={name} rate={rate} since={since} failed={failed} voice={voice} />
    </li>
  );
}
