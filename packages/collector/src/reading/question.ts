import { lastDays, parseInstant, type Question } from '@cartograph/report';
import type { Site } from '../sites/site.ts';

const DEFAULT_DAYS = 30;

/** The first moment that a touchpoint can have happened at: what "all" begins with. */
const BEGINNING = Date.UTC(2000);

export interface AskedPeriod {
  from?: string | undefined;
  to?: string | undefined;
  asOf?: string | undefined;
  /** `today`, `all`, or a number of days: `30d`. Goes before `from` and `to`. */
  period?: string | undefined;
}

/**
 * What a request asks, in the site's time zone: the last 30 days as of now unless it says otherwise.
 *
 * @throws {RangeError} Naming what was expected, if it can't be read.
 */
export function readQuestion(
  asked: AskedPeriod,
  { site, now }: { site: Site; now: number },
): Question {
  const { timeZone, abandonedAfterMs, currency } = site;
  const usual = readPeriod(asked.period, { now, timeZone });
  const from = asked.from ? parseInstant(asked.from, timeZone) : usual.from;
  const to = asked.to ? parseInstant(asked.to, timeZone) : usual.to;
  const asOf = asked.asOf ? parseInstant(asked.asOf, timeZone) : now;
  if (from >= to) {
    throw new RangeError(
      `Expected \`from\` to be before \`to\`, got ${new Date(from).toISOString()} and ${new Date(to).toISOString()}`,
    );
  }
  return { from, to, asOf, abandonedAfterMs, currency, timeZone };
}

function readPeriod(period: string | undefined, clock: { now: number; timeZone: string }) {
  if (period === 'all') return { ...lastDays(1, clock), from: BEGINNING };
  if (period === 'today') return lastDays(1, clock);
  const days =
    period === undefined || period === '' ? DEFAULT_DAYS : Number(/^(\d{1,4})d$/.exec(period)?.[1]);
  if (!(days >= 1)) {
    throw new RangeError(
      `Expected \`period\` to be \`today\`, \`all\` or a number of days like \`30d\`, got ${JSON.stringify(period)}`,
    );
  }
  return lastDays(days, clock);
}
