/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { OverviewReport } from '../../overview/overview.ts';
import type { Rate } from '../../wilson.ts';
import { Cash } from '../cash.tsx';
import { Change, RateChange } from '../change.tsx';
import { Figure } from '../figures.tsx';
import { otherMoney } from '../otherMoney.ts';
import { sameAge } from '../sameAge.ts';
import type { Voice } from '../voice.ts';
import { wordsOf } from './words.ts';

type Sum = 'atRisk' | 'lost' | 'recovered' | 'ordered';

/** The figures of the period, each beside what it was. */
export function OverviewFigures({ report, voice }: { report: OverviewReport; voice: Voice }) {
  const { text, format, locale } = voice;
  const { figures: words } = wordsOf(locale);
  const { abandonment, conversion, previous } = report;
  const { carts, value, otherValues, rate } = abandonment;
  const before = previous && previous.abandonment.carts.created > 0 ? previous : null;
  // What takes time to become can only be compared at the same age.
  const grown = before && sameAge(abandonment, before.abandonment) ? before : null;
  const { currency } = value;

  const money = (name: Sum) => (
    <>
      <Cash money={{ currency, amount: value[name] }} voice={voice} glance />
      <span class="also">
        {otherMoney(
          otherValues.map((sums) => ({ currency: sums.currency, amount: sums[name] })),
          voice,
        )}
      </span>
    </>
  );
  const moneyChange = (name: Sum) =>
    grown && (
      <Change
        now={Number(value[name])}
        before={Number(grown.abandonment.value[name])}
        shown={format.moneyAtAGlance({ currency, amount: grown.abandonment.value[name] })}
        voice={voice}
      />
    );
  const countChange = (name: 'created' | 'ordered') =>
    before && (
      <Change
        now={carts[name]}
        before={before.abandonment.carts[name]}
        shown={format.count(before.abandonment.carts[name])}
        voice={voice}
      />
    );
  const count = (n: number) => <data value={String(n)}>{format.count(n)}</data>;
  const share = ({ value }: Rate) =>
    value === null ? '–' : <data value={String(value)}>{format.percent(value)}</data>;
  const range = ({ low, high }: Rate) => format.percentRange(low ?? 0, high ?? 0);
  const inCarts = (n: number) => text.units.carts(n, format.count(n));
  const orders = (n: number) => text.units.orders(n, format.count(n));

  return (
    <section aria-labelledby="figures-heading">
      <h2 class="unseen" id="figures-heading">
        {words.heading}
      </h2>
      <dl class="figures overview-figures">
        <Figure
          name={words.rate}
          value={share(rate)}
          notes={[
            rate.value === null ? words.noRate : words.rateNote(range(rate), inCarts(rate.n)),
          ]}
          change={
            before && <RateChange now={rate} before={before.abandonment.rate} voice={voice} />
          }
        />
        <Figure
          name={words.atRisk}
          value={money('atRisk')}
          notes={[text.figures.atRiskNote(inCarts(carts.abandoned))]}
          change={moneyChange('atRisk')}
        />
        <Figure
          name={words.lost}
          value={money('lost')}
          notes={[text.figures.lostNote(inCarts(carts.lost))]}
          change={moneyChange('lost')}
        />
        <Figure
          name={words.recovered}
          value={money('recovered')}
          notes={[words.recoveredNote(orders(carts.recovered))]}
          change={moneyChange('recovered')}
        />
        <Figure
          name={words.carts}
          value={count(carts.created)}
          notes={[words.cartsNote(format.count(carts.open))]}
          change={countChange('created')}
        />
        <Figure
          name={words.orders}
          value={count(carts.ordered)}
          notes={[carts.direct > 0 && text.figures.direct(format.count(carts.direct))]}
          change={grown && countChange('ordered')}
        />
        <Figure
          name={words.revenue}
          value={money('ordered')}
          notes={[words.revenueNote]}
          change={moneyChange('ordered')}
        />
        <Figure
          name={words.conversion}
          value={share(conversion.rate)}
          notes={[
            conversion.rate.value === null
              ? words.noConversion
              : words.conversionNote(
                  orders(conversion.ordered),
                  format.count(conversion.begun - conversion.underWay),
                  range(conversion.rate),
                ),
          ]}
          change={
            grown && (
              <RateChange now={conversion.rate} before={grown.conversion.rate} voice={voice} />
            )
          }
        />
      </dl>
      <p class="compared quiet">{words.unit}</p>
    </section>
  );
}
