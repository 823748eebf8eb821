import { partsIn } from '../facts.ts';
import type { Part } from '../part.ts';
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
  journeys: Iterable<JourneyFact>,
  question: Pick<Question, 'from' | 'to' | 'asOf'>,
): Conversion {
  let begun = 0;
  let ordered = 0;
  for (const part of partsIn(journeys, question)) {
    const counts = countsOf(part, question);
    begun += counts.begun;
    ordered += counts.ordered;
  }
  return { unit: 'journeys', begun, ordered, rate: wilson(ordered, begun) };
}

function countsOf(
  part: Part<JourneyFact>,
  question: Pick<Question, 'from' | 'to' | 'asOf'>,
): Pick<Conversion, 'begun' | 'ordered'> {
  const from = Math.max(question.from, part.from);
  const to = Math.min(question.to, part.to);
  const asked = { name: `conversion ${from} ${to}`, asOf: question.asOf };
  return part.recall(asked, (facts, asOf) => {
    const counts = { begun: 0, ordered: 0, until: Number.POSITIVE_INFINITY };
    for (const { startedAt, cart } of facts) {
      if (startedAt < from || startedAt >= to) continue;
      const orderedAt = cart?.order?.at;
      if (startedAt <= asOf) counts.begun++;
      if (startedAt <= asOf && orderedAt !== undefined && orderedAt <= asOf) counts.ordered++;
      for (const at of [startedAt, orderedAt ?? startedAt]) {
        if (at > asOf) counts.until = Math.min(counts.until, at);
      }
    }
    return counts;
  });
}
