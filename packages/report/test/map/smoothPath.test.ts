import { describe, expect, it } from 'vitest';
import { type Place, smoothArea, smoothPath } from '../../src/page/map/smoothPath.ts';

const STEEP: Place[] = [
  [0, 0],
  [100, 80],
  [200, 78],
  [300, 5],
  [400, 90],
];

/** The control points of each curve of a path. */
function curvesOf(path: string): number[][] {
  return path
    .split('C')
    .slice(1)
    .map((curve) => curve.split(' ').map(Number));
}

describe(smoothPath.name, () => {
  it('goes through every place', () => {
    const path = smoothPath(STEEP);
    expect(path.startsWith('M0 0')).toBe(true);
    expect(curvesOf(path).map((curve) => curve.slice(4))).toEqual(STEEP.slice(1));
  });

  it('invents no peak: between two places it never leaves what lies between them', () => {
    let [, y0] = STEEP[0]!;
    for (const [, y1, , y2, , y3] of curvesOf(smoothPath(STEEP))) {
      for (let t = 0; t <= 1; t += 0.02) {
        const s = 1 - t;
        const y = s ** 3 * y0 + 3 * s * s * t * y1! + 3 * s * t * t * y2! + t ** 3 * y3!;
        expect(y).toBeGreaterThanOrEqual(Math.min(y0, y3!) - 0.01);
        expect(y).toBeLessThanOrEqual(Math.max(y0, y3!) + 0.01);
      }
      y0 = y3!;
    }
  });

  it('is level at a peak, and has a slope on the way', () => {
    const [first, second] = curvesOf(smoothPath([...STEEP.slice(0, 2), [200, 85], [300, 5]]));
    expect(first![3]).not.toBe(first![5]);
    expect(second![3]).toBe(second![5]);
  });

  it('draws nothing of nothing', () => {
    expect(smoothPath([])).toBe('');
    expect(smoothArea([], [])).toBe('');
  });
});

describe(smoothArea.name, () => {
  it('goes there along one line and back along the other', () => {
    const low: Place[] = STEEP.map(([x, y]) => [x, y + 10]);
    const area = smoothArea(STEEP, low);
    expect(area.startsWith(smoothPath(STEEP))).toBe(true);
    expect(area).toContain('L400 100C');
    expect(area.endsWith('0 10Z')).toBe(true);
  });
});
