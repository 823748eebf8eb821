/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FunnelReport } from '../../funnel/funnel.ts';
import type { FunnelStep } from '../../funnel/funnelCounts.ts';
import type { Rate } from '../../wilson.ts';
import { link } from '../link.ts';
import { markName } from '../paths/markName.ts';
import type { ReportView } from '../reportView.ts';
import { StepBar } from '../stepBar.tsx';
import { Swatch } from '../swatch.tsx';
import type { Voice } from '../voice.ts';
import { funnelWords } from './words.ts';

/** The funnel to scale: a stream of journeys, and what leaves it at each step. */
export function FunnelSteps({
  report,
  view,
  voice,
}: {
  report: FunnelReport;
  view: ReportView;
  voice: Voice;
}) {
  const words = funnelWords(voice.locale).steps;
  const { steps } = report;
  const legend = (['continued', 'skipped', 'open', 'left'] as const).filter(
    (part) =>
      (part !== 'skipped' || steps.some(({ optional }) => optional)) &&
      (part !== 'open' || steps.some(({ open }) => open > 0)),
  );
  return (
    <section class="funnel-steps" aria-labelledby="funnel-heading">
      <h2 id="funnel-heading">{words.heading}</h2>
      <p class="intro">{words.intro}</p>
      <ul class="legend">
        {legend.map((part) => (
          <li>
            <Swatch of={part} />
            {words.legend[part]}
          </li>
        ))}
      </ul>
      <ol class="stream">
        {steps.map((_, place) => (
          <Row report={report} place={place} view={view} voice={voice} />
        ))}
      </ol>
    </section>
  );
}

function Row({
  report,
  place,
  view,
  voice,
}: {
  report: FunnelReport;
  place: number;
  view: ReportView;
  voice: Voice;
}) {
  const { format, locale } = voice;
  const words = funnelWords(locale);
  const { steps, entered } = report;
  const step = steps[place]!;
  const { optional, reached, rate, fromBefore, medianSeconds } = step;
  const isLast = place === steps.length - 1;
  const inJourneys = words.journeys(reached, format.count(reached));
  const hint = (share: Rate, say: (share: string, range: string) => string) =>
    share.value !== null &&
    share.low !== null &&
    share.high !== null &&
    say(format.percent(share.value), format.percentRange(share.low, share.high));

  return (
    <li class={isLast ? 'step step-end' : 'step'}>
      <div class="step-name">
        <h3>
          {format.count(place + 1)}. {markName(step.step, voice)}
        </h3>
        <p>{optional ? words.steps.did(inJourneys) : words.steps.reached(inJourneys)}</p>
        {place > 0 && <p class="quiet">{hint(rate, words.steps.ofAll)}</p>}
        {fromBefore.n < entered && <p class="quiet">{hint(fromBefore, words.steps.ofBefore)}</p>}
        {medianSeconds !== null && (
          <p class="quiet">{words.steps.median(format.duration(medianSeconds))}</p>
        )}
      </div>
      <StepBar
        all={entered}
        parts={partsOf(report, place)}
        leads={step.stopped > 0}
        onward={isLast ? 0 : (nextRequired(steps, place)?.reached ?? 0)}
      />
      <div class="step-left">
        {optional && <p class="quiet">{words.steps.optional}</p>}
        {!optional && !isLast && (
          <Stopped step={step} number={place + 1} view={view} voice={voice} />
        )}
        {isLast && reached > 0 && (
          <p>
            <a href={showHref(place + 1, view)}>{words.steps.seeConverted}</a>
          </p>
        )}
      </div>
    </li>
  );
}

function Stopped({
  step: { stopped, open, reached },
  number,
  view,
  voice: { format, locale },
}: {
  step: FunnelStep;
  number: number;
  view: ReportView;
  voice: Voice;
}) {
  const words = funnelWords(locale);
  if (stopped + open === 0) return <p class="quiet">{words.steps.noneStopped}</p>;
  return (
    <>
      <p class="step-worth">
        {words.steps.stopped(words.journeys(stopped, format.count(stopped)))}
      </p>
      <p class="quiet">
        {words.steps.stoppedRate(format.percent(stopped / reached))}
        {open > 0 && `, ${words.steps.open(format.count(open))}`}
      </p>
      <p>
        <a href={showHref(number, view)}>{words.steps.see}</a>
      </p>
    </>
  );
}

function partsOf({ steps }: FunnelReport, place: number): Parameters<typeof StepBar>[0]['parts'] {
  const { optional, reached, skipped, stopped, open } = steps[place]!;
  if (place === steps.length - 1) return [['ordered', reached]];
  if (!optional) {
    return [
      ['continued', reached - stopped - open],
      ['open', open],
      ['left', stopped],
    ];
  }
  return [
    ['continued', reached],
    ['skipped', skipped],
  ];
}

function nextRequired(steps: readonly FunnelStep[], place: number): FunnelStep | undefined {
  return steps.find(({ optional }, other) => other > place && !optional);
}

function showHref(step: number, { query, lang }: ReportView): string {
  return `${link('', { ...query, show: String(step), lang })}#shown`;
}
