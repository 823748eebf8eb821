import { SCORE_UNITS } from '../map/satisfaction.ts';
import type { Rate } from '../wilson.ts';
import type { RetentionReport } from './retentionReport.ts';

interface Line {
  figure: string;
  /** What it is of: a month, a number of days, a question. */
  of: string | number;
  unit: string;
  value: string | number | null;
  low?: number | null;
  high?: number | null;
  n?: number;
}

/** One line a figure, each with its unit. */
export function retentionCsv(report: RetentionReport): object[] {
  return [...linesOf(report)];
}

function* linesOf({ orders, ...report }: RetentionReport): Iterable<Line> {
  const share = (figure: string, of: Line['of'], rate: Rate): Line => ({
    figure,
    of,
    unit: 'share',
    ...rate,
  });
  for (const figure of ['placed', 'first', 'repeat'] as const) {
    yield { figure, of: '', unit: 'orders', value: orders[figure] };
  }
  yield share('repeatRate', '', orders.repeatRate);
  for (const { days, rate } of report.within) yield share('againWithinDays', days, rate);
  for (const { month, persons, again } of report.cohorts) {
    yield { figure: 'cohort', of: month, unit: 'persons', value: persons };
    for (const [index, rate] of again.entries()) {
      yield share('againWithinMonths', `${month}+${index + 1}`, rate);
    }
  }
  yield { figure: 'betweenMedian', of: '', unit: 'days', value: report.between.medianDays };
  for (const { upToDays, pairs } of report.between.spread) {
    yield {
      figure: 'betweenUpToDays',
      of: upToDays ?? 'more',
      unit: 'pairs of orders',
      value: pairs,
    };
  }
  for (const { day, returned: value, low, high, watched: n } of report.secondOrder.curve) {
    yield { figure: 'returnedByDay', of: day, unit: 'share', value, low, high, n };
  }
  const { after } = report;
  for (const figure of ['reviewed', 'shared', 'referred', 'surveyed', 'refunded'] as const) {
    yield share(figure, '', after[figure]);
  }
  for (const { currency, amount } of [after.refunds.value, ...after.refunds.otherValues]) {
    yield { figure: 'moneyRefunded', of: '', unit: currency, value: amount };
  }
  for (const { question, kind, value, low, high, n } of after.satisfaction) {
    yield { figure: kind, of: question, unit: SCORE_UNITS[kind], value, low, high, n };
  }
}
