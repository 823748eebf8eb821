import { describe, expect, it } from 'vitest';
import { type Baseline, baselineOf, type Day } from '../../src/overview/baseline.ts';
import { controlChart } from '../../src/overview/controlChart.ts';
import { pooled, sigmaZ } from '../../src/overview/laney.ts';
import { zBeyond } from '../../src/overview/zBeyond.ts';

/** Days from Sunday, 1 November 2026 on. */
const daysOf = (counts: readonly (readonly [n: number, hits: number])[]): Day[] =>
  counts.map(([n, hits], place) => ({
    day: new Date(Date.UTC(2026, 10, 1 + place)).toISOString().slice(0, 10),
    n,
    hits,
  }));

const known = (centre: number, sigma: number): Baseline => ({
  centre,
  sigmaZ: sigma,
  days: 0,
  n: 0,
  byWeekday: false,
  usual: () => ({ centre, n: Number.POSITIVE_INFINITY }),
});

describe('Laney’s p′ chart', () => {
  // z is −2/√3, 2/√3, 0, −4/√3, 4/√3, 0, so its moving ranges are 2, 1, 2, 4 and 2 times 2/√3.
  const six = daysOf([20, 30, 25, 15, 35, 25].map((hits) => [100, hits]));

  it('measures how much more shares vary than chance makes them, as by hand', () => {
    expect(pooled(six)).toBe(0.25);
    const sigma = sigmaZ(six.map((day) => ({ ...day, centre: 0.25 })));
    expect(sigma).toBeCloseTo(((11 / 5) * (2 / Math.sqrt(3))) / 1.128, 12);

    const [first] = controlChart(six, { baseline: known(0.25, sigma) });
    expect(first!.low).toBe(0);
    expect(first!.high).toBeCloseTo(0.25 + 3 * sigma * Math.sqrt(0.1875 / 100), 12);
  });

  it('is a plain p chart where nothing but chance is at work, as published', () => {
    // Orange juice cans: Montgomery, "Introduction to Statistical Quality Control", example 7.1. Centre 0.2313,
    // limits 0.0524 and 0.4102; samples 15 and 23 lie above.
    const cans = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22].concat([
      8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
    ]);
    const days = daysOf(cans.map((hits) => [50, hits]));
    expect(pooled(days)).toBeCloseTo(0.2313, 4);
    const chart = controlChart(days, { baseline: known(pooled(days), 1) });
    expect(chart[0]!.low).toBeCloseTo(0.0524, 4);
    expect(chart[0]!.high).toBeCloseTo(0.4102, 4);
    expect(chart.flatMap(({ outside }, place) => (outside === 'above' ? [place + 1] : []))).toEqual(
      [15, 23],
    );
  });

  it('is wider with fewer carts, and never closer than the least effect', () => {
    const [few, many] = controlChart(
      daysOf([
        [50, 10],
        [5000, 1000],
      ]),
      {
        baseline: known(0.2, 1),
        leastEffect: 0.05,
      },
    );
    expect(few!.high! - 0.2).toBeCloseTo(3 * Math.sqrt(0.16 / 50), 12);
    expect(many!.high).toBeCloseTo(0.25, 12);
    expect(many!.low).toBeCloseTo(0.15, 12);
  });

  it.each([
    ['above', 100, 40, 'above'],
    ['below', 100, 3, 'below'],
    ['within', 100, 25, 'no'],
    ['unjudged with too few carts', 20, 15, undefined],
    ['unjudged without a cart', 0, 0, undefined],
  ])('says that a day is %s', (_, n, hits, outside) => {
    expect(controlChart(daysOf([[n, hits]]), { baseline: known(0.2, 1) })[0]!.outside).toBe(
      outside,
    );
  });

  it('is as unsure of a day as of what it is held against', () => {
    const baseline = { ...known(0.2, 1), usual: () => ({ centre: 0.2, n: 100 }) };
    const [day] = controlChart(daysOf([[100, 20]]), { baseline });
    expect(day!.high).toBeCloseTo(0.2 + 3 * Math.sqrt((0.16 * 2) / 100), 12);
  });
});

describe(baselineOf.name, () => {
  it('takes weekdays apart only where they differ by more than chance', () => {
    const weekends = daysOf(
      Array.from({ length: 56 }, (_, n) => [100, n % 7 === 0 || n % 7 === 6 ? 80 : 60 + (n % 3)]),
    );
    const split = baselineOf(weekends)!;
    expect(split.byWeekday).toBe(true);
    expect(split.usual('2026-11-29').centre).toBeCloseTo(0.8, 12);
    expect(split.usual('2026-11-30').centre).toBeCloseTo(0.61, 2);

    const alike = daysOf(Array.from({ length: 56 }, (_, n) => [100, 60 + ((n * 5) % 11)]));
    expect(baselineOf(alike)).toMatchObject({ byWeekday: false, days: 56, n: 5600 });
  });

  it('knows nothing without carts', () => {
    expect(baselineOf(daysOf([[0, 0]]))).toBeUndefined();
  });
});

it.each([
  [0.05, 1.959964],
  [0.0027, 2.999977],
  [0.0001, 3.890592],
])('%d lies beyond so many standard deviations', (chance, z) => {
  expect(zBeyond(chance)).toBeCloseTo(z, 5);
});
