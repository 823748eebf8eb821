import { partsOf } from '../facts.ts';
import type { Part } from '../part.ts';
import type { TrailFact } from '../question.ts';
import { type PackedTrails, packedTrails } from './packedTrails.ts';

/** Trails with numbers for marks, the same ones in all parts. */
export interface NumberedTrails {
  journeys: number;
  /** Marks by number. */
  marks: readonly string[];
  /** How often each occurs. */
  counts: readonly number[];
  parts: readonly {
    part: Part<TrailFact>;
    trails: PackedTrails;
    /** The number of each of its own marks. */
    numbers: Int32Array;
  }[];
}

export function numberedTrails(facts: Iterable<TrailFact>): NumberedTrails {
  const known = new Map<string, number>();
  const counts: number[] = [];
  const parts = partsOf(facts).map((part) => {
    const trails = packedTrails(part);
    const numbers = Int32Array.from(trails.marks, (mark, own) => {
      const number = known.get(mark) ?? counts.push(0) - 1;
      known.set(mark, number);
      counts[number]! += trails.counts[own]!;
      return number;
    });
    return { part, trails, numbers };
  });
  const journeys = parts.reduce((sum, { trails }) => sum + trails.journeys, 0);
  return { journeys, marks: [...known.keys()], counts, parts };
}
