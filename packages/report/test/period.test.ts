import { describe, expect, it } from 'vitest';
import { bucketsOf, lastDays, parseInstant, periodBefore } from '../src/period.ts';
import { readPeriod } from '../src/readPeriod.ts';
import { HOUR } from './facts.ts';

const at = Date.parse;
const iso = (epochMs: number) => new Date(epochMs).toISOString();

describe(parseInstant.name, () => {
  it.each([
    ['a date in winter', '2026-11-22', 'Europe/Berlin', '2026-11-21T23:00:00.000Z'],
    ['a date in summer', '2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['a date in Seoul', '2026-11-22', 'Asia/Seoul', '2026-11-21T15:00:00.000Z'],
    ['a day that begins at one', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['a time with its offset', '2026-11-22T10:00:00+01:00', 'UTC', '2026-11-22T09:00:00.000Z'],
    ['epoch milliseconds', '1763770000000', 'Asia/Seoul', '2025-11-22T00:06:40.000Z'],
  ])('reads %s', (_, text, timeZone, expected) => {
    expect(iso(parseInstant(text, timeZone))).toBe(expected);
  });

  it.each(['yesterday', '2026-02-30', '2026-11-22T10:00:00', '9'.repeat(20), ''])(
    'refuses %j, saying what it expects',
    (text) => {
      expect(() => parseInstant(text, 'UTC')).toThrow(RangeError);
      expect(() => parseInstant(text, 'UTC')).toThrow(/Expected a date/);
    },
  );
});

describe(lastDays.name, () => {
  it('ends with today, by the site’s calendar', () => {
    const now = at('2026-11-22T20:00:00Z');
    expect(lastDays(7, { now, timeZone: 'Asia/Seoul' })).toEqual({
      from: at('2026-11-17T00:00:00+09:00'),
      to: at('2026-11-24T00:00:00+09:00'),
    });
  });

  it.each([
    ['23 hours when clocks go forward', '2026-03-29T12:00:00Z', 23],
    ['25 hours when clocks go back', '2026-10-25T12:00:00Z', 25],
    ['24 hours else', '2026-10-26T12:00:00Z', 24],
  ])('has days of %s', (_, now, hours) => {
    const { from, to } = lastDays(1, { now: at(now), timeZone: 'Europe/Berlin' });
    expect((to - from) / HOUR).toBe(hours);
  });
});

describe(periodBefore.name, () => {
  const timeZone = 'Europe/Berlin';

  it('is as many days long, though clocks changed in one of them', () => {
    const period = { from: at('2026-10-20T00:00:00+02:00'), to: at('2026-10-30T00:00:00+01:00') };
    expect(periodBefore(period, { now: at('2026-12-01T00:00:00Z'), timeZone })).toEqual({
      from: at('2026-10-10T00:00:00+02:00'),
      to: at('2026-10-20T00:00:00+02:00'),
    });
  });

  it('ends at the same hour as a period that is not over: half a day against half a day', () => {
    const now = at('2026-11-22T14:05:00+01:00');
    expect(periodBefore(lastDays(7, { now, timeZone }), { now, timeZone })).toEqual({
      from: at('2026-11-09T00:00:00+01:00'),
      to: at('2026-11-15T14:05:00+01:00'),
    });
  });

  it('of a span that is no days is as long as that', () => {
    const period = { from: at('2026-11-22T10:00:00Z'), to: at('2026-11-22T13:00:00Z') };
    expect(periodBefore(period, { now: at('2026-12-01T00:00:00Z'), timeZone })).toEqual({
      from: at('2026-11-22T07:00:00Z'),
      to: at('2026-11-22T10:00:00Z'),
    });
  });
});

describe(bucketsOf.name, () => {
  it('cuts days of 23 and 25 hours where clocks change', () => {
    const days = bucketsOf(
      {
        from: at('2026-10-24T00:00:00+02:00'),
        to: at('2026-10-27T00:00:00+01:00'),
        timeZone: 'Europe/Berlin',
      },
      'day',
    );
    expect(days.map(({ day }) => day)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
    expect((days[1]!.from - days[0]!.from) / HOUR).toBe(24);
    expect((days[2]!.from - days[1]!.from) / HOUR).toBe(25);
  });

  it('has the hour that clocks go back over twice', () => {
    const { from, to } = lastDays(1, {
      now: at('2026-10-25T12:00:00Z'),
      timeZone: 'Europe/Berlin',
    });
    expect(bucketsOf({ from, to, timeZone: 'Europe/Berlin' }, 'hour')).toHaveLength(25);
  });

  it('cuts whole hours of a zone that is half an hour off', () => {
    const from = at('2026-11-22T10:10:00+05:30');
    const hours = bucketsOf({ from, to: from + HOUR, timeZone: 'Asia/Kolkata' }, 'hour');
    expect(hours.map((hour) => iso(hour.from))).toEqual([
      '2026-11-22T04:30:00.000Z',
      '2026-11-22T05:30:00.000Z',
    ]);
  });

  it('counts weeks from the first day', () => {
    const weeks = bucketsOf(
      { from: at('2026-11-04T00:00:00Z'), to: at('2026-11-19T00:00:00Z'), timeZone: 'UTC' },
      'week',
    );
    expect(weeks.map(({ day }) => day)).toEqual(['2026-11-04', '2026-11-11', '2026-11-18']);
  });
});

describe(readPeriod.name, () => {
  const asked = {
    now: at('2026-11-22T14:05:00+09:00'),
    timeZone: 'Asia/Seoul',
    firstAt: at('2026-03-05T20:00:00Z'),
  };
  const read = (query: Parameters<typeof readPeriod>[0]) => {
    const { from, to, preset } = readPeriod(query, asked);
    return [iso(from), iso(to), preset];
  };

  it.each([
    ['the last 30 days unless asked', {}, '2026-10-23T15:00:00.000Z', '30d'],
    ['today', { period: 'today' }, '2026-11-21T15:00:00.000Z', 'today'],
    ['any number of days', { period: '14d' }, '2026-11-08T15:00:00.000Z', '14d'],
    [
      'all, from the first touchpoint’s day on',
      { period: 'all' },
      '2026-03-05T15:00:00.000Z',
      'all',
    ],
  ])('gives %s', (_, query, from, preset) => {
    expect(read(query)).toEqual([from, '2026-11-22T15:00:00.000Z', preset]);
  });

  it('prefers two dates, the second not in it', () => {
    expect(read({ from: '2026-10-01', to: '2026-11-01', period: '7d' })).toEqual([
      '2026-09-30T15:00:00.000Z',
      '2026-10-31T15:00:00.000Z',
      undefined,
    ]);
  });

  it('goes up to today where the end is left out', () => {
    expect(read({ from: '2026-11-01', to: '' })[1]).toBe('2026-11-22T15:00:00.000Z');
  });

  it.each([
    ['an unknown period', { period: 'fortnight' }, /Expected `period` to be one of today, 7d/],
    ['no days', { period: '0d' }, /Expected `period`/],
    ['an end without a start', { to: '2026-11-01' }, /Expected `from`/],
    ['an end at the start', { from: '2026-11-01', to: '2026-11-01' }, /Expected `to` to be later/],
    ['a century', { from: '1926-11-01', to: '2026-11-01' }, /at most 3660 days/],
    ['no date', { from: '<script>' }, /Expected a date/],
  ])('refuses %s, saying what it expects', (_, query, message) => {
    expect(() => read(query)).toThrow(RangeError);
    expect(() => read(query)).toThrow(message);
  });
});
