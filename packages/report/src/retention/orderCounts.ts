import { factsOf, partsIn } from '../facts.ts';
import type { Part } from '../part.ts';
import type { JourneyFact, Question } from '../question.ts';
import type { Segment } from '../segment.ts';
import { wilson } from '../wilson.ts';
import type { OrderBook } from './orderBook.ts';
import { ordersIn, type Placed } from './placed.ts';
import type { OrderCounts } from './retentionReport.ts';

/** The orders of the period, those that were a person's first apart from the others. */
export function orderCounts(
  parts: readonly Part<JourneyFact>[],
  { from, to, asOf }: Question,
  { book, segment }: { book: OrderBook; segment: Segment },
): OrderCounts {
  const isHere = ({ at, isIn }: Placed) => isIn && at >= from && at < to && at <= asOf;
  let [placed, first] = [0, 0];
  const persons = new Set<string>();
  const orders = partsIn(factsOf(parts), { from, to }).flatMap((part) => ordersIn(part, segment));
  for (const order of orders) {
    if (!isHere(order)) continue;
    placed++;
    if (persons.has(order.person)) continue;
    persons.add(order.person);
    if (isHere(book.firstOf(order.person)!)) first++;
  }
  const repeat = placed - first;
  return { placed, first, repeat, repeatRate: wilson(repeat, placed), persons: persons.size };
}
