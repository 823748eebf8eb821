import { describe, expect, it } from 'vitest';
import { cutTime, placeOf } from '../../../src/page/journeys/cutTime.ts';
import { DAY, MINUTE } from '../../facts.ts';

const visit = (startedAt: number, minutes: number) => ({
  startedAt,
  endedAt: startedAt + minutes * MINUTE,
});

describe(cutTime.name, () => {
  it('gives one visit the whole axis, to scale', () => {
    const stretches = cutTime([visit(0, 10)]);
    expect(stretches).toMatchObject([{ kind: 'visit', x: 0, width: 1 }]);
    expect(placeOf(5 * MINUTE, stretches)).toBe(0.5);
    expect([placeOf(-1, stretches), placeOf(DAY, stretches)]).toEqual([0, 1]);
  });

  it('keeps minutes to scale across visits, and cuts every silence alike', () => {
    const stretches = cutTime([visit(0, 10), visit(DAY, 30), visit(9 * DAY, 5)], 20 * DAY);
    const widths = stretches.map(({ kind, width }) => [kind, width.toFixed(4)]);
    const rest = 1 - 3 * 0.09;
    expect(widths).toEqual([
      ['visit', ((rest * 10) / 45).toFixed(4)],
      ['silence', '0.0900'],
      ['visit', ((rest * 30) / 45).toFixed(4)],
      ['silence', '0.0900'],
      ['visit', ((rest * 5) / 45).toFixed(4)],
      ['silence', '0.0900'],
    ]);
    const last = stretches.at(-1)!;
    expect(last.x + last.width).toBeCloseTo(1, 12);
    expect(placeOf(14.5 * DAY, stretches)).toBeCloseTo(last.x + last.width / 2, 2);
  });

  it('leaves room for what was done, however often somebody came', () => {
    const visits = Array.from({ length: 40 }, (_, n) => visit(n * DAY, 1));
    const silences = cutTime(visits).filter(({ kind }) => kind === 'silence');
    const width = silences.reduce((sum, stretch) => sum + stretch.width, 0);
    expect(width).toBeCloseTo(0.4, 12);
  });

  it('shows a visit of a moment', () => {
    expect(cutTime([visit(0, 0), visit(DAY, 0)])[0]!.width).toBeGreaterThan(0.4);
  });
});
