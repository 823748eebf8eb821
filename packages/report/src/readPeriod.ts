import { lastDays, type Period, parseInstant } from './period.ts';

/** The periods that pages offer. */
export const PRESETS = ['today', '7d', '30d', '90d', 'all'] as const;

export interface SelectedPeriod extends Period {
  /** What was asked for, unless it was two dates: one of {@link PRESETS}, or any number of days (`14d`). */
  preset?: string;
}

/** Longest period, in days. */
const MAX_DAYS = 3660;

/**
 * The period that an address asks for: `?from=2026-10-01&to=2026-11-01` (`to` is not in it, and is
 * tomorrow when left out), else `?period=7d`, else the last 30 days.
 *
 * @param firstAt When the site's first touchpoint happened, which `all` begins with. Epoch milliseconds.
 * @throws {RangeError} Saying what was expected. Fit to be shown.
 */
export function readPeriod(
  query: { period?: string | undefined; from?: string | undefined; to?: string | undefined },
  { now, timeZone, firstAt }: { now: number; timeZone: string; firstAt?: number | undefined },
): SelectedPeriod {
  const today = lastDays(1, { now, timeZone });

  if (query.from || query.to) {
    if (!query.from) throw new RangeError('Expected `from`, the first day of the period');
    const from = parseInstant(query.from, timeZone);
    const to = query.to ? parseInstant(query.to, timeZone) : today.to;
    if (to <= from) throw new RangeError('Expected `to` to be later than `from`');
    if (to - from > MAX_DAYS * 86_400_000) {
      throw new RangeError(`Expected a period of at most ${MAX_DAYS} days`);
    }
    return { from, to };
  }

  const preset = query.period || '30d';
  if (preset === 'today') return { ...today, preset };
  if (preset === 'all') {
    const earliest = lastDays(MAX_DAYS, { now, timeZone }).from;
    const first = firstAt === undefined ? today : lastDays(1, { now: firstAt, timeZone });
    return { from: Math.max(earliest, first.from), to: today.to, preset };
  }
  const days = /^\d{1,4}d$/.test(preset) ? Number.parseInt(preset, 10) : 0;
  if (days < 1 || days > MAX_DAYS) {
    throw new RangeError(
      `Expected \`period\` to be one of ${PRESETS.join(', ')}, or a number of days (14d), got ${JSON.stringify(preset)}`,
    );
  }
  return { ...lastDays(days, { now, timeZone }), preset };
}
