import { describe, expect, it } from 'vitest';
import { trend } from '../src/trend.ts';
import { abandoned, DAY, emptied, NOW, open, ordered, QUESTION, withCart } from './facts.ts';

describe(trend.name, () => {
  it('has every day up to now, those without a cart too', () => {
    const points = trend([], QUESTION);

    expect(points).toHaveLength(30);
    expect(points[0]).toMatchObject({ day: '2026-10-24', unit: 'day', created: 0 });
    expect(points[0]?.rate.value).toBeNull();
    expect(points.at(-1)?.day).toBe('2026-11-22');
  });

  it('does not claim that nothing happens on days to come', () => {
    const points = trend([], { ...QUESTION, to: NOW + 9 * DAY });
    expect(points.at(-1)?.day).toBe('2026-11-22');
  });

  it('puts a cart on the day it was created by the site’s clock', () => {
    const late = Date.parse('2026-11-20T23:30:00+01:00');
    const facts = [
      withCart(abandoned({ amount: 12_00 }), { createdAt: late }),
      withCart(ordered(), { createdAt: late }),
      withCart(emptied(), { createdAt: late }),
      withCart(open(), { createdAt: late }),
      withCart(ordered(), { createdAt: late + DAY }),
    ];
    const days = new Map(trend(facts, QUESTION).map((point) => [point.day, point]));

    expect(days.get('2026-11-20')).toMatchObject({
      created: 4,
      open: 1,
      ordered: 1,
      emptied: 1,
      left: 1,
      valueLeft: '12.00',
      rate: { value: 1 / 3, n: 3 },
    });
    expect(days.get('2026-11-21')).toMatchObject({ created: 1, left: 0, rate: { value: 0 } });
  });

  it('keeps the day of 25 hours one day', () => {
    const last = Date.parse('2026-10-25T23:59:00+01:00');
    const points = trend([withCart(ordered(), { createdAt: last })], QUESTION);
    expect(points.find(({ day }) => day === '2026-10-25')?.created).toBe(1);
  });

  it.each([
    ['a day in hours', 1, 'hour', 13],
    ['a month in days', 30, 'day', 30],
    ['a year in weeks', 365, 'week', 53],
  ])('shows %s', (_, days, unit, length) => {
    const from = QUESTION.to - days * DAY;
    const points = trend([], { ...QUESTION, from, timeZone: 'Etc/GMT-1' });
    expect(points[0]?.unit).toBe(unit);
    expect(points).toHaveLength(length);
  });
});
