import { Temporal } from 'temporal-polyfill';

/** A span of time, half-open, in epoch milliseconds. */
export interface Period {
  from: number;
  to: number;
}

export type TimeUnit = 'hour' | 'day' | 'week';

/** A piece of a period. It ends where the next one begins. */
export interface Bucket {
  /** The date it begins on: `YYYY-MM-DD`. */
  day: string;
  /** Epoch milliseconds. */
  from: number;
}

/**
 * Reads one end of a period: a date (`2026-11-22`, the start of that day in the site's time zone),
 * an ISO 8601 time with its offset, or epoch milliseconds.
 *
 * @throws {RangeError} Naming what was expected, if it is none of these.
 */
export function parseInstant(text: string, timeZone: string): number {
  try {
    if (/^\d{11,}$/.test(text)) {
      return Temporal.Instant.fromEpochMilliseconds(Number(text)).epochMilliseconds;
    }
    return /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? startOf(Temporal.PlainDate.from(text), timeZone)
      : Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new RangeError(
      `Expected a date (2026-11-22), an ISO time (2026-11-22T10:00:00Z) or epoch milliseconds, got ${JSON.stringify(text)}`,
    );
  }
}

/** The last `days` days of the site's calendar, today included. */
export function lastDays(
  days: number,
  { now, timeZone }: { now: number; timeZone: string },
): Period {
  const tomorrow = dayOf(now, timeZone).add({ days: 1 });
  return {
    from: startOf(tomorrow.subtract({ days }), timeZone),
    to: startOf(tomorrow, timeZone),
  };
}

/**
 * As many days right before a period, up to the same hour of the day if the period is not over:
 * half a day is compared with half a day.
 *
 * @param now Epoch milliseconds.
 */
export function periodBefore(
  { from, to }: Period,
  { now, timeZone }: { now: number; timeZone: string },
): Period {
  const days = wholeDays({ from, to }, timeZone);
  const earlier = (at: number) =>
    days === undefined
      ? at - (to - from)
      : zoned(at, timeZone).subtract({ days }).epochMilliseconds;
  return { from: earlier(from), to: earlier(Math.max(from, Math.min(to, now))) };
}

/**
 * The hours, calendar days or weeks that a period touches. Days are 23 or 25 hours long where
 * clocks change; weeks are counted from the period's first day.
 */
export function bucketsOf(
  { from, to, timeZone }: Period & { timeZone: string },
  unit: TimeUnit,
): Bucket[] {
  const firstHour = zoned(from, timeZone).round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const firstDay = dayOf(from, timeZone);
  const startAt = (count: number): Bucket => {
    if (unit === 'hour') {
      const start = firstHour.add({ hours: count });
      return { day: start.toPlainDate().toString(), from: start.epochMilliseconds };
    }
    const day = firstDay.add({ days: unit === 'week' ? 7 * count : count });
    return { day: day.toString(), from: startOf(day, timeZone) };
  };

  const buckets: Bucket[] = [];
  for (let next = startAt(0); next.from < to; next = startAt(buckets.length)) buckets.push(next);
  return buckets;
}

/** How many calendar days a period is long, if it begins and ends with a day. */
function wholeDays({ from, to }: Period, timeZone: string): number | undefined {
  const [first, last] = [dayOf(from, timeZone), dayOf(to, timeZone)];
  const whole = startOf(first, timeZone) === from && startOf(last, timeZone) === to;
  return whole ? first.until(last).days : undefined;
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

function dayOf(at: number, timeZone: string): Temporal.PlainDate {
  return zoned(at, timeZone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}
