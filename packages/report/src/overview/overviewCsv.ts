import type { AbandonmentReport } from '../abandonment.ts';
import { toCsv } from '../csv.ts';
import type { OverviewReport, PeriodFigures } from './overview.ts';

interface Line {
  /** Empty for a figure of the whole period. `YYYY-MM-DD` */
  day: string;
  /** Empty for all carts. */
  step: string;
  figure: string;
  /** Money has its currency for a unit. */
  unit: string;
  value: string | number | null;
  low?: number | null;
  high?: number | null;
  n?: number;
  /** The same in the period before. */
  before?: string | number | null | undefined;
}

/** The report as CSV, one figure a line: of the period, and day by day with what was normal. */
export function overviewCsv(report: OverviewReport): string {
  const { from, to, asOf, timeZone } = report.abandonment;
  return toCsv([...linesOf(report)].map((line) => ({ from, to, asOf, timeZone, ...line })));
}

function* linesOf({ abandonment, conversion, previous, fixFirst, changes }: OverviewReport) {
  const before = previous?.abandonment;
  const whole = { day: '', step: '' };
  for (const [figure, value] of Object.entries(abandonment.carts)) {
    const was = before?.carts[figure as keyof AbandonmentReport['carts']];
    yield { ...whole, figure, unit: 'carts', value, before: was } satisfies Line;
  }
  yield rateLine('rate', 'share of carts', abandonment.rate, before?.rate);
  yield rateLine('conversion', 'share of journeys', conversion.rate, conversionOf(previous));
  const { currency, ...sums } = abandonment.value;
  for (const [figure, value] of Object.entries(sums)) {
    const was = before?.value[figure as keyof AbandonmentReport['value']];
    yield { ...whole, figure, unit: currency, value, before: was } satisfies Line;
  }
  for (const fix of fixFirst) {
    const figure = fix.kind === 'cause' ? `atStake ${fix.what}` : 'valueLeft';
    const { currency: unit, amount: value } = fix.value;
    yield { ...whole, step: fix.step, figure, unit, value } satisfies Line;
  }
  for (const { step, days } of changes.rates) {
    for (const { day, value, low, high, n } of days) {
      const figure = 'rateOfDay';
      yield { day, step: step ?? '', figure, unit: 'share of carts', value, low, high, n };
    }
  }
}

function conversionOf(previous: PeriodFigures | null) {
  return previous?.conversion.rate;
}

function rateLine(
  figure: string,
  unit: string,
  rate: AbandonmentReport['rate'],
  before: AbandonmentReport['rate'] | undefined,
): Line {
  return { day: '', step: '', figure, unit, ...rate, before: before?.value };
}
