import type { JourneyFact } from '../question.ts';
import type { Pair } from './riskDifference.ts';
import type { Count } from './stopCounts.ts';

/** By device and channel group. What isn't known is a value like any other. */
export function stratumOf({ entry }: JourneyFact): string {
  return JSON.stringify([entry.device, entry.channelGroup]);
}

/** Counts by stratum. */
export function countsOf<Each>(
  all: readonly Each[],
  journeyOf: (each: Each) => JourneyFact,
  countOf: (each: Each) => Count,
): Map<string, Count> {
  const strata = new Map<string, Count>();
  for (const each of all) {
    const { hits, n } = countOf(each);
    if (n === 0) continue;
    const key = stratumOf(journeyOf(each));
    const known = strata.get(key) ?? { hits: 0, n: 0 };
    strata.set(key, { hits: known.hits + hits, n: known.n + n });
  }
  return strata;
}

/** Strata of either side, each with what there is of it on both. */
export function pairsOf<Value>(
  { before, after }: Pair<ReadonlyMap<string, Value>>,
  none: Value,
): Pair<Value>[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({
    before: before.get(key) ?? none,
    after: after.get(key) ?? none,
  }));
}

export function totalOf(strata: ReadonlyMap<string, Count>): Count {
  let [hits, n] = [0, 0];
  for (const count of strata.values()) {
    hits += count.hits;
    n += count.n;
  }
  return { hits, n };
}
