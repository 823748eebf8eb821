/** A shift that lasts to the end. */
export interface Shift {
  /** Place of the first day after it, where that most likely is. */
  since: number;
  direction: 'above' | 'below';
}

/**
 * Whether values have moved for good: two one-sided cumulative sums, `S = max(0, S ± z − k)`, over `h`
 * at the end. What has swung back since is no shift.
 *
 * Page, E. S. (1954), "Continuous inspection schemes", Biometrika 41.
 *
 * @param z Standardised: 0 is usual, 1 a standard deviation above.
 */
export function lastingShift(
  z: readonly number[],
  { k, h }: { k: number; h: number },
): Shift | undefined {
  for (const direction of ['above', 'below'] as const) {
    const sign = direction === 'above' ? 1 : -1;
    let sum = 0;
    let since = 0;
    z.forEach((each, place) => {
      const next = Math.max(0, sum + sign * each - k);
      if (sum === 0 && next > 0) since = place;
      sum = next;
    });
    if (sum >= h) return { since: likeliestStart(z, since), direction };
  }
  return undefined;
}

/**
 * Where a level that lasts to the end most likely begins: the place from which on the mean lies farthest from zero,
 * for how many values it is of.
 *
 * @param from Place of the first candidate.
 */
function likeliestStart(z: readonly number[], from: number): number {
  let [best, farthest, sum] = [from, 0, 0];
  for (let place = z.length - 1; place >= from; place--) {
    sum += z[place]!;
    const distance = Math.abs(sum) / Math.sqrt(z.length - place);
    if (distance >= farthest) [best, farthest] = [place, distance];
  }
  return best;
}

/**
 * How many days pass until one of both sums is over `h` by chance, on average.
 *
 * Siegmund, D. (1985), "Sequential Analysis", as quoted in Montgomery, "Introduction to Statistical
 * Quality Control", section 9.1: `ARL = (e^(2kb) − 2kb − 1) / 2k²` with `b = h + 1.166`, halved for two.
 */
export function daysToFalseAlarm({ k, h }: { k: number; h: number }): number {
  const kb = 2 * k * (h + 1.166);
  return (Math.exp(kb) - kb - 1) / (2 * k * k) / 2;
}

/** The `h` with which a false alarm takes so many days. */
export function thresholdFor(days: number, k: number): number {
  let [low, high] = [0, 60];
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (daysToFalseAlarm({ k, h: middle }) < days) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
