import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/page/formats.ts';

const en = formatsOf('en', 'Europe/Berlin');
const ko = formatsOf('ko', 'Asia/Seoul');
/** `Intl` parts words by spaces of several widths, which differ from release to release. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe(formatsOf.name, () => {
  it.each([
    ['a share', en.percent(0.714), '71.4%'],
    ['a range of shares', en.percentRange(0.692, 0.7351), '69.2–73.5%'],
    ['a small change with a decimal', en.changePercent(-0.0049), '0.5%'],
    ['a large change without', en.changePercent(0.3351), '34%'],
    ['points with their sign', en.points(0.0213), '+2.1'],
    ['points with a minus that can be seen', en.points(-0.0213), '−2.1'],
    ['no points without a sign', en.points(0), '0.0'],
    ['thousands', en.count(1204), '1,204'],
    ['euros', en.money({ currency: 'EUR', amount: '12340.5' }), '€12,340.50'],
    [
      'won, which has no cents',
      ko.money({ currency: 'KRW', amount: '1234567890' }),
      '₩1,234,567,890',
    ],
    [
      'dinars, which have three decimals',
      en.money({ currency: 'KWD', amount: '1.5' }),
      'KWD 1.500',
    ],
    [
      'more money than a number holds',
      en.money({ currency: 'EUR', amount: '90071992547409.93' }),
      '€90,071,992,547,409.93',
    ],
    ['a currency that is none', en.money({ currency: '<b>', amount: '1.00' }), '1.00 <b>'],
    ['money at a glance', en.moneyAtAGlance({ currency: 'EUR', amount: '12340.50' }), '€12,341'],
    [
      'little money at a glance',
      en.moneyAtAGlance({ currency: 'EUR', amount: '999.99' }),
      '€999.99',
    ],
    ['a moment by the site’s clock', en.dateTime('2026-11-22T13:05:00Z'), 'Nov 22, 2026, 14:05'],
    ['midnight as 00', en.time('2026-11-21T23:00:00Z'), '00:00'],
    ['a moment in Seoul', ko.date('2026-11-22T20:00:00Z'), '2026년 11월 23일'],
    [
      'whole days up to the last one',
      en.span('2026-10-23T22:00:00Z', '2026-11-22T23:00:00Z'),
      'Oct 24 – Nov 22, 2026',
    ],
    [
      'one day as that day',
      en.span('2026-11-21T23:00:00Z', '2026-11-22T23:00:00Z'),
      'Nov 22, 2026',
    ],
    ['seconds ago', en.ago('2026-11-22T10:00:00Z', '2026-11-22T10:00:20Z'), '20 seconds ago'],
    [
      'a minute ago, never more than passed',
      en.ago('2026-11-22T10:00:00Z', '2026-11-22T10:01:59Z'),
      '1 minute ago',
    ],
    ['days ago', en.ago('2026-11-19T09:00:00Z', '2026-11-22T10:00:00Z'), '3 days ago'],
    ['seconds', en.duration(42.4), '42 sec'],
    ['minutes and seconds', en.duration(128), '2 min 8 sec'],
    ['whole minutes', en.duration(120), '2 min'],
    ['hours, written out', en.duration(3600, 'long'), '1 hour'],
    ['no time at all', en.duration(0), '0 sec'],
    ['days and hours, and no more', ko.duration(90_061), '1일 1시간'],
    ['a date for a date field', en.isoDate('2026-11-22T23:30:00Z'), '2026-11-23'],
  ])('writes %s', (_, written, expected) => {
    expect(plain(written)).toBe(expected);
  });
});
