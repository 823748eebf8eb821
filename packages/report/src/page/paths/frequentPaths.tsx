/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PathsReport } from '../../paths/paths.ts';
import type { Voice } from '../voice.ts';
import { markName } from './markName.ts';
import { nodeName } from './nodeName.ts';
import { pathWords } from './words.ts';

/** The most frequent paths, each as one line of steps, with a bar to scale. */
export function FrequentPaths({ report, voice }: { report: PathsReport; voice: Voice }) {
  const { format, locale } = voice;
  const words = pathWords(locale);
  const back = report.root?.direction === 'to';
  const most = report.frequent[0]?.journeys ?? 0;
  return (
    <section class="frequent" aria-labelledby="frequent-heading">
      <h2 id="frequent-heading">{words.frequent.heading}</h2>
      <p class="intro">{words.frequent.intro}</p>
      <ol>
        {report.frequent.map(({ steps, end, journeys, share }) => {
          const ending = (
            <li class={`frequent-end is-end-${end}`}>
              {nodeName({ kind: end, step: '' }, { voice, back })}
            </li>
          );
          return (
            <li>
              <p>
                <b>{words.journeys(journeys, format.count(journeys))}</b>{' '}
                <span class="quiet">
                  {share.value !== null && format.percent(share.value)}
                  {share.low !== null &&
                    share.high !== null &&
                    ` (${format.percentRange(share.low, share.high)})`}
                </span>
              </p>
              <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  class="is-rest"
                  x="0"
                  y="0"
                  width={((journeys / most) * 1000).toFixed(1)}
                  height="10"
                />
              </svg>
              <ol class="frequent-steps">
                {back && ending}
                {steps.map((step) => (
                  <li>{markName(step, voice)}</li>
                ))}
                {!back && ending}
              </ol>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
