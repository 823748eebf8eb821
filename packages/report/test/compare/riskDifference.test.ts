import { describe, expect, it } from 'vitest';
import { meanDifference, momentsOf } from '../../src/compare/meanDifference.ts';
import { neededOnEachSide } from '../../src/compare/needed.ts';
import { riskDifference } from '../../src/compare/riskDifference.ts';

/**
 * Deaths on tolbutamide and placebo by age, of the University Group Diabetes Program (1970), the usual example for
 * pooled differences: Rothman, Greenland and Lash, "Modern Epidemiology", chapter 15, where it is 0.035.
 */
const UGDP = [
  { after: { hits: 8, n: 106 }, before: { hits: 5, n: 120 } },
  { after: { hits: 22, n: 98 }, before: { hits: 16, n: 85 } },
];

describe(riskDifference.name, () => {
  it('gives the published difference', () => {
    const { value, covered } = riskDifference(UGDP)!;
    expect(value).toBeCloseTo(0.0349, 4);
    expect(covered).toBe(1);
  });

  it('has an interval like that of resampling', () => {
    const random = generator(7);
    const drawn = Array.from({ length: 4000 }, () => {
      const strata = UGDP.map(({ after, before }) => ({
        after: { n: after.n, hits: binomial(after.n, after.hits / after.n, random) },
        before: { n: before.n, hits: binomial(before.n, before.hits / before.n, random) },
      }));
      return riskDifference(strata)!.value;
    }).sort((a, b) => a - b);
    const { low, high } = riskDifference(UGDP)!;
    expect(low).toBeCloseTo(drawn[100]!, 1.7);
    expect(high).toBeCloseTo(drawn[3900]!, 1.7);
    expect(high - low).toBeCloseTo(drawn[3900]! - drawn[100]!, 1.9);
  });

  it('is the plain difference where all are alike', () => {
    const [one] = UGDP;
    expect(riskDifference([one!])!.value).toBeCloseTo(8 / 106 - 5 / 120, 12);
  });

  it('is no change where only the mix changed', () => {
    // Phones leave 80 %, desktops 40 %, before as after; after, most are phones.
    const strata = [
      { before: { hits: 80, n: 100 }, after: { hits: 320, n: 400 } },
      { before: { hits: 160, n: 400 }, after: { hits: 40, n: 100 } },
    ];
    const { value, low, high } = riskDifference(strata)!;
    expect(value).toBeCloseTo(0, 12);
    expect(low).toBeCloseTo(-high, 12);
  });

  it('says what it rests on, and nothing where nothing can be compared', () => {
    const alone = { after: { hits: 3, n: 30 }, before: { hits: 0, n: 0 } };
    const [one] = UGDP;
    expect(riskDifference([one!, alone])!.covered).toBeCloseTo(226 / 256, 12);
    expect(riskDifference([one!, alone])!.value).toBe(riskDifference([one!])!.value);
    expect(riskDifference([alone])).toBeNull();
  });
});

describe(meanDifference.name, () => {
  it('is Welch’s interval for one stratum', () => {
    const after = momentsOf([27.5, 21.0, 19.0, 23.6, 17.0, 17.9]);
    const before = momentsOf([27.1, 22.0, 20.8, 23.4, 23.4, 23.5]);
    // By hand: means 21 and 23.3667, variances 15.724 and 4.4827.
    expect(after.variance).toBeCloseTo(15.724, 9);
    expect(before.variance).toBeCloseTo(4.48267, 5);
    const { value, low } = meanDifference([{ before, after }])!;
    expect(value).toBeCloseTo(-2.36667, 5);
    expect(value - low).toBeCloseTo(1.959964 * Math.sqrt((15.724 + 4.482667) / 6), 5);
  });

  it('is no change where only the mix changed', () => {
    const small = [10, 12, 8, 10];
    const large = [100, 120, 80, 100];
    const strata = [
      { before: momentsOf(small), after: momentsOf([...small, ...small]) },
      { before: momentsOf([...large, ...large]), after: momentsOf(large) },
    ];
    expect(meanDifference(strata)!.value).toBeCloseTo(0, 12);
  });

  it('says nothing where one order is all there is', () => {
    expect(meanDifference([{ before: momentsOf([1]), after: momentsOf([1, 2]) }])).toBeNull();
  });
});

it('needs as many as the textbook says', () => {
  // Fleiss, "Statistical Methods for Rates and Proportions", without the correction for continuity:
  // (1.96 + 0.8416)² (0.6·0.4 + 0.5·0.5) / 0.1² = 384.6.
  const variance = { before: 0.6 * 0.4, after: 0.5 * 0.5 };
  expect(neededOnEachSide(0.1, variance)).toBe(385);
  expect(neededOnEachSide(-0.05, variance)).toBe(1539);
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function binomial(n: number, p: number, random: () => number): number {
  let hits = 0;
  for (let draw = 0; draw < n; draw++) if (random() < p) hits++;
  return hits;
}
