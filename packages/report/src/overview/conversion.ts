import type { JourneyFact, Question } from '../question.ts';
import { type Rate, wilson } from '../wilson.ts';

/** Journeys that led to an order. Unit: journeys begun in the period, with or without a cart. */
export interface Conversion {
  unit: 'journeys';
  begun: number;
  /** Those of them that had an order at `asOf`, whenever it was placed. */
  ordered: number;
  rate: Rate;
}

export function conversion(
  journeys: Iterable<Pick<JourneyFact, 'startedAt' | 'cart'>>,
  { from, to, asOf }: Pick<Question, 'from' | 'to' | 'asOf'>,
): Conversion {
  let begun = 0;
  let ordered = 0;
  for (const { startedAt, cart } of journeys) {
    if (startedAt < from || startedAt >= to || startedAt > asOf) continue;
    begun++;
    if (cart?.order && cart.order.at <= asOf) ordered++;
  }
  return { unit: 'journeys', begun, ordered, rate: wilson(ordered, begun) };
}
