import type { TrailFact } from '../question.ts';

/** Trails with numbers for marks: there are few different ones, and many of each. */
export interface NumberedTrails {
  /** Marks by number. */
  marks: readonly string[];
  /** How often each occurs. */
  counts: readonly number[];
  /** The marks of each journey, in its order. */
  trails: readonly Int32Array[];
}

export function numberedTrails(facts: Iterable<Pick<TrailFact, 'trail'>>): NumberedTrails {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const trails: Int32Array[] = [];
  for (const { trail } of facts) {
    const numbered = new Int32Array(trail.length);
    for (let place = 0; place < trail.length; place++) {
      const mark = trail[place]![0];
      let number = numbers.get(mark);
      if (number === undefined) {
        number = counts.push(0) - 1;
        numbers.set(mark, number);
      }
      counts[number]!++;
      numbered[place] = number;
    }
    trails.push(numbered);
  }
  return { marks: [...numbers.keys()], counts, trails };
}
