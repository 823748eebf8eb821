import type { Part } from '../part.ts';
import type { TrailFact } from '../question.ts';

/** The trails of a part, one after the other, with numbers for marks: there are few different ones. */
export interface PackedTrails {
  journeys: number;
  /** By number. */
  marks: readonly string[];
  /** How often each occurs. */
  counts: readonly number[];
  /** Where the trail of each journey begins in `numbers`, and where the last one ends. */
  starts: Int32Array;
  /** The marks. */
  numbers: Int32Array;
  /** When each was, in seconds after its journey began. */
  seconds: Float64Array;
  /** Of each journey: epoch milliseconds, and 1 where it holds an order. */
  lastAt: Float64Array;
  isOrdered: Uint8Array;
}

export function packedTrails(part: Part<TrailFact>): PackedTrails {
  return part.recall({ name: 'trails', asOf: 0 }, (facts) => ({
    ...packed(facts),
    until: Number.POSITIVE_INFINITY,
  }));
}

function packed(facts: readonly TrailFact[]): PackedTrails {
  const starts = new Int32Array(facts.length + 1);
  facts.forEach(({ trail }, journey) => {
    starts[journey + 1] = starts[journey]! + trail.length;
  });
  const numbers = new Int32Array(starts[facts.length]!);
  const seconds = new Float64Array(numbers.length);
  const known = new Map<string, number>();
  const counts: number[] = [];
  let place = 0;
  for (const { trail } of facts) {
    for (const [mark, at] of trail) {
      const number = known.get(mark) ?? counts.push(0) - 1;
      if (counts[number] === 0) known.set(mark, number);
      counts[number]!++;
      numbers[place] = number;
      seconds[place] = at;
      place++;
    }
  }
  return {
    journeys: facts.length,
    marks: [...known.keys()],
    ...{ counts, starts, numbers, seconds },
    lastAt: Float64Array.from(facts, (fact) => fact.lastAt),
    isOrdered: Uint8Array.from(facts, ({ cart }) => (cart?.order ? 1 : 0)),
  };
}
