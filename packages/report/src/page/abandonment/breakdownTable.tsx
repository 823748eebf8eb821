/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { AbandonmentAnswer } from '../../abandonmentAnswer.ts';
import type { BreakdownRow } from '../../abandonmentBreakdown.ts';
import { SEGMENT_KEYS } from '../../segment.ts';
import { Cash } from '../cash.tsx';
import { IntervalBar } from '../intervalBar.tsx';
import { link } from '../link.ts';
import { otherMoney } from '../otherMoney.ts';
import type { ReportView } from '../reportView.ts';
import { ScrollBox } from '../scrollBox.tsx';
import { valueName } from '../segmentPicker.tsx';
import type { Voice } from '../voice.ts';
import { wordsOf } from './wordsOf.ts';

/** The carts by device, channel and the like: a row a value, to be compared at a glance. */
export function BreakdownTable({
  report,
  view,
  voice,
}: {
  report: AbandonmentAnswer;
  view: ReportView;
  voice: Voice;
}) {
  const { text, format } = voice;
  const words = wordsOf(voice.locale).breakdown;
  const { by, overlaps, rows } = report.breakdown;
  const { query, lang } = view;
  const most = Math.max(...rows.map(({ valueLeft }) => Number(valueLeft)));
  const nameOf = ({ value, others }: BreakdownRow) =>
    value !== null
      ? valueName(by, value, voice)
      : others === undefined
        ? words.unknown
        : words.others(format.count(others));
  const isKnown = rows.some((row) => row.value !== null);
  const hint = words.howToKnow[by as keyof typeof words.howToKnow];
  const { carts, rate, value } = report;
  const all = { created: carts.created, open: carts.open, ordered: carts.ordered };

  return (
    <section class="breakdown" aria-labelledby="breakdown">
      <h2 id="breakdown">{words.heading}</h2>
      <p class="intro">
        {words.intro} {overlaps && words.overlaps}
      </p>
      <nav class="choices" aria-label={words.label}>
        {SEGMENT_KEYS.map((key) => (
          <a
            href={`${link('', { ...query, by: key, lang })}#breakdown`}
            aria-current={key === by ? 'true' : undefined}
          >
            {text.segment.keys[key]}
          </a>
        ))}
      </nav>
      {!isKnown && hint && <p class="intro">{hint}</p>}
      <ScrollBox label={words.heading}>
        <table class="data">
          <caption>{words.unit}</caption>
          <thead>
            <tr>
              <th scope="col">{text.segment.keys[by]}</th>
              <th scope="col" class="word breakdown-rate">
                {words.columns.rate}
              </th>
              <th scope="col">{words.columns.value}</th>
              <td />
              <th scope="col">{words.columns.left}</th>
              <th scope="col">{words.columns.created}</th>
              <th scope="col">{words.columns.ordered}</th>
              <th scope="col">{words.columns.open}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row" class="breakdown-name">
                  {row.value === null ? (
                    <span class="quiet">{nameOf(row)}</span>
                  ) : (
                    <a
                      href={link('', { ...query, [by]: row.value, lang })}
                      aria-label={words.only(nameOf(row))}
                    >
                      {nameOf(row)}
                    </a>
                  )}
                </th>
                <Figures row={row} currency={value.currency} voice={voice}>
                  <MoneyBar share={most === 0 ? 0 : Number(row.valueLeft) / most} />
                </Figures>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.all}</th>
              <Figures
                row={{
                  ...all,
                  value: null,
                  left: carts.abandoned + carts.lost,
                  rate,
                  valueLeft: value.left,
                  otherValuesLeft: report.otherValues.map(({ currency, left }) => ({
                    currency,
                    amount: left,
                  })),
                }}
                currency={value.currency}
                voice={voice}
              />
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </section>
  );
}

function Figures({
  row: { created, open, ordered, left, rate, valueLeft, otherValuesLeft },
  currency,
  voice,
  children,
}: {
  row: BreakdownRow;
  currency: string;
  voice: Voice;
  children?: Child;
}) {
  const { format } = voice;
  return (
    <>
      <td class="word breakdown-rate">
        {rate.value === null || rate.low === null || rate.high === null ? (
          '–'
        ) : (
          <>
            <b>{format.percent(rate.value)}</b>{' '}
            <span class="quiet">{format.percentRange(rate.low, rate.high)}</span>
            <IntervalBar rate={rate} />
          </>
        )}
      </td>
      <td>
        <Cash money={{ currency, amount: valueLeft }} voice={voice} glance />
        {otherMoney(otherValuesLeft, voice)}
      </td>
      <td class="breakdown-bar">{children}</td>
      <td>{format.count(left)}</td>
      <td>{format.count(created)}</td>
      <td>{format.count(ordered)}</td>
      <td>{format.count(open)}</td>
    </>
  );
}

function MoneyBar({ share }: { share: number }) {
  return (
    <svg class="money-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="is-left" x="0" y="0" width={(share * 1000).toFixed(1)} height="10" />
    </svg>
  );
}
