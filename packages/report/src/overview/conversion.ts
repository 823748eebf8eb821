import { partsIn } from '../facts.ts';
import type { Part } from '../part.ts';
import type { JourneyFact, Question } from '../question.ts';
import { type Rate, wilson } from '../wilson.ts';

/** Journeys that led to an order. Unit: journeys begun in the period, with or without a cart. */
export interface Conversion extends Counts {
  unit: 'journeys';
  /** Out of those that are not under way. */
  rate: Rate;
}

interface Counts {
  begun: number;
  /** Those of them without an order that went on within `abandonedAfterMs` before `asOf`: nobody knows yet. */
  underWay: number;
  /** Those of them that had an order at `asOf`, whenever it was placed. */
  ordered: number;
}

type Asked = Pick<Question, 'from' | 'to' | 'asOf' | 'abandonedAfterMs'>;

export function conversion(journeys: Iterable<JourneyFact>, question: Asked): Conversion {
  const sum: Counts = { begun: 0, underWay: 0, ordered: 0 };
  for (const part of partsIn(journeys, question)) {
    const counts = countsOf(part, question);
    sum.begun += counts.begun;
    sum.underWay += counts.underWay;
    sum.ordered += counts.ordered;
  }
  return { unit: 'journeys', ...sum, rate: wilson(sum.ordered, sum.begun - sum.underWay) };
}

function countsOf(part: Part<JourneyFact>, question: Asked): Counts {
  const { abandonedAfterMs } = question;
  const from = Math.max(question.from, part.from);
  const to = Math.min(question.to, part.to);
  const asked = { name: `conversion ${from} ${to} ${abandonedAfterMs}`, asOf: question.asOf };
  return part.recall(asked, (facts, asOf) => {
    const counts = { begun: 0, underWay: 0, ordered: 0, until: Number.POSITIVE_INFINITY };
    const changesAt = (at: number) => {
      if (at > asOf) counts.until = Math.min(counts.until, at);
    };
    for (const { startedAt, lastAt, cart } of facts) {
      if (startedAt < from || startedAt >= to) continue;
      changesAt(startedAt);
      if (startedAt > asOf) continue;
      counts.begun++;
      const orderedAt = cart?.order?.at ?? Number.POSITIVE_INFINITY;
      changesAt(orderedAt);
      if (orderedAt <= asOf) {
        counts.ordered++;
        continue;
      }
      const over = lastAt + abandonedAfterMs;
      changesAt(over);
      if (over > asOf) counts.underWay++;
    }
    return counts;
  });
}
