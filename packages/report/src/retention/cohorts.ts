import { Temporal } from 'temporal-polyfill';
import { wilson } from '../wilson.ts';
import type { OrderHistory } from './orderHistories.ts';
import type { Cohort } from './retentionReport.ts';

/** Longest table. */
const MAX_MONTHS = 12;

/**
 * Persons by the calendar month of their first order, and which share of them had ordered again within
 * 1, 2, 3… months of it. A month is told once everybody in the row has lived through it: a row that
 * is half grown would look like one that came back less.
 */
export function cohorts(
  histories: readonly OrderHistory[],
  { asOf, timeZone }: { asOf: number; timeZone: string },
): Cohort[] {
  const zoned = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

  const rows = new Map<string, { persons: number; againAfter: number[] }>();
  for (const { orders } of histories) {
    const [first, second] = orders;
    if (!first) continue;
    const month = zoned(first.order.at).toPlainDate().toPlainYearMonth().toString();
    const row = rows.get(month) ?? { persons: 0, againAfter: [] };
    rows.set(month, row);
    row.persons++;
    if (second) row.againAfter.push(monthsBetween(zoned(first.order.at), zoned(second.order.at)));
  }

  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { persons, againAfter }]) => {
      const end = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 });
      const lived = (months: number) =>
        end.add({ months }).toZonedDateTime(timeZone).epochMilliseconds <= asOf;
      const months = Array.from({ length: MAX_MONTHS }, (_, index) => index + 1).filter(lived);
      const again = months.map((limit) =>
        wilson(againAfter.filter((after) => after <= limit).length, persons),
      );
      return { month, persons, again };
    });
}

/** Months begun since: 1 within the first one. */
function monthsBetween(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number {
  const { months } = from.until(to, { largestUnit: 'month' });
  const whole = from.add({ months });
  return Temporal.ZonedDateTime.compare(whole, to) < 0 || months === 0 ? months + 1 : months;
}
