import type { CompareReport } from './compareReport.ts';

/** One line a figure. Shares from 0 to 1; amounts in major units of the currency named as their unit. */
export function compareCsv({ day, before, after, currency, figures }: CompareReport): object[] {
  return figures.map(({ figure, step, unit, needed, adjusted, ...change }) => ({
    day,
    beforeFrom: before?.from,
    beforeTo: before?.to,
    afterFrom: after?.from,
    afterTo: after?.to,
    figure,
    step: step ?? '',
    of: unit,
    unit: figure === 'order_value' ? currency : `share of ${unit}`,
    ...change,
    adjusted: adjusted ?? { value: null, low: null, high: null, covered: null },
    neededOnEachSide: needed?.onEachSide,
    moreDays: needed?.moreDays,
  }));
}
