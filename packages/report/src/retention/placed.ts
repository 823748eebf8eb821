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

/** The orders of a part, oldest first. */
export function ordersIn(part: Part<JourneyFact>, segment: Segment): readonly Placed[] {
  const name = `orders ${JSON.stringify(Object.entries(segment).sort())}`;
  return part.recall({ name, asOf: 0 }, (facts) => {
    const orders = facts.flatMap((journey): Placed[] => {
      const { person, startedAt, cart } = journey;
      if (!cart?.order) return [];
      return [{ person, at: cart.order.at, startedAt, isIn: inSegment(journey, segment) }];
    });
    return { orders: orders.sort(byTime), until: Number.POSITIVE_INFINITY };
  }).orders;
}

/** Orders of one person that tie in all of it are as good as the same. */
export function byTime(a: Placed, b: Placed): number {
  return a.at - b.at || a.startedAt - b.startedAt || Number(a.isIn) - Number(b.isIn);
}
