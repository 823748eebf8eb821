import type { AbandonmentReport } from './abandonment.ts';
import { toCsv } from './csv.ts';
import type { Rate } from './wilson.ts';

interface Figure {
  /** Empty for a figure of the whole period. */
  step: string;
  figure: string;
  /** Money has its currency for a unit. */
  unit: string;
  value: string | number | null;
  /** The 95 % interval of a rate, and what it is of. */
  low?: number | null;
  high?: number | null;
  n?: number;
}

/** The report as CSV, one figure a line: every line says its unit, period and moment by itself. */
export function abandonmentCsv(report: AbandonmentReport): string {
  const { from, to, asOf, timeZone } = report;
  return toCsv(
    [...figuresOf(report)].map(({ low, high, n, ...figure }) => ({
      from,
      to,
      asOf,
      timeZone,
      ...figure,
      low,
      high,
      n,
    })),
  );
}

function* figuresOf(report: AbandonmentReport): Iterable<Figure> {
  const home = report.value.currency;
  yield* countsOf('', report.carts);
  yield rateOf('', 'rate', report.rate);
  yield rateOf('', 'rateWithoutDirect', report.rateWithoutDirect);
  for (const { currency: unit, ...sums } of [report.value, ...report.otherValues]) {
    for (const [figure, value] of Object.entries(sums)) yield { step: '', figure, unit, value };
  }
  for (const each of report.steps) {
    const { step, rate, valueLeft, otherValuesLeft, medianSecondsHere, ...counts } = each;
    yield* countsOf(step, counts);
    yield rateOf(step, 'rate', rate);
    for (const { currency: unit, amount: value } of [
      { currency: home, amount: valueLeft },
      ...otherValuesLeft,
    ]) {
      yield { step, figure: 'valueLeft', unit, value };
    }
    yield { step, figure: 'medianSecondsHere', unit: 'seconds', value: medianSecondsHere };
  }
}

function* countsOf(step: string, counts: object): Iterable<Figure> {
  for (const [figure, value] of Object.entries(counts))
    yield { step, figure, unit: 'carts', value };
}

function rateOf(step: string, figure: string, rate: Rate): Figure {
  return { step, figure, unit: 'share of carts', ...rate };
}
