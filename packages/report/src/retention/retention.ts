import { partsOf } from '../facts.ts';
import { median } from '../median.ts';
import type { Part } from '../part.ts';
import type { JourneyFact, Question, StagesFact } from '../question.ts';
import type { Segment } from '../segment.ts';
import { wilson } from '../wilson.ts';
import { afterOrders } from './afterOrders.ts';
import { cohorts } from './cohorts.ts';
import { type Months, monthsIn } from './months.ts';
import { type OrderBook, orderBook } from './orderBook.ts';
import { orderCounts } from './orderCounts.ts';
import { ordersIn } from './placed.ts';
import type { Between, RepeatRate, RetentionReport } from './retentionReport.ts';
import { secondOrder } from './secondOrder.ts';
import { begunBefore, countTo, type Spells } from './spells.ts';

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
  const { to, asOf, timeZone } = question;
  const parts = partsOf(orders);
  const { book, months } = bookOf(parts, { segment, timeZone });
  book.read(parts);
  const spells = begunBefore(book.spellsAt(asOf), to);
  return {
    unit: 'persons',
    orders: orderCounts(parts, question, { book, segment }),
    within: WITHIN_DAYS.map((days) => repeatRate(spells, days, asOf)),
    cohorts: cohorts(spells, { asOf, months }),
    between: between(spells),
    secondOrder: secondOrder(spells, question),
    after: afterOrders(stages, question),
  };
}

/** What has to be known of each part by itself. */
export function prepareRetention(
  orders: Iterable<JourneyFact>,
  { segment }: { segment: Segment },
): void {
  for (const part of partsOf(orders)) ordersIn(part, segment);
}

/** Puts the parts together, some at a time. Returns whether there is more to do. */
export function prepareOrders(
  orders: Iterable<JourneyFact>,
  { timeZone }: Question,
  { segment = {} }: { segment?: Segment } = {},
): boolean {
  const parts = partsOf(orders);
  return bookOf(parts, { segment, timeZone }).book.readOn(parts);
}

/**
 * Of all these orders. The book lies with the first of the parts, which is the one that changes least.
 */
function bookOf(
  parts: readonly Part<JourneyFact>[],
  { segment, timeZone }: { segment: Segment; timeZone: string },
): { book: OrderBook; months: Months } {
  const begin = () => {
    const months = monthsIn(timeZone);
    return { book: orderBook({ segment, months }), months, until: Number.POSITIVE_INFINITY };
  };
  const name = `book ${timeZone} ${JSON.stringify(Object.entries(segment).sort())}`;
  return parts[0]?.recall({ name, asOf: 0 }, begin) ?? begin();
}

function repeatRate(
  { waiting, returns }: Pick<Spells, 'waiting' | 'returns'>,
  days: number,
  asOf: number,
): RepeatRate {
  const isJudged = (first: number) => asOf - first >= days * DAY_MS;
  let judged = countTo(waiting, isJudged);
  let again = 0;
  for (const { first, after } of returns) {
    if (!isJudged(first)) continue;
    judged++;
    if (after <= days * DAY_MS) again++;
  }
  const tooRecent = waiting.length + returns.length - judged;
  return { days, rate: wilson(again, judged), tooRecent };
}

function between({ gaps }: Pick<Spells, 'gaps'>): Between {
  const upTo = (days: number | null) =>
    days === null ? gaps.length : countTo(gaps, ({ after }) => after / DAY_MS <= days);
  return {
    n: gaps.length,
    medianDays: median(gaps.map(({ after }) => after / DAY_MS)),
    spread: SPREAD_DAYS.map((upToDays, index) => ({
      upToDays,
      pairs: upTo(upToDays) - (index === 0 ? 0 : upTo(SPREAD_DAYS[index - 1]!)),
    })),
  };
}
