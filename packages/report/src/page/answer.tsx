/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import type { StepCounts } from '../stepsReport.ts';
import { Cash } from './cash.tsx';
import { nextStep } from './nextStep.ts';
import { otherMoney } from './otherMoney.ts';
import { leftWhere } from './stepNames.ts';
import type { Voice } from './voice.ts';

/** The report in a sentence or two: where most is left, and how much of it all that is. */
export function Answer({ report, voice }: { report: AbandonmentReport; voice: Voice }) {
  const { text, format } = voice;
  const { carts, value, steps } = report;
  const left = carts.abandoned + carts.lost;
  if (carts.created === 0 || left === 0) {
    return (
      <p class="answer">
        {carts.created === 0 ? text.answer.noCarts : text.answer.nothingLeft}
        {carts.created === 0 && <span class="answer-more">{text.answer.tryLonger}</span>}
      </p>
    );
  }

  // Shops that tell no prices still learn where most carts stay.
  const byMoney = Number(value.left) > 0;
  const measure = (step: StepCounts) => (byMoney ? Number(step.valueLeft) : step.stoppedHere);
  const most = steps.reduce((best, step) => (measure(step) > measure(best) ? step : best));

  const where = <strong>{leftWhere(most.step, nextStep(most.step, steps), text)}</strong>;
  const inCarts = text.units.carts(most.stoppedHere, format.count(most.stoppedHere));
  const allCarts = text.units.carts(left, format.count(left));
  const { currency } = value;
  return (
    <p class="answer">
      {byMoney
        ? text.answer.money(
            where,
            <strong>
              <Cash money={{ currency, amount: most.valueLeft }} voice={voice} glance />
              {otherMoney(most.otherValuesLeft, voice)}
            </strong>,
            inCarts,
          )
        : text.answer.carts(where, <strong>{inCarts}</strong>)}
      <span class="answer-more">
        {byMoney
          ? text.answer.share(
              format.percent(Number(most.valueLeft) / Number(value.left)),
              format.moneyAtAGlance({ currency, amount: value.left }),
            )
          : text.answer.shareOfCarts(format.percent(most.stoppedHere / left), allCarts)}
      </span>
    </p>
  );
}
