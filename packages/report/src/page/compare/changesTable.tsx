/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FigureChange } from '../../compare/compareReport.ts';
import { link } from '../link.ts';
import { ScrollBox } from '../scrollBox.tsx';
import type { Voice } from '../voice.ts';
import { amountsOf } from './amounts.ts';
import type { CompareView } from './comparePage.tsx';
import { wordsOf } from './words.ts';

/** Every figure on both sides, and its change with its interval. */
export function ChangesTable({ view, voice }: { view: CompareView; voice: Voice }) {
  const { report, query, lang, figure } = view;
  const { figures } = wordsOf(voice.locale);
  const reach = reachOf(report.figures);
  return (
    <section aria-labelledby="all-figures">
      <h2 id="all-figures">{figures.heading}</h2>
      <p class="intro">{figures.intro}</p>
      <ScrollBox label={figures.heading}>
        <table class="data changes">
          <caption class="unseen">{figures.heading}</caption>
          <thead>
            <tr>
              <th scope="col">{figures.columns.figure}</th>
              <th scope="col" class="word">
                {figures.columns.verdict}
              </th>
              <th scope="col">{figures.columns.before}</th>
              <th scope="col">{figures.columns.after}</th>
              <th scope="col">{figures.columns.crude}</th>
              <th scope="col">{figures.columns.adjusted}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {report.figures.map((change) => {
              const { before, after, crude, adjusted, verdict, unit } = change;
              const amounts = amountsOf(change, view, voice);
              const key = figureKey(change);
              const cell = (of: Interval) =>
                of.value === null || of.low === null || of.high === null ? (
                  '–'
                ) : (
                  <>
                    <b>{amounts.change(of.value)}</b>
                    <br />
                    <span class="quiet">
                      {figures.interval(amounts.change(of.low), amounts.change(of.high))}
                    </span>
                  </>
                );
              return (
                <tr>
                  <th scope="row">
                    <a
                      class="sentence"
                      href={link('', { ...query, figure: key, lang })}
                      aria-current={key === figure ? 'true' : undefined}
                      aria-label={figures.choose(amounts.name)}
                    >
                      {amounts.name}
                    </a>
                    <br />
                    <span class="quiet">{figures.unit[unit]}</span>
                  </th>
                  <td class={`word verdict is-${verdict.replace('_', '-')}`}>
                    {figures.verdict[verdict]}
                  </td>
                  {[before, after].map(({ value, n }) => (
                    <td>
                      {amounts.value(value)}
                      <br />
                      <span class="quiet">{amounts.count(n)}</span>
                    </td>
                  ))}
                  <td>{cell(crude)}</td>
                  <td>{adjusted ? cell(adjusted) : '–'}</td>
                  <td class="change-drawn">
                    {unit !== 'orders' && reach > 0 && (
                      <Intervals change={change} reach={reach} name={amounts.name} voice={voice} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

/** What an address names a figure by: `abandonment`, `stop:shipping`. */
export function figureKey({ figure, step }: Pick<FigureChange, 'figure' | 'step'>): string {
  return step === undefined ? figure : `${figure}:${step}`;
}

interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** Both intervals on a scale around zero that all lines share. */
function Intervals({
  change: { crude, adjusted },
  reach,
  name,
  voice,
}: {
  change: FigureChange;
  /** What the ends of the scale stand for. */
  reach: number;
  name: string;
  voice: Voice;
}) {
  const { figures } = wordsOf(voice.locale);
  const { points } = voice.format;
  const best = adjusted ?? crude;
  if (best.low === null || best.high === null) return null;
  const x = (value: number) => 500 + (Math.max(-reach, Math.min(reach, value)) / reach) * 490;
  const bar = (of: Interval, kind: string, y: number, height: number) =>
    of.low === null || of.high === null ? null : (
      <rect
        class={kind}
        x={x(of.low).toFixed(1)}
        y={y}
        width={(x(of.high) - x(of.low)).toFixed(1)}
        height={height}
      />
    );
  return (
    <svg
      class="intervals"
      viewBox="0 0 1000 24"
      preserveAspectRatio="none"
      role="img"
      aria-label={figures.chart(name, figures.interval(points(best.low), points(best.high)))}
    >
      {bar(crude, 'is-crude', 4, 16)}
      {adjusted && bar(adjusted, 'is-held', 9, 6)}
      <line class="zero" x1="500" x2="500" y1="0" y2="24" />
    </svg>
  );
}

/** The farthest end of any interval of a share. */
function reachOf(figures: readonly FigureChange[]): number {
  const ends = figures.flatMap(({ unit, crude, adjusted, verdict }) =>
    unit === 'orders' || verdict === 'too_few'
      ? []
      : [crude.low, crude.high, adjusted?.low, adjusted?.high],
  );
  return Math.max(0, ...ends.map((end) => Math.abs(end ?? 0)));
}
