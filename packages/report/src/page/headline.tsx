/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import { RateChange } from './change.tsx';
import { Figures } from './figures.tsx';
import { RateRuler } from './rateRuler.tsx';
import type { Voice } from './voice.ts';

/** Fewer settled carts than this, and the page says that they are few. */
const FEW = 30;

/** The rate, how sure it is, and the sums behind it. */
export function Headline({
  report,
  previous,
  voice,
}: {
  report: AbandonmentReport;
  previous: AbandonmentReport | undefined;
  voice: Voice;
}) {
  const { text, format } = voice;
  const { rate, rateWithoutDirect, carts } = report;
  return (
    <section class="headline" aria-labelledby="rate-heading">
      <div class="rate">
        <h2 id="rate-heading">{text.rate.label}</h2>
        {rate.value === null || rate.low === null || rate.high === null ? (
          <>
            <p class="rate-value">–</p>
            <p>{text.rate.none}</p>
          </>
        ) : (
          <>
            <p class="rate-value">
              <data value={String(rate.value)}>{format.percent(rate.value)}</data>
            </p>
            <RateRuler rate={rate} before={previous?.rate} voice={voice} />
            <p class="rate-sentence">
              {text.rate.sentence(
                <b>{format.percent(rate.value)}</b>,
                format.percentRange(rate.low, rate.high),
                rate.n,
                format.count(rate.n),
              )}{' '}
              {rate.n < FEW && <b>{text.rate.few}</b>}
            </p>
            {previous && (
              <p>
                <RateChange now={rate} before={previous.rate} voice={voice} />
              </p>
            )}
            {carts.direct > 0 &&
              rateWithoutDirect.value !== null &&
              rateWithoutDirect.low !== null &&
              rateWithoutDirect.high !== null && (
                <p class="quiet">
                  {text.rate.withoutDirect(
                    format.percent(rateWithoutDirect.value),
                    format.percentRange(rateWithoutDirect.low, rateWithoutDirect.high),
                    text.units.orders(carts.direct, format.count(carts.direct)),
                  )}
                </p>
              )}
          </>
        )}
      </div>
      <Figures report={report} previous={previous} voice={voice} />
    </section>
  );
}
