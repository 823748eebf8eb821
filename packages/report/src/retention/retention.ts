import { median } from '../median.ts';
import type { JourneyFact, Question, StagesFact } from '../question.ts';
import { inSegment, type Segment } from '../segment.ts';
import { wilson } from '../wilson.ts';
import { afterOrders } from './afterOrders.ts';
import { cohorts } from './cohorts.ts';
import { type OrderHistory, orderHistories } from './orderHistories.ts';
import type { Between, OrderCounts, RepeatRate, RetentionReport } from './retentionReport.ts';
import { secondOrder } from './secondOrder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days within which somebody may order again. */
const WITHIN_DAYS = [30, 60, 90, 180, 365];

const SPREAD_DAYS = [1, 7, 14, 30, 60, 90, 180, null];

/**
 * Who comes back. Only `orders` and `after` are of the period; the rest is of everybody who first
 * ordered before its end, since who came yesterday can't have come back much.
 *
 * @param orders Journeys with an order, from the very first to `asOf`, in any segment: a person
 *   belongs to the segment that their first order belongs to, and may come back by another way.
 * @param options `stages`: the journeys of the period's orders in the segment, with their stages.
 */
export function retention(
  orders: readonly JourneyFact[],
  question: Question,
  { segment = {}, stages }: { segment?: Segment; stages: readonly StagesFact[] },
): RetentionReport {
  const { to, asOf } = question;
  const all = orderHistories(orders.filter(({ cart }) => (cart?.order?.at ?? Infinity) <= asOf));
  const chosen = all.filter(({ orders: [first] }) => {
    return first!.order.at < to && inSegment(first!.journey, segment);
  });
  return {
    unit: 'persons',
    orders: orderCounts(all, question, segment),
    within: WITHIN_DAYS.map((days) => repeatRate(chosen, days, asOf)),
    cohorts: cohorts(chosen, question),
    between: between(chosen),
    secondOrder: secondOrder(chosen, question),
    after: afterOrders(stages, question),
  };
}

function orderCounts(
  histories: readonly OrderHistory[],
  { from, to }: Question,
  segment: Segment,
): OrderCounts {
  let [placed, first, persons] = [0, 0, 0];
  for (const { orders } of histories) {
    const here = orders.filter(
      ({ order, journey }) => order.at >= from && order.at < to && inSegment(journey, segment),
    );
    placed += here.length;
    if (here.length > 0) persons++;
    if (here[0] && here[0] === orders[0]) first++;
  }
  const repeat = placed - first;
  return { placed, first, repeat, repeatRate: wilson(repeat, placed), persons };
}

function repeatRate(histories: readonly OrderHistory[], days: number, asOf: number): RepeatRate {
  const judged = histories.filter(({ orders: [first] }) => asOf - first!.order.at >= days * DAY_MS);
  const again = judged.filter(
    ({ orders: [first, second] }) =>
      second !== undefined && second.order.at - first!.order.at <= days * DAY_MS,
  );
  return {
    days,
    rate: wilson(again.length, judged.length),
    tooRecent: histories.length - judged.length,
  };
}

function between(histories: readonly OrderHistory[]): Between {
  const days = histories.flatMap(({ orders }) =>
    orders.slice(1).map(({ order }, index) => (order.at - orders[index]!.order.at) / DAY_MS),
  );
  const upTo = (limit: number | null) =>
    days.filter((gap) => limit === null || gap <= limit).length;
  return {
    n: days.length,
    medianDays: median(days),
    spread: SPREAD_DAYS.map((upToDays, index) => ({
      upToDays,
      pairs: upTo(upToDays) - (index === 0 ? 0 : upTo(SPREAD_DAYS[index - 1]!)),
    })),
  };
}
