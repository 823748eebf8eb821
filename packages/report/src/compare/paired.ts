import { type Clusters, clustersOf } from '../persons/clusters.ts';
import { personNumber } from '../persons/personNumber.ts';
import { several } from '../persons/several.ts';
import type { JourneyFact } from '../question.ts';
import type { CartAtAge } from './cartAtAge.ts';

/** What is there of both sides of a change, by number: what was before comes first. */
export interface Paired {
  /** How many were before. */
  before: number;
  /** Of each, the number of its stratum: what is alike by device and channel group. */
  strata: Int32Array;
  /** How many there are. */
  size: number;
  /** What is of the same person, on whichever side. */
  clusters: Clusters;
}

export function paired(before: readonly JourneyFact[], after: readonly JourneyFact[]): Paired {
  const journeys = [...before, ...after];
  const numbers = new Map<string, number>();
  const strata = Int32Array.from(
    journeys.map(({ entry: { device, channelGroup } }) => {
      // What isn't known is a value like any other.
      const key = JSON.stringify([device, channelGroup]);
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    }),
  );
  const known = several([journeys.map(({ person }) => personNumber(person))]);
  return {
    before: before.length,
    strata,
    size: numbers.size,
    clusters: clustersOf(known),
  };
}

export function journeyOf({ journey }: CartAtAge): JourneyFact {
  return journey;
}
