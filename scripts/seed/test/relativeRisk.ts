/** A figure and the interval that misses the true one in 1 of 2,000 counts. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Wide, for a new product in the shop is a new draw for every test. */
const Z = 3.48;

interface Group {
  n: number;
  stopped: number;
}

export function countStops(visits: readonly { stopped: boolean }[]): Group {
  return { n: visits.length, stopped: visits.filter(({ stopped }) => stopped).length };
}

/** How much likelier those exposed are to stop, with Katz's interval. */
export function relativeRisk(exposed: Group, others: Group): Estimate {
  const value = exposed.stopped / exposed.n / (others.stopped / others.n);
  const spread = Math.exp(
    Z * Math.sqrt(1 / exposed.stopped - 1 / exposed.n + 1 / others.stopped - 1 / others.n),
  );
  return { value, low: value / spread, high: value * spread };
}

/** A share, with Wilson's interval. */
export function shareOf(count: number, n: number): Estimate {
  const value = count / n;
  const middle = (value + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half =
    (Z * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  return { value, low: middle - half, high: middle + half };
}
