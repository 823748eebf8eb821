/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import { Cash } from './cash.tsx';
import { otherMoney } from './otherMoney.ts';
import { ScrollBox } from './scrollBox.tsx';
import { stepName } from './stepNames.ts';
import type { Voice } from './voice.ts';

/** Every figure of every step. */
export function StepsTable({ report, voice }: { report: AbandonmentReport; voice: Voice }) {
  const { text, format } = voice;
  const { columns } = text.steps;
  const { currency } = report.value;
  return (
    <ScrollBox label={text.steps.table}>
      <table class="data">
        <caption>{text.steps.unit}</caption>
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.steps.map((step) => (
            <tr>
              <th scope="row">{stepName(step.step, text)}</th>
              <td>{format.count(step.reached)}</td>
              <td>{format.count(step.continued)}</td>
              <td>{format.count(step.skipped)}</td>
              <td>{format.count(step.stoppedHere)}</td>
              <td>{format.count(step.openHere)}</td>
              <td>{format.count(step.emptiedHere)}</td>
              <td>{step.rate.value === null ? '–' : format.percent(step.rate.value)}</td>
              <td>
                {step.rate.low === null || step.rate.high === null
                  ? '–'
                  : format.percentRange(step.rate.low, step.rate.high)}
              </td>
              <td>
                <Cash money={{ currency, amount: step.valueLeft }} voice={voice} />
                {otherMoney(step.otherValuesLeft, voice)}
              </td>
              <td>
                {step.medianSecondsHere === null ? '–' : format.duration(step.medianSecondsHere)}
              </td>
              <td>{format.count(step.recoveredFromHere)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
