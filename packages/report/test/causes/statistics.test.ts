import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/causes/benjaminiHochberg.ts';
import { mantelHaenszel } from '../../src/causes/mantelHaenszel.ts';
import { riskRatio, type Table } from '../../src/causes/riskRatio.ts';
import { twoSidedP } from '../../src/normal.ts';

/** Stopped of so many exposed, and of so many others. */
const table = (a: number, n1: number, c: number, n0: number): Table => ({
  exposed: { carts: n1, stopped: a },
  unexposed: { carts: n0, stopped: c },
});
const rounded = (figures: object | null, digits: number) =>
  Object.values(figures ?? {}).map((figure: number) => Number(figure.toFixed(digits)));

describe(twoSidedP, () => {
  // scipy.stats.norm.sf, doubled.
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [-1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.9, 0.003731626600768075],
    [3, 0.0026997960632601866],
    [-3.1, 0.0019352064264367126],
    [6, 1.973175290075389e-9],
    [10, 1.523970604832094e-23],
    [20, 5.507248237212311e-89],
    [60, 0],
  ])('of %d is %d', (z, p) => {
    expect(Math.abs(twoSidedP(z) - p)).toBeLessThanOrEqual(p * 1e-11);
  });
});

describe(riskRatio, () => {
  // An e-commerce log's 632 payment sessions, computed twice: with R and by hand.
  it.each([
    ['a payment error', table(84, 95, 78, 537), [6.087, 4.897, 7.568]],
    ['a support chat', table(82, 117, 80, 515), [4.512, 3.572, 5.699]],
  ])('has Katz’s interval: %s', (_, known, published) => {
    expect(rounded(riskRatio(known), 3)).toEqual(published);
  });

  it('has no value with nobody to compare, or when nobody stopped', () => {
    expect(riskRatio(table(3, 5, 0, 0))).toBeNull();
    expect(riskRatio(table(0, 0, 3, 5))).toBeNull();
    expect(riskRatio(table(0, 5, 0, 5))).toBeNull();
  });

  it('stays finite where one side never stopped', () => {
    // (40.5 / 51) / (0.5 / 101), and its inverse.
    const never = riskRatio(table(40, 50, 0, 100))!;
    expect(never.value).toBeCloseTo(160.41, 2);
    expect(never.low).toBeGreaterThan(1);
    const always = riskRatio(table(0, 100, 40, 50))!;
    expect(always.value).toBeCloseTo(1 / never.value, 12);
    expect(always.high).toBeCloseTo(1 / never.low, 12);
  });
});

describe(mantelHaenszel, () => {
  /** Cases and others among the vaccinated, then among the controls: Colditz et al. (1994). */
  const BCG = [
    [4, 119, 11, 128],
    [6, 300, 29, 274],
    [3, 228, 11, 209],
    [62, 13536, 248, 12619],
    [33, 5036, 47, 5761],
    [180, 1361, 372, 1079],
    [8, 2537, 10, 619],
    [505, 87886, 499, 87892],
    [29, 7470, 45, 7232],
    [17, 1699, 65, 1600],
    [186, 50448, 141, 27197],
    [5, 2493, 3, 2338],
    [27, 16886, 29, 17825],
  ] as const;

  it('agrees with R’s metafor and Stata’s metan on thirteen trials of a vaccine', () => {
    // rma.mh(measure = "RR", data = dat.bcg): 0.6353 [0.5881, 0.6862].
    const strata = BCG.map(([a, b, c, d]) => table(a, a + b, c, c + d));
    expect(rounded(mantelHaenszel(strata)!.ratio, 4)).toEqual([0.6353, 0.5881, 0.6862]);
  });

  it('agrees with a textbook on the diabetes trial, by age', () => {
    // Rothman, "Epidemiology: an introduction": deaths under tolbutamide and placebo, pooled ratio 1.33.
    const strata = [table(8, 106, 5, 120), table(22, 98, 16, 85)];
    expect(mantelHaenszel(strata)!.ratio.value).toBeCloseTo(1.33, 2);
  });

  it('has the chi-square of R’s mantelhaen.test, but for the correction', () => {
    // UCBAdmissions by department: X-squared = 1.4269 with half an applicant taken off the surplus.
    const ucb = [
      [512, 313, 89, 19],
      [353, 207, 17, 8],
      [120, 205, 202, 391],
      [138, 279, 131, 244],
      [53, 138, 94, 299],
      [22, 351, 24, 317],
    ] as const;
    const strata = ucb.map(([a, b, c, d]) => table(a, a + b, c, c + d));
    let surplus = 0;
    for (const [a, b, c, d] of ucb) surplus += a - ((a + b) * (a + c)) / (a + b + c + d);
    const { z } = mantelHaenszel(strata)!;
    expect(((z * (Math.abs(surplus) - 0.5)) / surplus) ** 2).toBeCloseTo(1.4269, 4);
    expect(Math.sign(z)).toBe(Math.sign(surplus));
  });

  it('is the plain ratio with the plain interval when there is one stratum', () => {
    const known = table(84, 95, 78, 537);
    const { ratio, z, p } = mantelHaenszel([known])!;
    const plain = riskRatio(known)!;
    for (const end of ['value', 'low', 'high'] as const) {
      expect(ratio[end]).toBeCloseTo(plain[end], 12);
    }
    expect(p).toBe(twoSidedP(z));
  });

  it('is not fooled where all of the difference lies between strata', () => {
    const mobile = table(160, 200, 80, 100);
    const desktop = table(10, 100, 20, 200);
    const { ratio, z } = mantelHaenszel([mobile, desktop])!;
    expect(riskRatio(table(170, 300, 100, 300))!.low).toBeGreaterThan(1.4);
    expect(ratio.value).toBeCloseTo(1, 12);
    expect(z).toBeCloseTo(0, 12);
  });

  it('learns nothing from strata in which all or none are exposed', () => {
    const known = table(20, 50, 10, 50);
    expect(mantelHaenszel([known, table(9, 9, 0, 0), table(0, 0, 7, 70)])).toEqual(
      mantelHaenszel([known]),
    );
    expect(mantelHaenszel([table(9, 9, 0, 0), table(0, 0, 7, 70)])).toBeNull();
    expect(mantelHaenszel([])).toBeNull();
  });

  it('stays finite where the others never stopped in any stratum', () => {
    const { ratio, z } = mantelHaenszel([table(20, 25, 0, 50), table(20, 25, 0, 50)])!;
    expect(ratio).toEqual(riskRatio(table(40, 50, 0, 100)));
    expect(z).toBeGreaterThan(5);
  });
});

describe(benjaminiHochberg, () => {
  /** The fifteen of the paper that introduced it. */
  const P = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
    0.6528, 0.759, 1,
  ];

  it('rejects four of the paper’s fifteen at 5 %', () => {
    expect(benjaminiHochberg(P).filter((q) => q <= 0.05)).toHaveLength(4);
  });

  it('gives each its q wherever it stands', () => {
    const shuffled = [7, 0, 14, 3, 9, 1, 5, 12, 2, 11, 4, 13, 6, 8, 10];
    const q = benjaminiHochberg(P);
    expect(benjaminiHochberg(shuffled.map((place) => P[place]!))).toEqual(
      shuffled.map((place) => q[place]),
    );
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
    // What ranks after a smaller quotient takes that one's.
    expect(q[4]).toBeCloseTo(
      Math.min(...[5, 6, 7, 8, 9].map((rank) => (P[rank - 1]! * 15) / rank)),
    );
    expect(q[14]).toBe(1);
  });

  it('has nothing to say about nothing', () => {
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
