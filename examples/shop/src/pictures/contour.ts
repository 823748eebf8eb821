interface Contour {
  x: number;
  y: number;
  radius: number;
  /** The same one gives the same coast. */
  seed: number;
  /** Width to height. @default 1 */
  stretch?: number;
}

const POINTS = 24;

/** A closed line as land draws it, as SVG path data. */
export function contour({ x, y, radius, seed, stretch = 1 }: Contour): string {
  const points = Array.from({ length: POINTS }, (_, i) => {
    const angle = (i / POINTS) * 2 * Math.PI;
    // Three waves make a coast. The radius moves them, so that nested lines differ a little.
    const wave =
      0.16 * Math.sin(2 * angle + seed + radius / 90) +
      0.1 * Math.sin(3 * angle + 1.7 * seed - radius / 70) +
      0.06 * Math.sin(5 * angle + 2.3 * seed + radius / 50);
    const reach = radius * (1 + wave);
    return [x + reach * stretch * Math.cos(angle), y + reach * Math.sin(angle)] as const;
  });
  return `${smooth(points)}Z`;
}

type Point = readonly [x: number, y: number];

/** Catmull-Rom through all points, closed, as cubic Béziers. */
function smooth(points: readonly Point[]): string {
  const at = (i: number) => points[(i + points.length) % points.length]!;
  const curves = points.map(([x, y], i) => {
    const [before, next, after] = [at(i - 1), at(i + 1), at(i + 2)];
    const from = [x + (next[0] - before[0]) / 6, y + (next[1] - before[1]) / 6];
    const to = [next[0] - (after[0] - x) / 6, next[1] - (after[1] - y) / 6];
    return `C${[...from, ...to, ...next].map((n) => n.toFixed(1)).join(' ')}`;
  });
  return `M${at(0)
    .map((n) => n.toFixed(1))
    .join(' ')}${curves.join('')}`;
}
