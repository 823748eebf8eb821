/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TimeToConvert } from '../../funnel/timeToConvert.ts';
import type { Voice } from '../voice.ts';
import { funnelWords } from './words.ts';

/** How long journeys took from the first step to the last: the median, and how many took how long. */
export function TimeChart({ time, voice }: { time: TimeToConvert; voice: Voice }) {
  const { format, locale } = voice;
  const words = funnelWords(locale);
  const { medianSeconds, histogram } = time;
  const most = Math.max(...histogram.map(({ journeys }) => journeys));
  const all = histogram.reduce((sum, { journeys }) => sum + journeys, 0);
  const span = (from: number, to: number | null) => {
    if (from === 0) return words.time.under(format.duration(to!));
    if (to === null) return words.time.over(format.duration(from));
    return words.time.between(format.duration(from), format.duration(to));
  };
  return (
    <section class="funnel-time" aria-labelledby="time-heading">
      <h2 id="time-heading">{words.time.heading}</h2>
      {medianSeconds === null ? (
        <p class="intro">{words.time.none}</p>
      ) : (
        <>
          <p class="intro">{words.time.median(format.duration(medianSeconds, 'long'))}</p>
          <table class="data bars">
            <caption>{words.time.chart}</caption>
            <tbody>
              {histogram.map(({ fromSeconds, toSeconds, journeys }) => (
                <tr>
                  <th scope="row">{span(fromSeconds, toSeconds)}</th>
                  <td class="bar-cell">
                    <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect
                        class="is-ordered"
                        x="0"
                        y="0"
                        width={((journeys / most) * 1000).toFixed(1)}
                        height="10"
                      />
                    </svg>
                  </td>
                  <td>{format.count(journeys)}</td>
                  <td class="quiet">{format.percent(journeys / all)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
