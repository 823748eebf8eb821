import type { Locale } from '../locale.ts';

/** A day of the calendar (`2026-11-22`) with its weekday: weekdays differ in what is normal. */
export function dayName(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
