import { type CountedCart, isLeft, ofCarts } from './countedCarts.ts';
import { partsIn } from './facts.ts';
import { decimalOf, type Purse, put } from './money.ts';
import type { Part } from './part.ts';
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

  for (const group of partsIn(journeys, question).flatMap((part) => piecesIn(part, question))) {
    const { at, state, carts } = group;
    const point = points[lastFrom(buckets, at)]!;
    point.created += carts;
    if (isLeft(group)) {
      point.left += carts;
      put(point.purse, group.currency, group.amount);
    } else if (state === 'open' || state === 'ordered' || state === 'emptied') {
      point[state] += carts;
    }
  }

  return points.map(({ purse, ...point }) => ({
    ...point,
    rate: wilson(point.left, point.created - point.open),
    valueLeft: decimalOf(purse, currency),
  }));
}

/** No time zone has its hours begin but at a quarter of one. */
const QUARTER_MS = 15 * 60 * 1000;

/** The carts of a part by the quarter of an hour that they were created in, and by their state. */
function piecesIn(part: Part<JourneyFact>, question: Question) {
  return ofCarts(part, { name: 'by quarter', question }, (carts) => {
    const pieces = new Map<string, Piece>();
    for (const { cart, state } of carts) {
      const at = cart.createdAt - (cart.createdAt % QUARTER_MS);
      const key = `${at} ${state} ${cart.currency}`;
      const piece = pieces.get(key) ?? { at, state, currency: cart.currency, carts: 0, amount: 0 };
      pieces.set(key, piece);
      piece.carts++;
      piece.amount += cart.amount;
    }
    return { pieces: [...pieces.values()] };
  }).pieces;
}

interface Piece extends Pick<CountedCart, 'state'> {
  at: number;
  currency: string;
  carts: number;
  /** Minor units. */
  amount: number;
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
