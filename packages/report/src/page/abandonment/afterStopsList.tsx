/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentAnswer } from '../../abandonmentAnswer.ts';
import type { AfterStops, MarkCount } from '../../afterStops.ts';
import { markName } from '../journeys/markName.ts';
import { link, sitePath } from '../link.ts';
import { nextStep } from '../nextStep.ts';
import type { ReportView } from '../reportView.ts';
import { leftWhere } from '../stepNames.ts';
import { Swatch } from '../swatch.tsx';
import type { Voice } from '../voice.ts';
import { wordsOf } from './wordsOf.ts';

/** What can come after a stop, and what it is drawn with. They add up to all stops. */
const OUTCOMES = [
  ['ordered', 'ordered'],
  ['wentFurther', 'skipped'],
  ['moving', 'open'],
  ['emptied', 'emptied'],
  ['leftAgain', 'lost'],
  ['nothing', 'left'],
] as const;

/** Marks that are shown of each list. */
const SHOWN = 3;

/** What came after the stops, step by step: how many, how long after, and with what they came back. */
export function AfterStopsList({
  report,
  view: { site, query, lang },
  voice,
}: {
  report: AbandonmentAnswer;
  view: ReportView;
  voice: Voice;
}) {
  const { text, format } = voice;
  const words = wordsOf(voice.locale).next;
  const { afterStops, steps } = report;
  const journeys = sitePath(site, 'journeys');
  const { by: _, ...asked } = query;
  const most = Math.max(...afterStops.map(({ stops }) => stops));
  if (afterStops.length === 0) return null;

  return (
    <section class="after" aria-labelledby="after-heading">
      <h2 id="after-heading">{words.heading}</h2>
      <p class="intro">{words.intro}</p>
      <ul class="legend">
        {OUTCOMES.map(([outcome, look]) => (
          <li>
            <Swatch of={look} />
            {words.outcomes[outcome]}
          </li>
        ))}
      </ul>
      <ol>
        {afterStops.map((after) => (
          <li class="after-step">
            <div class="after-what">
              <h3 class="sentence">{leftWhere(after.step, nextStep(after.step, steps), text)}</h3>
              <p class="quiet">{words.stops(after.stops, format.count(after.stops))}</p>
              <p>
                <a href={link(journeys, { ...asked, stopped: after.step, lang })}>
                  {words.journeys}
                </a>
              </p>
            </div>
            <div class="after-came">
              <OutcomeBar after={after} most={most} />
              <p>
                {OUTCOMES.filter(([outcome]) => after[outcome] > 0).map(([outcome], place) => (
                  <>
                    {place > 0 && ', '}
                    <b>{format.count(after[outcome])}</b> {words.outcomes[outcome]}
                  </>
                ))}
              </p>
              <p class="quiet">
                {after.medianSecondsAway === null
                  ? words.none
                  : words.away(format.duration(after.medianSecondsAway))}
              </p>
              {after.known > 0 && (
                <div class="after-marks">
                  <Marks heading={words.last} marks={after.last} voice={voice} />
                  <Marks heading={words.back} marks={after.back} voice={voice} />
                  {after.known < after.stops && (
                    <p class="quiet">
                      {words.known(format.count(after.known), format.count(after.stops))}
                    </p>
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OutcomeBar({ after, most }: { after: AfterStops; most: number }) {
  const x = (stops: number) => ((stops / most) * 1000).toFixed(2);
  let before = 0;
  return (
    <svg class="after-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      {OUTCOMES.map(([outcome, look]) => {
        const start = before;
        before += after[outcome];
        if (after[outcome] === 0) return null;
        return (
          <rect class={`is-${look}`} x={x(start)} y="0" width={x(after[outcome])} height="10" />
        );
      })}
    </svg>
  );
}

function Marks({
  heading,
  marks,
  voice,
}: {
  heading: string;
  marks: readonly MarkCount[];
  voice: Voice;
}) {
  if (marks.length === 0) return null;
  return (
    <div>
      <h4>{heading}</h4>
      <ul>
        {marks.slice(0, SHOWN).map(({ mark, stops }) => (
          <li>
            <b>{voice.format.count(stops)}</b> {markName(mark, voice)}
          </li>
        ))}
      </ul>
    </div>
  );
}
