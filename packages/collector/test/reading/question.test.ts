import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/reading/question.ts';
import { NOW, SITE } from '../touchpoints.ts';

const site = { ...SITE, timeZone: 'Europe/Berlin' };
const store = { firstCartAt: async () => Date.UTC(2026, 5, 1, 23) };
const iso = (ms: number) => new Date(ms).toISOString();

describe(readQuestion, () => {
  it.each([
    ['nothing', {}, '2026-10-23T22:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['today', { period: 'today' }, '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['7 days', { period: '7d' }, '2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['all', { period: 'all' }, '2026-06-01T22:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    [
      'dates',
      { from: '2026-10-01', to: '2026-11-01' },
      '2026-09-30T22:00:00.000Z',
      '2026-10-31T23:00:00.000Z',
    ],
    [
      'milliseconds',
      { from: '1763770000000', to: String(NOW) },
      '2025-11-22T00:06:40.000Z',
      iso(NOW),
    ],
  ])('reads %s in the time zone of the site', async (_, asked, from, to) => {
    const { question } = await readQuestion(asked, { site, store, now: NOW });
    expect([iso(question.from), iso(question.to)]).toEqual([from, to]);
    expect(question.asOf).toBe(NOW);
  });

  it.each([
    [{ from: 'yesterday' }, 'Expected a date (2026-11-22)'],
    [{ from: '2026-13-01' }, 'Expected a date'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'Expected `to` to be later than `from`'],
    [{ period: 'week' }, 'Expected `period` to be one of today, 7d'],
    [{ period: '0d' }, 'Expected `period`'],
    [{ asOf: 'now' }, 'Expected a date'],
  ])('refuses %j', async (asked, message) => {
    await expect(readQuestion(asked, { site, store, now: NOW })).rejects.toThrow(message);
  });
});
