/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AfterOrders } from '../../retention/retentionReport.ts';
import { Answers } from '../map/feltCell.tsx';
import { otherMoney } from '../otherMoney.ts';
import type { Voice } from '../voice.ts';
import type { Words } from './en.ts';

const ROWS = ['reviewed', 'shared', 'referred', 'surveyed', 'refunded'] as const;

/** What came of the period's orders, and what was answered after them. */
export function AfterList({
  after,
  words,
  voice,
}: {
  after: AfterOrders;
  words: Words;
  voice: Voice;
}) {
  const { format, text } = voice;
  const { value, otherValues } = after.refunds;
  return (
    <section class="after" aria-labelledby="after-heading">
      <h2 id="after-heading">{words.after.heading}</h2>
      <p class="intro">
        {words.after.intro(text.units.orders(after.orders, format.count(after.orders)))}
      </p>
      <dl class="figures">
        {ROWS.map((row) => {
          const rate = after[row];
          const isMeasured = rate.value !== null && rate.value > 0;
          return (
            <div class="figure">
              <dt>{words.after[row]}</dt>
              <dd class="figure-value">{isMeasured ? format.percent(rate.value!) : '–'}</dd>
              <dd class="quiet">
                {isMeasured
                  ? words.orders.ofOrders(
                      format.percentRange(rate.low!, rate.high!),
                      text.units.orders(rate.n, format.count(rate.n)),
                    )
                  : words.after.nothing}
              </dd>
              {row === 'refunded' && isMeasured && (
                <dd>
                  {words.after.money(format.money(value))}
                  {otherMoney(otherValues, voice)}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      <h3>{words.satisfaction.heading}</h3>
      {after.satisfaction.length === 0 && <p class="quiet">{words.satisfaction.nothing}</p>}
      {after.satisfaction.map((answers) => (
        <Answers answers={answers} words={words} voice={voice} />
      ))}
    </section>
  );
}
