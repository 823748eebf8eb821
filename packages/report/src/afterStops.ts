import type { Step, Stop } from '@cartograph/journey';
import type { CountedCart } from './countedCarts.ts';
import { median } from './median.ts';
import type { TrailFact } from './question.ts';
import { stepOrder } from './stepOrder.ts';

/**
 * What came after the stops at one step. Unit: stops; one cart can have several.
 *
 * `stops = ordered + wentFurther + leftAgain + emptied + moving + nothing`.
 */
export interface AfterStops {
  step: Step;
  stops: number;
  /** Came back, and ordered without another stop. */
  ordered: number;
  /** Came back, got further, and stopped there. */
  wentFurther: number;
  /** Came back, and stopped at the same step again. */
  leftAgain: number;
  /** Came back, and took everything out. */
  emptied: number;
  /** Came back, and is open still. */
  moving: number;
  /** Did not come back yet. */
  nothing: number;
  /** Until they came back. `null` where nobody did. */
  medianSecondsAway: number | null;
  /** How many of the stops the trail is known of: what follows is about them. */
  known: number;
  /** The last mark before the stop, the most frequent first. */
  last: readonly MarkCount[];
  /** The mark that they came back with; of those who came back. */
  back: readonly MarkCount[];
}

export interface MarkCount {
  /** As in a trail: `page_view /cart`, `alert PAYMENT_ERROR`. */
  mark: string;
  stops: number;
}

/** Marks are told in whole seconds. */
const ROUNDING_MS = 1000;

/** Came back with something that left no mark of its own: the same page as before, most likely. */
const SAME_WITHIN_MS = 60_000;

/** Marks that are listed. */
const LISTED = 5;

/**
 * Where shoppers went after they had stopped, by the step they stopped at.
 *
 * @param trailOf What the journey of a cart did, where that is known.
 */
export function afterStops(
  carts: readonly CountedCart[],
  trailOf: (cart: CountedCart) => TrailFact['trail'] | undefined,
): AfterStops[] {
  const rows = new Map(stepOrder(carts).map((step) => [step, emptyRow(step)]));

  for (const counted of carts) {
    const { journey, stops } = counted;
    const trail = trailOf(counted);
    stops.forEach((stop, place) => {
      const row = rows.get(stop.step) ?? emptyRow(stop.step);
      rows.set(stop.step, row);
      row.stops++;
      row[outcomeOf(counted, stop, stops[place + 1])]++;
      if (stop.until !== undefined) row.away.push((stop.until - stop.at) / 1000);
      if (!trail) return;

      row.known++;
      const { last, back } = marksAround(stop, trail, journey.startedAt);
      if (last !== undefined) count(row.last, last);
      if (back !== undefined) count(row.back, back);
    });
  }
  return [...rows.values()]
    .filter(({ stops }) => stops > 0)
    .map(({ away, last, back, ...row }) => ({
      ...row,
      medianSecondsAway: median(away),
      last: mostOf(last),
      back: mostOf(back),
    }));
}

type Outcome = 'ordered' | 'wentFurther' | 'leftAgain' | 'emptied' | 'moving' | 'nothing';

function outcomeOf({ cart, state }: CountedCart, stop: Stop, next: Stop | undefined): Outcome {
  if (stop.until === undefined) return 'nothing';
  if (next) return next.step === stop.step ? 'leftAgain' : 'wentFurther';
  if (cart.order) return 'ordered';
  return state === 'emptied' ? 'emptied' : 'moving';
}

function marksAround(
  { at, until }: Stop,
  trail: TrailFact['trail'],
  startedAt: number,
): { last: string | undefined; back: string | undefined } {
  const momentOf = (seconds: number) => startedAt + seconds * 1000;
  const last = trail.findLast(([, seconds]) => momentOf(seconds) <= at + ROUNDING_MS)?.[0];
  if (until === undefined) return { last, back: undefined };

  const next = trail.find(([, seconds]) => momentOf(seconds) >= until - ROUNDING_MS);
  const isSoon = next !== undefined && momentOf(next[1]) <= until + SAME_WITHIN_MS;
  return { last, back: isSoon ? next[0] : last };
}

function emptyRow(step: Step) {
  const counts = { ordered: 0, wentFurther: 0, leftAgain: 0, emptied: 0, moving: 0, nothing: 0 };
  return {
    step,
    stops: 0,
    ...counts,
    known: 0,
    away: [] as number[],
    last: new Map<string, number>(),
    back: new Map<string, number>(),
  };
}

function count(counts: Map<string, number>, mark: string): void {
  counts.set(mark, (counts.get(mark) ?? 0) + 1);
}

function mostOf(counts: ReadonlyMap<string, number>): MarkCount[] {
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, LISTED)
    .map(([mark, stops]) => ({ mark, stops }));
}
