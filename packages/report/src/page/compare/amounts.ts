import type { FigureChange } from '../../compare/compareReport.ts';
import { nextStep } from '../nextStep.ts';
import { leftWhere } from '../stepNames.ts';
import type { Voice } from '../voice.ts';
import type { CompareView } from './comparePage.tsx';
import { wordsOf } from './words.ts';

/** How a figure and its change are written: shares in percent and points, amounts as money. */
export interface Amounts {
  name: string;
  /** What it is, on one side. */
  value(value: number | null): string;
  /** A change with its sign. */
  change(value: number): string;
  /** A change without. */
  size(value: number): string;
  /** How many it rests on. */
  count(n: number): string;
}

export function amountsOf(
  { figure, step, unit }: Pick<FigureChange, 'figure' | 'step' | 'unit'>,
  { report, steps }: Pick<CompareView, 'report' | 'steps'>,
  voice: Voice,
): Amounts {
  const { text, format, locale } = voice;
  const { figures, journeys } = wordsOf(locale);
  const name =
    figure === 'stop'
      ? figures.stop(leftWhere(step ?? '', nextStep(step ?? '', steps), text))
      : figures[figure];
  const count = (n: number) => {
    const shown = format.count(n);
    if (unit === 'carts') return text.units.carts(n, shown);
    return unit === 'orders' ? text.units.orders(n, shown) : journeys(n, shown);
  };
  if (figure !== 'order_value') {
    return {
      name,
      value: (value) => (value === null ? '–' : format.percent(value)),
      change: (value) => text.change.points(format.points(value)),
      size: (value) => text.change.points(format.points(Math.abs(value)).replace('+', '')),
      count,
    };
  }
  const money = (value: number) =>
    format.money({ currency: report.currency, amount: value.toFixed(2) });
  const size = (value: number) => money(Math.abs(value));
  return {
    name,
    value: (value) => (value === null ? '–' : money(value)),
    change: (value) => (value < 0 ? '−' : '+') + size(value),
    size,
    count,
  };
}
