/** A value with the bounds it lies between, or nothing: a gap in the curve. All from 0 to 1. */
export interface CurvePoint {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** SVG path data of a line, and of the band around it. */
export interface Curve {
  line: string;
  band: string;
}

/**
 * Draws points at equal distances into a box of the given size, each in the middle of its slot.
 * Gaps stay gaps; a point between two of them becomes a short level stroke.
 */
export function curveOf(
  points: readonly CurvePoint[],
  { width, height }: { width: number; height: number },
): Curve {
  const slot = width / points.length;
  const y = (share: number) => round((1 - share) * height);

  const runs: Spot[][] = [];
  points.forEach(({ value, low, high }, index) => {
    if (value === null || low === null || high === null) return;
    const spot = { index, x: (index + 0.5) * slot, value: y(value), low: y(low), high: y(high) };
    const run = runs.at(-1);
    if (run && run.at(-1)!.index === index - 1) run.push(spot);
    else runs.push([spot]);
  });

  const drawn = runs.map((run) => (run.length > 1 ? run : widened(run[0]!, slot * 0.3)));
  return {
    line: drawn.map((run) => path(run.map(({ x, value }) => [x, value]))).join(''),
    band: drawn
      .map((run) => {
        const there = run.map(({ x, high }): Place => [x, high]);
        const back = run.map(({ x, low }): Place => [x, low]).reverse();
        return `${path([...there, ...back])}Z`;
      })
      .join(''),
  };
}

type Place = readonly [x: number, y: number];

interface Spot {
  index: number;
  x: number;
  value: number;
  low: number;
  high: number;
}

function widened(spot: Spot, by: number): Spot[] {
  return [
    { ...spot, x: spot.x - by },
    { ...spot, x: spot.x + by },
  ];
}

function path(places: readonly Place[]): string {
  return `M${places.map(([x, y]) => `${round(x)} ${y}`).join('L')}`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
