import { isServersWord, toDecimal } from '@cartograph/journey';
import type { JourneyFact, OrderDifferences, Question, UnmatchedOrder } from '@cartograph/report';
import type { Site } from '../sites/site.ts';
import type { Store } from '../store/store.ts';

/** Longest lists; the counts are of all. */
const LISTED = 500;

/**
 * Where browsers and the shop's server disagree about the orders of a period: claimed by a browser and
 * never confirmed, confirmed and never seen in a browser, cancelled.
 */
export async function orderDifferences(
  store: Store,
  site: Site,
  { from, to, asOf }: Pick<Question, 'from' | 'to' | 'asOf'>,
): Promise<OrderDifferences> {
  const facts = await store.orders(site.id, { from, to: Math.min(to, asOf + 1) });
  const unconfirmed: UnmatchedOrder[] = [];
  const unseen: UnmatchedOrder[] = [];
  const cancelled: UnmatchedOrder[] = [];
  let matched = 0;

  const latestFirst = facts.sort((a, b) => b.cart!.order!.at - a.cart!.order!.at);
  for (const fact of latestFirst) {
    const order = fact.cart?.order;
    if (!order) continue;
    const told = order.confirmed ? await store.ordersToldBy(site.id, order.id) : [];
    const isSeen =
      !order.confirmed || told.some((word) => word.type === 'purchase' && !isServersWord(word));
    if (order.cancelled) cancelled.push(entryOf(fact));
    if (!order.confirmed) unconfirmed.push(entryOf(fact));
    else if (isSeen) matched++;
    else unseen.push(entryOf(fact));
  }

  const iso = (at: number) => new Date(at).toISOString();
  return {
    unit: 'orders',
    from: iso(from),
    to: iso(to),
    asOf: iso(asOf),
    counts: {
      matched,
      unconfirmed: unconfirmed.length,
      unseen: unseen.length,
      cancelled: cancelled.length,
    },
    unconfirmed: unconfirmed.slice(0, LISTED),
    unseen: unseen.slice(0, LISTED),
    cancelled: cancelled.slice(0, LISTED),
  };
}

function entryOf({ id, cart }: JourneyFact): UnmatchedOrder {
  const order = cart!.order!;
  return {
    order: order.id,
    journey: id,
    at: new Date(order.at).toISOString(),
    currency: order.currency,
    amount: toDecimal(order.amount, order.currency),
  };
}
