import type { Order } from '@cartograph/journey';
import type { JourneyFact } from '../question.ts';

/** The orders of one person. */
export interface OrderHistory {
  /** With the journey that each ended, oldest first. */
  orders: readonly { order: Order; journey: JourneyFact }[];
}

/** The orders that journeys came to, by person. */
export function orderHistories(journeys: Iterable<JourneyFact>): OrderHistory[] {
  const byPerson = new Map<string, { order: Order; journey: JourneyFact }[]>();
  for (const journey of journeys) {
    const order = journey.cart?.order;
    if (!order) continue;
    const known = byPerson.get(journey.person);
    if (known) known.push({ order, journey });
    else byPerson.set(journey.person, [{ order, journey }]);
  }
  return [...byPerson.values()].map((orders) => ({
    orders: orders.sort((a, b) => a.order.at - b.order.at),
  }));
}
