/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CartState } from '@cartograph/journey';
import type { AbandonmentReport } from '../abandonment.ts';
import { Cash } from './cash.tsx';
import { Swatch } from './swatch.tsx';
import type { Voice } from './voice.ts';

/** Every cart of the period is in exactly one of these, so that they add up to all. */
const STATES: readonly CartState[] = ['ordered', 'emptied', 'open', 'abandoned', 'lost'];

/** What became of the carts, as one bar to scale. */
export function Balance({ report, voice }: { report: AbandonmentReport; voice: Voice }) {
  const { text, format } = voice;
  const { carts, otherValues } = report;
  const x = (n: number) => ((n / carts.created) * 1000).toFixed(2);
  let before = 0;
  return (
    <section class="balance" aria-labelledby="balance-heading">
      <h2 id="balance-heading">
        {text.figures.balance(text.units.carts(carts.created, format.count(carts.created)))}
      </h2>
      <svg class="balance-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        {STATES.map((state) => {
          const start = before;
          before += carts[state];
          return (
            <rect class={`is-${state}`} x={x(start)} y="0" width={x(carts[state])} height="10" />
          );
        })}
      </svg>
      <ul class="legend">
        {STATES.map((state) => (
          <li>
            <Swatch of={state} />
            <b>{format.count(carts[state])}</b> {text.figures.states[state]}
          </li>
        ))}
      </ul>
      {otherValues.length > 0 && (
        <div class="others">
          <h3>{text.figures.otherCurrencies}</h3>
          <ul>
            {otherValues.map(({ currency, created, left, ordered }) => (
              <li>
                {text.figures.created} <Cash money={{ currency, amount: created }} voice={voice} />,{' '}
                {text.figures.ordered} <Cash money={{ currency, amount: ordered }} voice={voice} />,{' '}
                {text.figures.left} <Cash money={{ currency, amount: left }} voice={voice} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
