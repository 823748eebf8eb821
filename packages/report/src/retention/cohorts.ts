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
  const calendar = monthsOf(histories, zoned);

  const rows = new Map<string, { persons: number; againAfter: number[] }>();
  for (const { first, later } of histories) {
    const { month } = calendar[monthAt(calendar, first.at)]!;
    const row = rows.get(month) ?? { persons: 0, againAfter: [] };
    rows.set(month, row);
    row.persons++;
    const [second] = later;
    if (second) row.againAfter.push(monthsBetween([first.at, second.at], { calendar, zoned }));
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

/** A month of the site's calendar. */
interface Month {
  /** `YYYY-MM` */
  month: string;
  /** Epoch milliseconds. */
  from: number;
}

type Zoned = (at: number) => Temporal.ZonedDateTime;

/** The months from the first of all orders to the last. */
function monthsOf(histories: readonly OrderHistory[], zoned: Zoned): Month[] {
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { first, later } of histories) {
    earliest = Math.min(earliest, first.at);
    latest = Math.max(latest, (later.at(-1) ?? first).at);
  }
  if (earliest > latest) return [];
  const start = zoned(earliest).with({ day: 1 }).startOfDay();
  const months: Month[] = [];
  for (let next = start; next.epochMilliseconds <= latest; ) {
    const month = next.toPlainDate().toPlainYearMonth();
    months.push({ month: month.toString(), from: next.epochMilliseconds });
    next = start.add({ months: months.length }).startOfDay();
  }
  return months;
}

/** Place of the month that a moment lies in. */
function monthAt(calendar: readonly Month[], at: number): number {
  let low = 0;
  let high = calendar.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (calendar[middle]!.from <= at) low = middle;
    else high = middle;
  }
  return low;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Less than any month has. */
const WITHIN_ONE_MS = 27 * DAY_MS;

/** Months begun since: 1 within the first one. Told from the calendar where it is plain, which is fast. */
function monthsBetween(
  [first, second]: readonly [first: number, second: number],
  { calendar, zoned }: { calendar: readonly Month[]; zoned: Zoned },
): number {
  if (second - first < WITHIN_ONE_MS) return 1;
  const [start, end] = [monthAt(calendar, first), monthAt(calendar, second)];
  const [into, intoEnd] = [first - calendar[start]!.from, second - calendar[end]!.from];
  // A day apart is no matter of the hour, be clocks changed between; and up to the 27th every month has the day.
  if (into < WITHIN_ONE_MS && Math.abs(intoEnd - into) > 1.5 * DAY_MS) {
    return end - start + (intoEnd > into ? 1 : 0);
  }
  return exactMonths(zoned(first), zoned(second));
}

function exactMonths(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number {
  const { months } = from.until(to, { largestUnit: 'month' });
  const whole = from.add({ months });
  return Temporal.ZonedDateTime.compare(whole, to) < 0 || months === 0 ? months + 1 : months;
}
