/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { AbandonmentReport, ValueSums } from '../abandonment.ts';
import { Cash } from './cash.tsx';
import { Change } from './change.tsx';
import { otherMoney } from './otherMoney.ts';
import { sameAge } from './sameAge.ts';
import type { Voice } from './voice.ts';

type SumName = Exclude<keyof ValueSums, 'currency'>;

/** What the carts of the period came to, and how that has changed. */
export function Figures({
  report,
  previous,
  voice,
}: {
  report: AbandonmentReport;
  previous: AbandonmentReport | undefined;
  voice: Voice;
}) {
  const { text, format } = voice;
  const { carts, value, otherValues } = report;
  const { figures, units } = text;
  const { currency } = value;

  const inCarts = (n: number) => units.carts(n, format.count(n));
  const others = (name: SumName) =>
    otherMoney(
      otherValues.map((sums) => ({ currency: sums.currency, amount: sums[name] })),
      voice,
    );
  const cash = (name: SumName) => (
    <>
      <Cash money={{ currency, amount: value[name] }} voice={voice} glance />
      <span class="also">{others(name)}</span>
    </>
  );
  const inAll = (name: SumName) =>
    format.moneyAtAGlance({ currency, amount: value[name] }) + others(name);
  // What takes time to become can only be compared at the same age.
  const grown = previous !== undefined && sameAge(report, previous);
  const countChange = (name: 'created' | 'ordered' | 'recovered' | 'open') =>
    previous && (
      <Change
        now={carts[name]}
        before={previous.carts[name]}
        shown={format.count(previous.carts[name])}
        voice={voice}
      />
    );

  const moneyChange = (name: 'left' | 'atRisk' | 'lost') =>
    previous && (
      <Change
        now={Number(value[name])}
        before={Number(previous.value[name])}
        shown={format.moneyAtAGlance({ currency, amount: previous.value[name] })}
        voice={voice}
      />
    );

  return (
    <dl class="figures" aria-label={figures.heading}>
      <Figure
        name={figures.left}
        wide
        value={cash('left')}
        notes={[figures.in(inCarts(carts.abandoned + carts.lost))]}
        change={moneyChange('left')}
      />
      <Figure
        name={figures.atRisk}
        value={cash('atRisk')}
        notes={[figures.atRiskNote(inCarts(carts.abandoned))]}
        change={grown && moneyChange('atRisk')}
      />
      <Figure
        name={figures.lost}
        value={cash('lost')}
        notes={[figures.lostNote(inCarts(carts.lost))]}
        change={grown && moneyChange('lost')}
      />
      <Figure
        name={figures.created}
        value={<data value={String(carts.created)}>{format.count(carts.created)}</data>}
        notes={[figures.worth(inAll('created'))]}
        change={countChange('created')}
      />
      <Figure
        name={figures.ordered}
        value={<data value={String(carts.ordered)}>{format.count(carts.ordered)}</data>}
        notes={[
          figures.worth(inAll('ordered')),
          carts.direct > 0 && figures.direct(format.count(carts.direct)),
        ]}
        change={countChange('ordered')}
      />
      <Figure
        name={figures.recovered}
        value={<data value={String(carts.recovered)}>{format.count(carts.recovered)}</data>}
        notes={[figures.worth(inAll('recovered')), figures.recoveredNote]}
        change={grown && countChange('recovered')}
      />
      <Figure
        name={figures.open}
        value={<data value={String(carts.open)}>{format.count(carts.open)}</data>}
        notes={[figures.openNote(inAll('open'))]}
        change={grown && countChange('open')}
      />
    </dl>
  );
}

export function Figure({
  name,
  value,
  notes,
  change,
  wide,
}: {
  name: string;
  value: Child;
  notes: readonly (string | false)[];
  change?: Child;
  wide?: boolean;
}) {
  return (
    <div class={wide ? 'figure figure-wide' : 'figure'}>
      <dt>{name}</dt>
      <dd class="figure-value">{value}</dd>
      <dd class="quiet">{notes.filter(Boolean).join(', ')}</dd>
      {change && <dd>{change}</dd>}
    </div>
  );
}
