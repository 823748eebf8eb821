import type { AbandonmentReport } from './abandonment.ts';
import type { AbandonmentAnswer } from './abandonmentAnswer.ts';
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
  /** What part of the carts or of the silences it is about: `device=mobile`. */
  of?: string;
}

type More = Pick<AbandonmentAnswer, 'breakdown' | 'afterStops' | 'comingBack'>;

/** The report as CSV, one figure a line: every line says its unit, period and moment by itself. */
export function abandonmentCsv(report: AbandonmentReport & Partial<More>): string {
  const { from, to, asOf, timeZone } = report;
  return toCsv(
    [...figuresOf(report)].map(({ low, high, n, of, ...figure }) => ({
      from,
      to,
      asOf,
      timeZone,
      ...figure,
      low,
      high,
      n,
      ...(of !== undefined && { of }),
    })),
  );
}

function* figuresOf(report: AbandonmentReport & Partial<More>): Iterable<Figure> {
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
  if (report.breakdown) yield* breakdownOf(report.breakdown, home);
  for (const after of report.afterStops ?? []) yield* afterOf(after);
  for (const { afterSeconds, share } of report.comingBack?.points ?? []) {
    const of = `silent for ${afterSeconds} seconds`;
    yield { step: '', figure: 'comeBack', unit: 'share of silences', ...share, of };
  }
}

function* breakdownOf({ by, rows }: More['breakdown'], home: string): Iterable<Figure> {
  for (const { value, others, rate, valueLeft, otherValuesLeft, ...counts } of rows) {
    const of = others === undefined ? `${by}=${value ?? ''}` : `${by}: ${others} others`;
    for (const figure of countsOf('', counts)) yield { ...figure, of };
    yield { ...rateOf('', 'rate', rate), of };
    for (const { currency: unit, amount } of [
      { currency: home, amount: valueLeft },
      ...otherValuesLeft,
    ]) {
      yield { step: '', figure: 'valueLeft', unit, value: amount, of };
    }
  }
}

function* afterOf({
  step,
  medianSecondsAway,
  known,
  last,
  back,
  ...counts
}: More['afterStops'][number]): Iterable<Figure> {
  const of = 'stops';
  for (const [figure, value] of Object.entries(counts))
    yield { step, figure, unit: 'stops', value, of };
  yield { step, figure: 'medianSecondsAway', unit: 'seconds', value: medianSecondsAway, of };
  for (const [figure, marks] of Object.entries({ last, back })) {
    for (const { mark, stops } of marks)
      yield { step, figure, unit: 'stops', value: stops, n: known, of: mark };
  }
}

function* countsOf(step: string, counts: object): Iterable<Figure> {
  for (const [figure, value] of Object.entries(counts))
    yield { step, figure, unit: 'carts', value };
}

function rateOf(step: string, figure: string, rate: Rate): Figure {
  return { step, figure, unit: 'share of carts', ...rate };
}
