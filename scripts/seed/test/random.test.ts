import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';

const draw = (random = createRandom(1), count = 5) => Array.from({ length: count }, random.uint32);

describe(createRandom.name, () => {
  it('draws the same numbers for the same seeds, and others for others', () => {
    expect(draw(createRandom(1, 2))).toEqual(draw(createRandom(1, 2)));
    const first = [[], [1], [2], [1, 0], [1, 1], [0, 1]].map(
      (seeds) => draw(createRandom(...seeds))[0],
    );
    expect(new Set(first).size).toBe(first.length);
  });

  it('is even', () => {
    const random = createRandom(1);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 20_000; n++) tenths[Math.floor(random.between(0, 10))]!++;
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('weighs keys', () => {
    const random = createRandom(1);
    const drawn = Array.from({ length: 4000 }, () => random.weighted({ a: 3, b: 1, never: 0 }));
    const share = drawn.filter((key) => key === 'a').length / drawn.length;
    expect(share).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
  });

  it('has the median and the mean that were asked for', () => {
    const random = createRandom(1);
    const logNormal = Array.from({ length: 9999 }, () =>
      random.logNormal({ median: 60, sigma: 0.7 }),
    );
    const waits = Array.from({ length: 9999 }, () => random.exponential(8));
    expect(logNormal.sort((a, b) => a - b)[4999]! / 60).toBeCloseTo(1, 1);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 9999 / 8).toBeCloseTo(1, 1);
  });
});
