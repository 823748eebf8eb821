import { countedCarts, isLeft } from './countedCarts.ts';
import { decimalOf, type Purse, put } from './money.ts';
import { type Bucket, bucketsOf, type TimeUnit } from './period.ts';
import type { JourneyFact, Question } from './question.ts';
import { type Rate, wilson } from './wilson.ts';

/** One day of the site's calendar (or hour, or week), in carts created in it. */
export interface TrendPoint {
  unit: TimeUnit;
  /** When it begins: ISO 8601, UTC. */
  from: string;
  /** The date it begins on in the site's time zone: `YYYY-MM-DD`. */
  day: string;
  created: number;
  open: number;
  ordered: number;
  emptied: number;
  /** Abandoned and lost. */
  left: number;
  /** `left / (created − open)`. */
  rate: Rate;
  /** In the site's currency: what was left, a decimal string in major units. */
  valueLeft: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The abandonment of a period piece by piece, pieces without a cart included, up to `asOf`: what
 * lies ahead is not zero, it is unknown.
 */
export function trend(
  journeys: Iterable<JourneyFact>,
  question: Question,
  unit: TimeUnit = unitFor(question),
): TrendPoint[] {
  const { from, timeZone, asOf, currency } = question;
  const to = Math.min(question.to, asOf + 1);
  const buckets = bucketsOf({ from, to, timeZone }, unit);
  const points = buckets.map((bucket) => ({
    unit,
    from: new Date(bucket.from).toISOString(),
    day: bucket.day,
    created: 0,
    open: 0,
    ordered: 0,
    emptied: 0,
    left: 0,
    purse: new Map() as Purse,
  }));

  for (const counted of countedCarts(journeys, question)) {
    const { cart, state } = counted;
    const point = points[lastFrom(buckets, cart.createdAt)]!;
    point.created++;
    if (isLeft(counted)) {
      point.left++;
      put(point.purse, cart.currency, cart.amount);
    } else if (state === 'open' || state === 'ordered' || state === 'emptied') {
      point[state]++;
    }
  }

  return points.map(({ purse, ...point }) => ({
    ...point,
    rate: wilson(point.left, point.created - point.open),
    valueLeft: decimalOf(purse, currency),
  }));
}

/** What makes a period readable: a day in hours, a quarter in days, a year in weeks. */
function unitFor({ from, to }: Question): TimeUnit {
  const days = (to - from) / DAY_MS;
  if (days <= 2.1) return 'hour';
  return days <= 120 ? 'day' : 'week';
}

/** Index of the last bucket that begins at `at` or before it. */
function lastFrom(buckets: readonly Bucket[], at: number): number {
  let low = 0;
  let high = buckets.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (buckets[middle]!.from <= at) low = middle;
    else high = middle;
  }
  return low;
}
