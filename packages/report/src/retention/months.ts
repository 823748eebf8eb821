import { Temporal } from 'temporal-polyfill';

/** Months of a site's calendar, by number: those since the year 0. */
export interface Months {
  /** Which one a moment lies in. */
  at(moment: number): number;
  /** When it begins, epoch milliseconds. */
  startOf(month: number): number;
  /** Months begun between two moments: 1 within the first one. */
  between(first: number, second: number): number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Less than any month has. */
const WITHIN_ONE_MS = 27 * DAY_MS;

/** Looks every month up once: a calendar that knows of time zones is slow. */
export function monthsIn(timeZone: string): Months {
  const starts = new Map<number, number>();
  const zoned = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

  const startOf = (month: number): number => {
    const known = starts.get(month);
    if (known !== undefined) return known;
    const first = Temporal.PlainDate.from(`${nameOfMonth(month)}-01`);
    const at = first.toZonedDateTime(timeZone).epochMilliseconds;
    starts.set(month, at);
    return at;
  };

  /** No time zone is a day from UTC. */
  const monthAt = (moment: number): number => {
    const utc = new Date(moment);
    const month = 12 * utc.getUTCFullYear() + utc.getUTCMonth();
    if (moment < startOf(month)) return month - 1;
    return moment < startOf(month + 1) ? month : month + 1;
  };

  return {
    at: monthAt,
    startOf,
    between: (first, second) => {
      if (second - first < WITHIN_ONE_MS) return 1;
      const [start, end] = [monthAt(first), monthAt(second)];
      const [into, intoEnd] = [first - startOf(start), second - startOf(end)];
      // A day apart is no matter of the hour, be clocks changed between; and up to the 27th every month has the day.
      if (into < WITHIN_ONE_MS && Math.abs(intoEnd - into) > 1.5 * DAY_MS) {
        return end - start + (intoEnd > into ? 1 : 0);
      }
      return exactMonths(zoned(first), zoned(second));
    },
  };
}

/** `YYYY-MM` */
export function nameOfMonth(month: number): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
}

function exactMonths(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number {
  const { months } = from.until(to, { largestUnit: 'month' });
  const whole = from.add({ months });
  return Temporal.ZonedDateTime.compare(whole, to) < 0 || months === 0 ? months + 1 : months;
}
