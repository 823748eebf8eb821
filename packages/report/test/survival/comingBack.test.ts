import { describe, expect, it } from 'vitest';
import { comingBack } from '../../src/survival/comingBack.ts';
import { kaplanMeier, type Spell } from '../../src/survival/kaplanMeier.ts';
import { wilson } from '../../src/wilson.ts';
import { DAY, HOUR, MINUTE } from '../facts.ts';

const back = (time: number, count = 1): Spell[] =>
  Array.from({ length: count }, () => ({ time, happened: true }));
const silent = (time: number, count = 1): Spell[] =>
  Array.from({ length: count }, () => ({ time, happened: false }));
const shareAt = (report: ReturnType<typeof comingBack>, ms: number) =>
  report.points.find(({ afterSeconds }) => afterSeconds === ms / 1000)?.share;

describe(comingBack.name, () => {
  it('is the plain share of those silent for so long, where all were watched to the end', () => {
    const report = comingBack(
      [
        ...back(12 * MINUTE, 60),
        ...back(90 * MINUTE, 20),
        ...back(3 * DAY, 5),
        ...silent(30 * DAY, 40),
      ],
      HOUR,
    );
    expect(report).toMatchObject({ unit: 'silences', silences: 125, cameBack: 85 });
    expect(report.horizonSeconds).toBe((30 * DAY) / 1000);
    expect(shareAt(report, 10 * MINUTE)).toMatchObject({ value: expect.closeTo(85 / 125), n: 125 });
    expect(shareAt(report, HOUR)).toMatchObject({ value: expect.closeTo(25 / 65), n: 65 });
    expect(shareAt(report, 2 * HOUR)).toMatchObject({ value: expect.closeTo(5 / 45), n: 45 });
    expect(shareAt(report, 4 * DAY)).toEqual(wilson(0, 40));
    expect(report.now?.share.n).toBe(65);
    // Silences of less than ten minutes are not among these.
    expect(comingBack(back(12 * MINUTE, 60), 5 * MINUTE).now).toBeNull();
  });

  it('finds the shortest time after which fewer than a tenth come back', () => {
    const spells = [...back(20 * MINUTE, 50), ...back(5 * HOUR, 10), ...silent(30 * DAY, 100)];
    // 10 of 110 is less than a tenth, 60 of 160 is not.
    expect(comingBack(spells, HOUR).fitting).toMatchObject({ afterSeconds: 1800 });
    expect(comingBack([...spells, ...back(5 * HOUR, 5)], HOUR).fitting?.afterSeconds).toBe(
      6 * 3600,
    );
  });

  it('counts who is still silent for as long as they were watched', () => {
    // 6-MP of Freireich et al. (1963), weeks as hours: S(23) / S(7) = 0.4482 / 0.8067.
    const weeks = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
    const trial = weeks.split(' ').map((each) => ({
      time: Number.parseInt(each, 10) * HOUR,
      happened: !each.endsWith('+'),
    }));
    const more = silent(40 * HOUR, 9);
    const report = comingBack([...trial, ...more], HOUR);
    const brute = (from: number) => {
      const all = [...trial, ...more];
      let product = 1;
      for (const time of new Set(all.map((each) => each.time))) {
        if (time < from || time > report.horizonSeconds * 1000) continue;
        const risk = all.filter((each) => each.time >= time).length;
        const events = all.filter((each) => each.time === time && each.happened).length;
        product *= 1 - events / risk;
      }
      return 1 - product;
    };
    expect(report.horizonSeconds).toBe(6 * 3600);
    expect(shareAt(report, 4 * HOUR)?.value).toBeCloseTo(brute(4 * HOUR), 12);
    expect(shareAt(report, 4 * HOUR)?.value).toBeCloseTo(3 / 30, 12);

    const often = comingBack(Array.from({ length: 40 }, () => trial).flat(), HOUR);
    expect(often.horizonSeconds).toBe(35 * 3600);
    expect(shareAt(often, 8 * HOUR)?.value).toBeCloseTo(1 - 0.4482 / 0.8067, 3);
  });

  it('gives an interval around each share that narrows with more silences', () => {
    const some = [
      ...back(2 * HOUR, 30),
      ...silent(2 * DAY, 50),
      ...back(DAY, 10),
      ...silent(30 * DAY, 60),
    ];
    const width = (times: number) => {
      const report = comingBack(Array.from({ length: times }, () => some).flat(), HOUR);
      const { value, low, high } = shareAt(report, HOUR)!;
      expect(low!).toBeLessThan(value!);
      expect(high!).toBeGreaterThan(value!);
      expect(low!).toBeGreaterThan(0);
      expect(high!).toBeLessThan(1);
      return high! - low!;
    };
    expect(width(4) / width(1)).toBeCloseTo(0.5, 1);
  });

  it('gives the interval that those alone would have who were silent for so long', () => {
    const some = [...back(20 * MINUTE, 35), ...back(3 * HOUR, 12), ...back(DAY, 9)];
    const spells = [...some, ...silent(2 * HOUR, 7), ...silent(30 * DAY, 50)];
    const { low, high } = shareAt(comingBack(spells, HOUR), HOUR)!;
    // Greenwood's error of the curve that begins an hour in, on the scale of ln(−ln).
    const { survival, standardError } = kaplanMeier(spells.filter(({ time }) => time >= HOUR)).at(
      -1,
    )!;
    const half = (1.959963984540054 * standardError) / (survival * Math.log(survival));
    expect(low).toBeCloseTo(1 - survival ** Math.exp(half), 12);
    expect(high).toBeCloseTo(1 - survival ** Math.exp(-half), 12);
  });

  it('concludes nothing from few', () => {
    const report = comingBack([...back(HOUR, 9), ...silent(30 * DAY, 20)], HOUR);
    expect(report).toMatchObject({ horizonSeconds: 0, points: [], now: null, fitting: null });
    expect(comingBack([], HOUR)).toMatchObject({ silences: 0, points: [], fitting: null });
  });
});
