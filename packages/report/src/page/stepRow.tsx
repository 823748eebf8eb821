/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import type { StepCounts } from '../stepsReport.ts';
import { Cash } from './cash.tsx';
import { nextStep } from './nextStep.ts';
import { otherMoney } from './otherMoney.ts';
import { StepBar } from './stepBar.tsx';
import { leftWhere, stepName } from './stepNames.ts';
import type { Voice } from './voice.ts';

/** One step of the stream: how many carts got here, and what was left. */
export function StepRow({
  step,
  next,
  report,
  most,
  voice,
}: {
  step: StepCounts;
  next: StepCounts | undefined;
  report: AbandonmentReport;
  /** The most money that was left at any step, in major units. */
  most: number;
  voice: Voice;
}) {
  const { text, format } = voice;
  const { currency } = report.value;
  const { rate } = step;
  const left = Number(step.valueLeft);
  const share = most === 0 ? 0 : left / most;
  const asides = [
    step.skipped > 0 && text.steps.skipped(format.count(step.skipped)),
    step.openHere > 0 && text.steps.open(format.count(step.openHere)),
    step.emptiedHere > 0 && text.steps.emptied(format.count(step.emptiedHere)),
  ].filter(Boolean);

  return (
    <li class={left > 0 && left === most ? 'step step-most' : 'step'}>
      <div class="step-name">
        <h3>{stepName(step.step, text)}</h3>
        <p>
          {text.steps.reached(text.units.carts(step.reached, format.count(step.reached)))},{' '}
          {text.steps.continued(format.count(step.continued))}
        </p>
        {asides.length > 0 && <p class="quiet">{asides.join(', ')}</p>}
        {step.medianSecondsHere !== null && (
          <p class="quiet">{text.steps.median(format.duration(step.medianSecondsHere))}</p>
        )}
      </div>
      <StepBar
        all={report.carts.created}
        parts={[
          ['continued', step.continued],
          ['skipped', step.skipped],
          ['emptied', step.emptiedHere],
          ['open', step.openHere],
          ['left', step.stoppedHere],
        ]}
        leads={step.stoppedHere > 0}
        onward={next ? next.reached + next.skipped : report.carts.ordered}
      />
      <div class="step-left">
        {step.stoppedHere === 0 ? (
          <p class="quiet">{text.steps.noneLeft}</p>
        ) : (
          <>
            <p class="step-money">
              <Cash money={{ currency, amount: step.valueLeft }} voice={voice} glance />
              <span class="also">{otherMoney(step.otherValuesLeft, voice)}</span>
            </p>
            <svg
              class="step-share"
              viewBox="0 0 1000 10"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect class="is-left" x="0" y="0" width={(share * 1000).toFixed(2)} height="10" />
            </svg>
            <p>
              <b>{text.units.carts(step.stoppedHere, format.count(step.stoppedHere))}</b>{' '}
              {text.steps.left(leftWhere(step.step, nextStep(step.step, report.steps), text))}
            </p>
          </>
        )}
        {step.stoppedHere > 0 && rate.value !== null && rate.low !== null && rate.high !== null && (
          <p class="quiet">
            {text.steps.rate(
              format.percent(rate.value),
              format.percentRange(rate.low, rate.high),
              text.units.carts(rate.n, format.count(rate.n)),
            )}
          </p>
        )}
        {step.recoveredFromHere > 0 && (
          <p class="quiet">{text.steps.recovered(format.count(step.recoveredFromHere))}</p>
        )}
      </div>
    </li>
  );
}
