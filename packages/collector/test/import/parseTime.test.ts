import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/import/parseTime.ts';

const MIDNIGHT = Date.UTC(2019, 9, 1);
const MORNING = Date.UTC(2024, 2, 13, 10, 21, 14);

describe(parseTime.name, () => {
  it.each([
    ['2019-10-01 00:00:00 UTC', MIDNIGHT],
    ['2019-10-01T00:00:00Z', MIDNIGHT],
    ['2019-10-01t00:00:00z', MIDNIGHT],
    ['2019-10-01', MIDNIGHT],
    ['20191001', MIDNIGHT],
    ['20191001T000000Z', MIDNIGHT],
    ['2019/10/01 00:00', MIDNIGHT],
    ['2019.10.01 00:00:00', MIDNIGHT],
    ['2019-10-1 0:00', MIDNIGHT],
    ['01.10.2019', MIDNIGHT],
    ['1.10.2019 00:00', MIDNIGHT],
    ['13.3.2024 10:21:14', MORNING],
    ['2019-10-01 00:00:00.000000 UTC', MIDNIGHT],
    ['2019-10-01T02:00:00+02:00', MIDNIGHT],
    ['2019-10-01 02:00:00 +0200', MIDNIGHT],
    ['2019-09-30T19:00:00-05', MIDNIGHT],
    ['2019-10-01T05:30:00+05:30', MIDNIGHT],
    ['  2024-03-13 10:21:14 ', MORNING],
    ['2024-03-13 10:21:14.57', MORNING + 570],
    ['2024-03-13 10:21:14,123456789', MORNING + 123],
    ['2024-02-29 00:00:00', Date.UTC(2024, 1, 29)],
    ['1569888000', MIDNIGHT],
    ['1569888000.25', MIDNIGHT + 250],
    ['1569888000000', MIDNIGHT],
    ['1569888000000000', MIDNIGHT],
    ['1569888000000000000', MIDNIGHT],
    [1_569_888_000, MIDNIGHT],
    [1_569_888_000_000, MIDNIGHT],
  ])('reads %j', (value, expected) => {
    expect(parseTime('UTC')(value)).toBe(expected);
  });

  it.each([
    [''],
    ['yesterday'],
    ['10.13.2019'],
    ['01.10.19'],
    ['10/01/2019'],
    ['2019-1001'],
    ['2019101'],
    ['2019-02-29'],
    ['2019-13-01'],
    ['2019-10-00'],
    ['2019-01-32'],
    ['2019-10-01 24:00:00'],
    ['2019-10-01 10:60:00'],
    ['2019-10-01 00:00:00 CEST'],
    ['2019-10/01'],
    ['12345'],
    ['99999999999999999999'],
    ['-1569888000'],
    [Number.NaN],
    [undefined],
    [null],
    [{}],
  ])('reads nothing into %j', (value) => {
    expect(parseTime('UTC')(value)).toBeUndefined();
  });

  it.each([
    ['summer', '2024-07-01 12:00:00', '2024-07-01T10:00:00Z'],
    ['winter', '2024-12-01 12:00:00', '2024-12-01T11:00:00Z'],
    ['before the clock goes forward', '2024-03-31 01:59:59', '2024-03-31T00:59:59Z'],
    ['in the hour that is skipped', '2024-03-31 02:30:00', '2024-03-31T01:30:00Z'],
    ['after the clock went forward', '2024-03-31 03:00:00', '2024-03-31T01:00:00Z'],
    ['in the hour that comes twice', '2024-10-27 02:30:00', '2024-10-27T00:30:00Z'],
    ['after the clock went back', '2024-10-27 03:00:00', '2024-10-27T02:00:00Z'],
    ['with a zone of its own', '2024-07-01 12:00:00Z', '2024-07-01T12:00:00Z'],
  ])('takes wall clock time %s for that of the zone', (_, value, expected) => {
    expect(parseTime('Europe/Berlin')(value)).toBe(Date.parse(expected));
  });

  it.each([
    ['America/St_Johns', '2024-01-01 12:00:00', '2024-01-01T15:30:00Z'],
    ['Asia/Kathmandu', '2024-01-01 12:00:00', '2024-01-01T06:15:00Z'],
    ['Pacific/Kiritimati', '2024-01-01 12:00:00', '2023-12-31T22:00:00Z'],
  ])('knows %s', (zone, value, expected) => {
    expect(parseTime(zone)(value)).toBe(Date.parse(expected));
  });
});
