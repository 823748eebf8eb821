import { describe, expect, it } from 'vitest';
import { lateDays } from '../src/lateDays.ts';

const QUESTION = {
  from: Date.parse('2026-11-13T00:00:00+01:00'),
  to: Date.parse('2026-11-16T00:00:00+01:00'),
  timeZone: 'Europe/Berlin',
  knownFrom: 0,
};

const arrival = (at: string, receivedAt: string, touchpoints = 1) => ({
  at: Date.parse(at),
  receivedAt: Date.parse(receivedAt),
  touchpoints,
});

describe(lateDays.name, () => {
  it.each([
    ['nothing', [], []],
    [
      'a queue of the day before',
      [arrival('2026-11-14T21:00:00+01:00', '2026-11-15T08:00:00+01:00', 3)],
      [['2026-11-14', 3]],
    ],
    [
      'late, but within the day',
      [arrival('2026-11-14T09:00:00+01:00', '2026-11-14T18:00:00+01:00')],
      [],
    ],
    [
      'the last quarter of a day of the site, which is another day elsewhere',
      [arrival('2026-11-14T23:45:00+01:00', '2026-11-15T01:00:00+01:00')],
      [['2026-11-14', 1]],
    ],
    [
      'several days, the latest first',
      [
        arrival('2026-11-13T10:00:00+01:00', '2026-11-15T10:00:00+01:00', 2),
        arrival('2026-11-14T10:00:00+01:00', '2026-11-15T10:00:00+01:00', 5),
        arrival('2026-11-13T12:00:00+01:00', '2026-11-15T11:00:00+01:00', 1),
      ],
      [
        ['2026-11-14', 5],
        ['2026-11-13', 3],
      ],
    ],
  ])('%s', (_, arrivals, expected) => {
    const days = lateDays(arrivals, QUESTION);
    expect(days.map(({ day, touchpoints }) => [day, touchpoints])).toEqual(expected);
  });

  it('has no day that was over before the site was first heard of: an import changes nothing read', () => {
    const imported = arrival('2026-11-13T10:00:00+01:00', '2026-11-15T10:00:00+01:00', 900);
    const late = arrival('2026-11-14T10:00:00+01:00', '2026-11-15T10:00:00+01:00', 5);
    const knownFrom = Date.parse('2026-11-14T09:00:00+01:00');
    const days = lateDays([imported, late], { ...QUESTION, knownFrom });
    expect(days.map(({ day, touchpoints }) => [day, touchpoints])).toEqual([['2026-11-14', 5]]);
    expect(lateDays([imported, late], { ...QUESTION, knownFrom: undefined })).toEqual([]);
  });
});
