import { medianOf } from '../median.ts';

/** How long something took, over many. */
export interface TimeToConvert {
  /** `null` of nothing. */
  medianSeconds: number | null;
  /** How many took from one length to the next; the last one has no end. */
  histogram: readonly { fromSeconds: number; toSeconds: number | null; journeys: number }[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where one bar of the histogram ends and the next begins: people tell minutes apart, and days, not both at once. */
const EDGES = [0, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY];

/** @param lists In seconds. */
export function timeToConvert(lists: readonly Float64Array[]): TimeToConvert {
  const counts = EDGES.map(() => 0);
  for (const list of lists) {
    for (const each of list) counts[EDGES.findLastIndex((edge) => each >= edge)]!++;
  }
  return {
    medianSeconds: medianOf(lists),
    histogram: EDGES.map((fromSeconds, place) => ({
      fromSeconds,
      toSeconds: EDGES[place + 1] ?? null,
      journeys: counts[place]!,
    })),
  };
}
