import { bucketsOf } from './period.ts';
import type { Question } from './question.ts';

/** Touchpoints that arrived at least an hour after they happened. */
export interface LateArrival {
  /** When they happened: the quarter of an hour it was in, epoch milliseconds. */
  at: number;
  /** When the last of them arrived, epoch milliseconds. */
  receivedAt: number;
  touchpoints: number;
}

/** A day whose figures are not what they were when it ended. */
export interface LateDay {
  /** In the site's time zone: `YYYY-MM-DD`. */
  day: string;
  /** When it begins: ISO 8601, UTC. */
  from: string;
  /** How many touchpoints arrived when it was over. */
  touchpoints: number;
}

/**
 * The days of a period that touchpoints were added to when they were over, the latest first: a queue
 * that was offline corrects the past.
 *
 * @param options.knownFrom When the site was first heard of, in epoch milliseconds: nobody has read
 *   figures of days that were over by then, and imported history changes none.
 */
export function lateDays(
  arrivals: readonly LateArrival[],
  {
    from,
    to,
    timeZone,
    knownFrom = Number.POSITIVE_INFINITY,
  }: Pick<Question, 'from' | 'to' | 'timeZone'> & { knownFrom?: number | undefined },
): LateDay[] {
  if (arrivals.length === 0) return [];
  const buckets = bucketsOf({ from, to, timeZone }, 'day');
  return buckets
    .map((bucket, place) => {
      const end = buckets[place + 1]?.from ?? to;
      const heard = knownFrom < end ? arrivals : [];
      const touchpoints = heard
        .filter(({ at, receivedAt }) => at >= bucket.from && at < end && receivedAt >= end)
        .reduce((sum, arrival) => sum + arrival.touchpoints, 0);
      return { day: bucket.day, from: new Date(bucket.from).toISOString(), touchpoints };
    })
    .filter(({ touchpoints }) => touchpoints > 0)
    .reverse();
}
