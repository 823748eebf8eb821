import { describe, expect, it } from 'vitest';
import { daysToFalseAlarm, lastingShift, thresholdFor } from '../../src/overview/cusum.ts';

describe(lastingShift.name, () => {
  const flat = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 0.8 : -0.8));
  const options = { k: 0.5, h: 5 };

  it.each([
    ['up', [...flat, 2, 2, 2, 2], { since: 20, direction: 'above' }],
    ['down', [...flat, -2, -2, -2, -2], { since: 20, direction: 'below' }],
    ['not at all', flat, undefined],
    ['for a day only', [...flat, 4], undefined],
    ['up, and back again', [...flat, 3, 3, 3, ...flat], undefined],
  ])('sees values that moved %s', (_, z, shift) => {
    expect(lastingShift(z, options)).toEqual(shift);
  });
});

describe(daysToFalseAlarm.name, () => {
  // Exact run lengths: Hawkins, "Evaluation of average run lengths of cumulative sum charts for an arbitrary
  // data distribution" (1992), and R's spc::xcusum.arl: 167.68 and 465.44. Siegmund's is close to them.
  it.each([
    [4, 167.68],
    [5, 465.44],
  ])('with h = %i is about %d', (h, days) => {
    const about = daysToFalseAlarm({ k: 0.5, h });
    expect(Math.abs(about - days) / days).toBeLessThan(0.02);
  });

  it('is what a threshold is chosen by', () => {
    expect(daysToFalseAlarm({ k: 0.7, h: thresholdFor(5000, 0.7) })).toBeCloseTo(5000, 3);
  });
});
