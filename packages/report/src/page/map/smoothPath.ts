export type Place = readonly [x: number, y: number];

/**
 * SVG path data of a smooth line through places from left to right. Between two of them it never
 * rises above the higher one nor falls below the lower: it invents no peak that was not measured.
 *
 * Fritsch, F. N. and Carlson, R. E. (1980), "Monotone piecewise cubic interpolation", with the slopes
 * that d3's `curveMonotoneX` takes: Steffen, M. (1990), "A simple method for monotonic interpolation".
 */
export function smoothPath(places: readonly Place[]): string {
  if (places.length === 0) return '';
  const slopes = places.map((_, index) => slopeAt(places, index));
  const [first, ...rest] = places;
  const curves = rest.map(([x, y], index) => {
    const [x0, y0] = places[index]!;
    const third = (x - x0) / 3;
    const out = [x0 + third, y0 + third * slopes[index]!];
    const into = [x - third, y - third * slopes[index + 1]!];
    return `C${[...out, ...into, x, y].map(round).join(' ')}`;
  });
  return `M${first!.map(round).join(' ')}${curves.join('')}`;
}

/** The same, closed along another line: the area between the two. */
export function smoothArea(there: readonly Place[], back: readonly Place[]): string {
  if (there.length === 0) return '';
  const reversed = smoothPath([...back].map(([x, y]): Place => [-x, y]).reverse());
  // Drawn mirrored, so that it too goes from left to right, and mirrored again.
  const along = reversed.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${round(-x)} ${y}`);
  return `${smoothPath(there)}${along.replace('M', 'L')}Z`;
}

function slopeAt(places: readonly Place[], index: number): number {
  const before = secant(places, index - 1);
  const behind = secant(places, index);
  // Ends are level: nothing is known of what lies beyond.
  if (before === undefined || behind === undefined) return 0;
  if (before * behind <= 0) return 0;
  const [x0] = places[index - 1]!;
  const [x1] = places[index]!;
  const [x2] = places[index + 1]!;
  const mean = (before * (x2 - x1) + behind * (x1 - x0)) / (x2 - x0);
  return Math.sign(before) * Math.min(Math.abs(before), Math.abs(behind), Math.abs(mean) / 2) * 2;
}

function secant(places: readonly Place[], index: number): number | undefined {
  const [from, to] = [places[index], places[index + 1]];
  return from && to ? (to[1] - from[1]) / (to[0] - from[0]) : undefined;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
