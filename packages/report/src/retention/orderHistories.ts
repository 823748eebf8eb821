import { partsIn, partsOf } from '../facts.ts';
import type { Part } from '../part.ts';
import type { JourneyFact } from '../question.ts';
import { inSegment, type Segment } from '../segment.ts';

/** An order, as much as has to be known of it. */
export interface Placed {
  person: string;
  /** Epoch milliseconds. */
  at: number;
  /** When its journey began. */
  startedAt: number;
  /** Whether its journey is in the segment that is asked about. */
  isIn: boolean;
}

/** The orders of one person. */
export interface OrderHistory {
  first: Placed;
  /** Oldest first. */
  later: readonly Placed[];
}

/** The orders that journeys came to, up to a moment, by person. */
export function orderHistories(
  journeys: Iterable<JourneyFact>,
  { asOf = Number.POSITIVE_INFINITY, segment = {} }: { asOf?: number; segment?: Segment } = {},
): OrderHistory[] {
  const byPerson = new Map<string, { first: Placed; later: readonly Placed[] }>();
  for (const part of partsOf(journeys)) {
    for (const order of ordersIn(part, segment)) {
      if (order.at > asOf) continue;
      const known = byPerson.get(order.person);
      if (!known) byPerson.set(order.person, { first: order, later: NONE });
      else add(known, order);
    }
  }
  return [...byPerson.values()];
}

/** Of nearly everybody. */
const NONE: readonly Placed[] = [];

/** Nearly always it comes last: parts follow one another in time, but for what was folded again. */
function add(history: { first: Placed; later: readonly Placed[] }, order: Placed): void {
  const { first, later } = history;
  const all = [first, ...later];
  const place = all.findLastIndex(({ at }) => at <= order.at) + 1;
  const [earliest = order, ...others] = all.toSpliced(place, 0, order);
  history.first = earliest;
  history.later = others;
}

/** The orders of a part, oldest first. */
export function ordersIn(part: Part<JourneyFact>, segment: Segment): readonly Placed[] {
  const name = `orders ${JSON.stringify(Object.entries(segment).sort())}`;
  return part.recall({ name, asOf: 0 }, (facts) => {
    const orders = facts.flatMap((journey): Placed[] => {
      const { person, startedAt, cart } = journey;
      if (!cart?.order) return [];
      return [{ person, at: cart.order.at, startedAt, isIn: inSegment(journey, segment) }];
    });
    return { orders: orders.sort((a, b) => a.at - b.at), until: Number.POSITIVE_INFINITY };
  }).orders;
}

/** When the first of the journeys began whose order was placed in a period. `undefined` where there is none. */
export function earliestOf(
  journeys: Iterable<JourneyFact>,
  { from, to }: { from: number; to: number },
): number | undefined {
  let earliest: number | undefined;
  for (const part of partsIn(journeys, { from, to })) {
    for (const { at, startedAt } of ordersIn(part, {})) {
      if (at >= from && at < to) earliest = Math.min(startedAt, earliest ?? startedAt);
    }
  }
  return earliest;
}
