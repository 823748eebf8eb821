import type { Step, Stop } from '@cartograph/journey';
import { cartCounts } from './cartGroups.ts';
import { type CountedCart, ofCarts } from './countedCarts.ts';
import { partsIn, partsOf } from './facts.ts';
import { medianOf } from './median.ts';
import { type Part, unplaced } from './part.ts';
import type { JourneyFact, Question, TrailFact } from './question.ts';
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
 * @param carts Journeys of the carts.
 * @param trails Those of them whose trail is known.
 */
export function afterStops(
  carts: Iterable<JourneyFact>,
  trails: Iterable<TrailFact>,
  question: Question,
): AfterStops[] {
  const parts = partsIn(carts, question);
  const groups = parts.flatMap((part) => cartCounts(part, question).groups);
  const rows = new Map(stepOrder(groups).map((step) => [step, emptyRow(step)]));
  const rowOf = (step: Step) => {
    const row = rows.get(step) ?? emptyRow(step);
    rows.set(step, row);
    return row;
  };

  for (const part of parts) {
    for (const { step, away, ...counts } of stopsIn(part, question)) {
      const row = rowOf(step);
      for (const key of COUNTED) row[key] += counts[key];
      row.away.push(away);
    }
  }
  for (const part of partsOf(trails)) {
    for (const { step, known, last, back } of marksIn(part, question)) {
      const row = rowOf(step);
      row.known += known;
      for (const [mark, stops] of last) count(row.last, mark, stops);
      for (const [mark, stops] of back) count(row.back, mark, stops);
    }
  }
  return [...rows.values()]
    .filter(({ stops }) => stops > 0)
    .map(({ away, last, back, ...row }) => ({
      ...row,
      medianSecondsAway: medianOf(away),
      last: mostOf(last),
      back: mostOf(back),
    }));
}

/** What came of the stops in a part, by step. */
function stopsIn(part: Part<JourneyFact>, question: Question) {
  return ofCarts(part, { name: 'stops', question }, (carts) => {
    const rows = new Map<Step, { step: Step; away: number[] } & StopCounts>();
    for (const counted of carts) {
      counted.stops.forEach((stop, place) => {
        const { step, at, until } = stop;
        const row = rows.get(step) ?? { step, away: [], ...NO_STOPS };
        rows.set(step, row);
        row.stops++;
        row[outcomeOf(counted, stop, counted.stops[place + 1])]++;
        if (until !== undefined) row.away.push((until - at) / 1000);
      });
    }
    const packed = [...rows.values()].map((row) => ({
      ...row,
      away: Float64Array.from(row.away),
    }));
    return { rows: packed };
  }).rows;
}

/** What was done around the stops of a part, by step. */
function marksIn(part: Part<TrailFact>, question: Question) {
  return ofCarts(unplaced(part), { name: 'marks around stops', question }, (carts) => {
    const rows = new Map<Step, Pick<Row, 'step' | 'known' | 'last' | 'back'>>();
    for (const { journey, stops } of carts) {
      for (const stop of stops) {
        const { step } = stop;
        const row = rows.get(step) ?? { step, known: 0, last: new Map(), back: new Map() };
        rows.set(step, row);
        row.known++;
        const { last, back } = marksAround(stop, journey.trail, journey.startedAt);
        if (last !== undefined) count(row.last, last);
        if (back !== undefined) count(row.back, back);
      }
    }
    return { rows: [...rows.values()] };
  }).rows;
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

type StopCounts = Record<Outcome | 'stops', number>;

const NO_STOPS: StopCounts = {
  stops: 0,
  ordered: 0,
  wentFurther: 0,
  leftAgain: 0,
  emptied: 0,
  moving: 0,
  nothing: 0,
};

const COUNTED = Object.keys(NO_STOPS) as readonly (keyof StopCounts)[];

type Row = ReturnType<typeof emptyRow>;

function emptyRow(step: Step) {
  return {
    step,
    ...NO_STOPS,
    known: 0,
    away: [] as Float64Array[],
    last: new Map<string, number>(),
    back: new Map<string, number>(),
  };
}

function count(counts: Map<string, number>, mark: string, stops = 1): void {
  counts.set(mark, (counts.get(mark) ?? 0) + stops);
}

function mostOf(counts: ReadonlyMap<string, number>): MarkCount[] {
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, LISTED)
    .map(([mark, stops]) => ({ mark, stops }));
}
