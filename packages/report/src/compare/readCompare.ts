import { Temporal } from 'temporal-polyfill';
import type { Period } from '../period.ts';
import type { Question } from '../question.ts';

/** Days on either side that can be asked for: whole weeks, so that both have the same weekdays. */
export const WINDOWS = [7, 14, 28, 56] as const;

/** Days after which every cart is looked at. */
export const AGES = [1, 7] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Two spans of equal length around a day on which something changed. */
export interface Sides {
  /** The day itself is on neither side: `YYYY-MM-DD`. */
  day: string;
  /** Asked for, on each side. */
  window: number;
  /** Whole days that are there on each side by now; `0` while it is too early. */
  days: number;
  /** How old every cart is when it is looked at, in milliseconds. */
  ageMs: number;
  before: Period;
  after: Period;
}

/**
 * What an address asks: `at` (a date), `days` on either side (14), and the `age` in days at which
 * every cart is looked at (1).
 *
 * @param usual The day that is meant when none is named.
 * @returns `undefined` where no day is named, and none is usual.
 * @throws {RangeError} Naming what was expected. Fit to be shown.
 */
export function readSides(
  asked: Readonly<Record<string, string | undefined>>,
  { asOf, timeZone }: Pick<Question, 'asOf' | 'timeZone'>,
  usual?: string,
): Sides | undefined {
  const window = oneOf('days', asked.days, WINDOWS, 14);
  const ageDays = oneOf('age', asked.age, AGES, 1);
  const named = asked.at || usual;
  if (named === undefined) return undefined;
  const day = dateOf(named);
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds;
  if (start(day) > asOf) {
    throw new RangeError(
      `Expected \`at\` to be a day that has begun, got ${JSON.stringify(named)}`,
    );
  }

  const ageMs = ageDays * DAY_MS;
  let days = 0;
  // A day is there when its last cart is old enough.
  while (days < window && start(day.add({ days: days + 2 })) + ageMs <= asOf) days++;
  return {
    day: day.toString(),
    window,
    days,
    ageMs,
    before: { from: start(day.subtract({ days })), to: start(day) },
    after: { from: start(day.add({ days: 1 })), to: start(day.add({ days: days + 1 })) },
  };
}

function oneOf<N extends number>(
  name: string,
  asked: string | undefined,
  choices: readonly N[],
  usual: N,
): N {
  if (!asked) return usual;
  const found = choices.find((choice) => String(choice) === asked);
  if (found !== undefined) return found;
  throw new RangeError(
    `Expected \`${name}\` to be one of ${choices.join(', ')}, got ${JSON.stringify(asked)}`,
  );
}

function dateOf(text: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text);
  } catch {}
  throw new RangeError(`Expected \`at\` to be a date (2026-11-22), got ${JSON.stringify(text)}`);
}
