import { describe, expect, it } from 'vitest';
import { kaplanMeier, type Spell } from '../../src/survival/kaplanMeier.ts';

/**
 * Weeks of remission of 21 patients on 6-MP and 21 on placebo, a `+` where it lasted still.
 * Freireich et al. (1963), as in Kalbfleisch and Prentice, table 1.1.
 */
const DRUG = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const PLACEBO = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

const spellsOf = (weeks: string): Spell[] =>
  weeks.split(' ').map((each) => ({
    time: Number.parseInt(each, 10),
    happened: !each.endsWith('+'),
  }));
const rounded = (values: readonly number[]) => values.map((value) => value.toFixed(4));

describe(kaplanMeier.name, () => {
  it('gives the published curve of the 6-MP trial, with Greenwood’s errors', () => {
    const points = kaplanMeier(spellsOf(DRUG));
    expect(points.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(points.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(rounded(points.map(({ survival }) => survival))).toEqual(
      '0.8571 0.8067 0.7529 0.6902 0.6275 0.5378 0.4482'.split(' '),
    );
    expect(rounded(points.map(({ standardError }) => standardError))).toEqual(
      '0.0764 0.0869 0.0963 0.1068 0.1141 0.1282 0.1346'.split(' '),
    );
  });

  it('is the plain share where everything was watched to the end', () => {
    const points = kaplanMeier(spellsOf(PLACEBO));
    const half = points.find(({ survival }) => survival <= 0.5);
    expect(half?.time).toBe(8);
    for (const { time, survival } of points) {
      const left = spellsOf(PLACEBO).filter((spell) => spell.time > time).length;
      expect(survival).toBeCloseTo(left / 21, 12);
    }
  });

  it('doesn’t care about the order', () => {
    expect(kaplanMeier(spellsOf(DRUG).reverse())).toEqual(kaplanMeier(spellsOf(DRUG)));
  });

  it('says nothing of nothing', () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(kaplanMeier([{ time: 1, happened: false }])).toEqual([]);
  });
});
