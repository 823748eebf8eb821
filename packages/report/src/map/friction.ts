/** A friction index with its 95 % interval; all three are `null` where fewer than 30 journeys were measured. */
export interface Friction {
  /** Frictions per 100 journeys. From 0, calm, to 500: everybody met all five kinds. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** Journeys measured. */
  n: number;
}

/** Below this nothing is told of how it felt. */
export const ENOUGH = 30;

/**
 * The friction index of a stage: how many of five kinds of friction its shoppers met there, per 100
 * journeys. The kinds are those that can be met in every stage, so that stages can be compared: an
 * alert, an error of the page (a failed request is one too), a rage click, a dead click, a web vital
 * rated poor. A kind counts once a journey, however often it was met: one script gone wild is one
 * friction.
 *
 * The interval is the score interval of a Poisson mean, `(x + k/2 ± √(kx + k²/4)) / n` with
 * `k = z² · max(1, s²/m)`: kinds that come together widen it.
 *
 * @param perJourney How many kinds each measured journey met.
 */
export function frictionOf(perJourney: readonly number[] | Uint8Array): Friction {
  const n = perJourney.length;
  if (n < ENOUGH) return { value: null, low: null, high: null, n };

  let met = 0;
  for (const kinds of perJourney) met += kinds;
  const mean = met / n;
  let squares = 0;
  for (const kinds of perJourney) squares += (kinds - mean) ** 2;
  const variance = squares / (n - 1);
  const k = Z ** 2 * (mean === 0 ? 1 : Math.max(1, variance / mean));
  const centre = met + k / 2;
  const half = Math.sqrt(k * met + k ** 2 / 4);
  const per100 = (count: number) => (100 * count) / n;
  return {
    value: per100(met),
    low: Math.max(0, per100(centre - half)),
    high: per100(centre + half),
    n,
  };
}

/** How many kinds of friction there are among what was met. */
export function kindsOf(pains: Iterable<string>): number {
  const kinds = new Set<string>();
  for (const what of pains) {
    const [name] = what.split(':', 1);
    if (KINDS.has(name!)) kinds.add(KINDS.get(name!)!);
  }
  return kinds.size;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['alert', 'alert'],
  ['exception', 'error'],
  ['failed_request', 'error'],
  ['rage_click', 'rage_click'],
  ['dead_click', 'dead_click'],
  ['poor', 'poor'],
]);

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;
