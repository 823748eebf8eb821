/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import { isStandard } from '../stepOrder.ts';
import type { StepCounts } from '../stepsReport.ts';
import { Cash } from './cash.tsx';
import { otherMoney } from './otherMoney.ts';
import { StepBar } from './stepBar.tsx';
import { StepRow } from './stepRow.tsx';
import { StepsTable } from './stepsTable.tsx';
import { Swatch } from './swatch.tsx';
import type { Voice } from './voice.ts';

/** Steps of the shop's own that are drawn. Anyone can make names up; the table has them all. */
const OWN_STEPS_DRAWN = 12;

const LEGEND = ['continued', 'skipped', 'emptied', 'open', 'left'] as const;

/** The checkout to scale: a stream of carts, and what leaves it at each step. */
export function StepsChart({ report, voice }: { report: AbandonmentReport; voice: Voice }) {
  const { text, format } = voice;
  const { carts, value, otherValues, steps } = report;
  const drawn = drawnSteps(steps);
  const most = Math.max(...steps.map(({ valueLeft }) => Number(valueLeft)));
  return (
    <section class="steps" aria-labelledby="steps-heading">
      <h2 id="steps-heading">{text.steps.heading}</h2>
      <p class="intro">{text.steps.intro}</p>
      <ul class="legend">
        {LEGEND.map((part) => (
          <li>
            <Swatch of={part} />
            {text.steps.legend[part]}
          </li>
        ))}
      </ul>
      <ol class="stream">
        {drawn.map((step, index) => (
          <StepRow step={step} next={drawn[index + 1]} report={report} most={most} voice={voice} />
        ))}
        <li class="step step-end">
          <div class="step-name">
            <h3>{text.steps.ordered}</h3>
            <p>{text.units.orders(carts.ordered, format.count(carts.ordered))}</p>
          </div>
          <StepBar all={carts.created} parts={[['ordered', carts.ordered]]} onward={0} />
          <div class="step-left">
            <p class="step-worth">
              <Cash
                money={{ currency: value.currency, amount: value.ordered }}
                voice={voice}
                glance
              />
              <span class="also">
                {otherMoney(
                  otherValues.map(({ currency, ordered }) => ({ currency, amount: ordered })),
                  voice,
                )}
              </span>
            </p>
          </div>
        </li>
      </ol>
      {drawn.length < steps.length && (
        <p class="quiet">{text.steps.more(format.count(steps.length - drawn.length))}</p>
      )}
      <details id="steps-table">
        <summary>{text.steps.table}</summary>
        <StepsTable report={report} voice={voice} />
      </details>
    </section>
  );
}

function drawnSteps(steps: readonly StepCounts[]): StepCounts[] {
  const own = steps.filter(({ step }) => !isStandard(step));
  const common = new Set(own.sort((a, b) => b.reached - a.reached).slice(0, OWN_STEPS_DRAWN));
  return steps.filter((step) => isStandard(step.step) || common.has(step));
}
