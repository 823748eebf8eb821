import { zonedTime } from './zonedTime.ts';

const DATE = String.raw`(?<year>\d{4})(?<dash>[-/.]?)(?<month>\d{2})\k<dash>(?<day>\d{2})`;
const TIME = String.raw`(?<hour>\d{2}|\d(?=:)):?(?<minute>\d{2})(:?(?<second>\d{2})([.,](?<fraction>\d{1,9}))?)?`;
const ZONE = String.raw`(?<utc>Z|UTC|GMT)|(?<sign>[+-])(?<zoneHours>\d{2}):?(?<zoneMinutes>\d{2})?`;
const ISO = new RegExp(`^${DATE}([T ]${TIME} ?(${ZONE})?)?$`, 'i');

/** `1.10.2019`: with points the day comes first. With slashes it may be either, and is not read. */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;
/** `2019-10-1` */
const UNPADDED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;

const MINUTE_MS = 60_000;

/** The years 1973 to 2099, in epoch seconds: apart from itself in smaller units. */
const EPOCH_SECONDS = { from: 1e8, to: 4.1e9 };

/**
 * Makes a reader of times, which gives epoch milliseconds for
 *
 * - ISO 8601 and its kin: `2019-10-01T00:00:00Z`, `2019-10-01 00:00:00 UTC`, `20191001`, `2019/10/1 9:05`
 * - `01.10.2019 09:05`, day first
 * - epoch seconds, milli-, micro- or nanoseconds, told apart by their size
 *
 * and `undefined` for anything else.
 *
 * @param zone IANA name of the time zone that times without one are in.
 */
export function parseTime(zone: string): (value: unknown) => number | undefined {
  const toUtc = zonedTime(zone);

  return (value) => {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string') return undefined;
    const match = ISO.exec(isoLike(text.trim()));
    if (!match) return parseEpoch(text);

    const part = (name: string) => Number(match.groups?.[name] ?? 0);
    const [year, month, day] = [part('year'), part('month'), part('day')];
    const [hour, minute, second] = [part('hour'), part('minute'), part('second')];
    const isClock = hour < 24 && minute < 60 && second <= 60 && part('zoneMinutes') < 60;
    const midnight = new Date(Date.UTC(year, month - 1, day));
    // A day that a month doesn't have is in another month.
    const isDate = midnight.getUTCMonth() === month - 1;
    if (!isDate || !isClock) return undefined;

    const ms = Number((match.groups?.fraction ?? '').padEnd(3, '0').slice(0, 3));
    const local = Date.UTC(year, month - 1, day, hour, minute, second, ms);
    if (match.groups?.utc) return local;
    if (!match.groups?.sign) return toUtc(local);
    const offsetMs = (part('zoneHours') * 60 + part('zoneMinutes')) * MINUTE_MS;
    return match.groups.sign === '+' ? local - offsetMs : local + offsetMs;
  };
}

function isoLike(text: string): string {
  const two = (digits: string) => digits.padStart(2, '0');
  return text
    .replace(DAY_FIRST, (_, day, month, year) => `${year}-${two(month)}-${two(day)}`)
    .replace(UNPADDED, (_, year, dash, month, day) => [year, two(month), two(day)].join(dash));
}

function parseEpoch(text: string): number | undefined {
  if (!/^\s*\d+(\.\d+)?\s*$/.test(text)) return undefined;
  const units = [1, 1e3, 1e6, 1e9];
  const unit = units.find((perSecond) => {
    const seconds = Number(text) / perSecond;
    return seconds >= EPOCH_SECONDS.from && seconds < EPOCH_SECONDS.to;
  });
  return unit && Math.round((Number(text) * 1000) / unit);
}
