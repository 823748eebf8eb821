import type { MapReport } from './mapReport.ts';
import { SCORE_UNITS } from './satisfaction.ts';

/** One line a figure: stage, figure, what of (a channel, a pain…), and its value with unit and interval. */
export function mapCsv({ stages }: MapReport): object[] {
  return stages.flatMap((report) =>
    [...linesOf(report)].map((line) => ({ stage: report.stage, ...line })),
  );
}

interface Line {
  figure: string;
  of: string;
  unit: string;
  value: string | number | null;
  low?: number | string | null;
  high?: number | string | null;
  n?: number;
}

function* linesOf(report: MapReport['stages'][number]): Iterable<Line> {
  const count = (figure: string, value: number): Line => ({
    figure,
    of: '',
    unit: 'journeys',
    value,
  });
  yield count('reached', report.reached);
  yield count('passedBy', report.passedBy);
  yield count('underWay', report.underWay);
  if (report.onward) {
    const { to, journeys, rate } = report.onward;
    yield { figure: 'wentOn', of: to, unit: 'journeys', value: journeys };
    yield { figure: 'wentOnRate', of: to, unit: 'share', ...rate };
  }
  yield { figure: 'medianTime', of: '', unit: 'seconds', value: report.medianSeconds };
  yield { figure: 'friction', of: '', unit: 'per 100 journeys', ...report.friction };
  for (const { question, kind, n, value, low, high } of report.satisfaction) {
    yield { figure: kind, of: question, unit: SCORE_UNITS[kind], value, low, high, n };
  }
  for (const { name, journeys } of report.channels) {
    yield { figure: 'channel', of: name, unit: 'journeys', value: journeys };
  }
  for (const figure of ['touchpoints', 'pains'] as const) {
    for (const { what, journeys } of report[figure]) {
      yield { figure, of: what, unit: 'journeys', value: journeys };
    }
  }
  for (const { what, step, exposed, adjusted, valueAtStake } of report.causes) {
    const of = `${what} @ ${step}`;
    yield { figure: 'cause', of, unit: 'times as often left', ...adjusted, n: exposed.carts };
    const { currency, amount: value, low, high } = valueAtStake;
    yield { figure: 'causeAtStake', of, unit: currency, value, low, high };
  }
  const { left, refunded, onePoint } = report.opportunity;
  if (left) {
    yield { figure: 'cartsLeft', of: '', unit: 'carts', value: left.carts };
    for (const { currency, amount } of [left.value, ...left.otherValues]) {
      yield { figure: 'moneyLeft', of: '', unit: currency, value: amount };
    }
  }
  if (refunded) {
    yield { figure: 'ordersRefunded', of: '', unit: 'orders', value: refunded.orders };
    for (const { currency, amount } of [refunded.value, ...refunded.otherValues]) {
      yield { figure: 'moneyRefunded', of: '', unit: currency, value: amount };
    }
  }
  if (onePoint) {
    yield { figure: 'onePointMore', of: '', unit: onePoint.currency, value: onePoint.amount };
  }
}
