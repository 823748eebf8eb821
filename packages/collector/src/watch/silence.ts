/** When a site's browsers were heard of. */
export interface Received {
  /** Epoch milliseconds by the collector's clock. */
  lastAt: number;
  /** Quarters of an hour since 1970 in which something arrived, ascending: those of the week before `lastAt`. */
  quarters: readonly number[];
}

export const QUARTER_MS = 15 * 60 * 1000;
export const REMEMBERED_QUARTERS = 7 * 24 * 4;

/** How much longer than its longest usual gap a site may be silent. */
const LONGER_THAN_USUAL = 3;
const LEAST_MS = 2 * 60 * 60 * 1000;

/** A site that has been heard of for less has not shown yet what its nights are like. */
const KNOWN_AFTER_QUARTERS = 24 * 4;

/** One more arrival. What is a week older than it is forgotten. */
export function heardAt(before: Received | undefined, at: number): Received {
  const quarter = Math.floor(at / QUARTER_MS);
  const known = before?.quarters ?? [];
  const lastAt = Math.max(at, before?.lastAt ?? at);
  if ((known.at(-1) ?? Number.NEGATIVE_INFINITY) >= quarter) return { lastAt, quarters: known };
  const kept = known.filter((each) => each > quarter - REMEMBERED_QUARTERS);
  return { lastAt, quarters: [...kept, quarter] };
}

/**
 * Since when a site is silent for longer than it ever is: three times the longest gap of its last week
 * with data, and two hours at least. `undefined` while it isn't, and for a site that was first heard
 * of less than a day before.
 *
 * A shop that sleeps for eight hours each night is told of after a day; one that is never quiet, after
 * two hours.
 *
 * @returns Epoch milliseconds.
 */
export function silentSince(received: Received | undefined, now: number): number | undefined {
  const [first, ...later] = received?.quarters ?? [];
  const last = later.at(-1);
  if (!received || first === undefined || last === undefined) return undefined;
  if (last - first < KNOWN_AFTER_QUARTERS) return undefined;

  let previous = first;
  let longest = 0;
  for (const quarter of later) {
    longest = Math.max(longest, quarter - previous);
    previous = quarter;
  }
  const patienceMs = Math.max(LEAST_MS, LONGER_THAN_USUAL * longest * QUARTER_MS);
  return now - received.lastAt > patienceMs ? received.lastAt : undefined;
}
