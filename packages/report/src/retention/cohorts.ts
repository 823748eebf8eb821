import { wilson } from '../wilson.ts';
import { type Months, nameOfMonth } from './months.ts';
import type { Cohort } from './retentionReport.ts';
import { countTo, type Spells } from './spells.ts';

/** Longest row. */
const MAX_MONTHS = 12;

/**
 * Persons by the calendar month of their first order, and which share of them had ordered again within
 * 1, 2, 3… months of it. A month is told once everybody in the row has lived through it: a row that
 * is half grown would look like one that came back less.
 */
export function cohorts(
  { waiting, returns }: Pick<Spells, 'waiting' | 'returns'>,
  { asOf, months }: { asOf: number; months: Months },
): Cohort[] {
  const rows = new Map<number, { persons: number; againIn: number[] }>();
  const rowOf = (month: number) => {
    const row = rows.get(month) ?? { persons: 0, againIn: Array(MAX_MONTHS + 1).fill(0) };
    rows.set(month, row);
    return row;
  };
  for (let place = 0; place < waiting.length; ) {
    const month = months.at(waiting[place]!);
    const end = months.startOf(month + 1);
    const next = countTo(waiting, (first) => first < end);
    rowOf(month).persons += next - place;
    place = next;
  }
  for (const { month, months: after } of returns) {
    const row = rowOf(month);
    row.persons++;
    if (after <= MAX_MONTHS) row.againIn[after]!++;
  }

  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([month, { persons, againIn }]) => {
      const again: Cohort['again'] = [];
      let back = 0;
      for (let after = 1; after <= MAX_MONTHS; after++) {
        if (months.startOf(month + 1 + after) > asOf) break;
        back += againIn[after]!;
        again.push(wilson(back, persons));
      }
      return { month: nameOfMonth(month), persons, again };
    });
}
