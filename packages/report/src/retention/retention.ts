import { median } from '../median.ts';
import type { JourneyFact, Question, StagesFact } from '../question.ts';
import type { Segment } from '../segment.ts';
import { wilson } from '../wilson.ts';
import { afterOrders } from './afterOrders.ts';
import { cohorts } from './cohorts.ts';
import { type OrderHistory, orderHistories, type Placed } from './orderHistories.ts';
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
  orders: Iterable<JourneyFact>,
  question: Question,
  { segment = {}, stages }: { segment?: Segment; stages: Iterable<StagesFact> },
): RetentionReport {
  const { to, asOf } = question;
  const all = orderHistories(orders, { asOf, segment });
  const chosen = all.filter(({ first }) => first.at < to && first.isIn);
  return {
    unit: 'persons',
    orders: orderCounts(all, question),
    within: WITHIN_DAYS.map((days) => repeatRate(chosen, days, asOf)),
    cohorts: cohorts(chosen, question),
    between: between(chosen),
    secondOrder: secondOrder(chosen, question),
    after: afterOrders(stages, question),
  };
}

function orderCounts(histories: readonly OrderHistory[], { from, to }: Question): OrderCounts {
  const isHere = ({ at, isIn }: Placed) => isIn && at >= from && at < to;
  let [placed, first, persons] = [0, 0, 0];
  for (const history of histories) {
    const isNew = isHere(history.first);
    const again = history.later.length === 0 ? 0 : history.later.filter(isHere).length;
    placed += Number(isNew) + again;
    if (isNew) first++;
    if (isNew || again > 0) persons++;
  }
  const repeat = placed - first;
  return { placed, first, repeat, repeatRate: wilson(repeat, placed), persons };
}

function repeatRate(histories: readonly OrderHistory[], days: number, asOf: number): RepeatRate {
  let [judged, again] = [0, 0];
  for (const { first, later } of histories) {
    if (asOf - first.at < days * DAY_MS) continue;
    judged++;
    if (later.length > 0 && later[0]!.at - first.at <= days * DAY_MS) again++;
  }
  return { days, rate: wilson(again, judged), tooRecent: histories.length - judged };
}

function between(histories: readonly OrderHistory[]): Between {
  const days: number[] = [];
  for (const { first, later } of histories) {
    later.forEach(({ at }, place) => {
      days.push((at - (later[place - 1] ?? first).at) / DAY_MS);
    });
  }
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
