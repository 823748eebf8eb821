import { countryCode, decimalsOf } from '@cartograph/journey';
import type { Money } from '../money.ts';
import type { Locale } from './locale.ts';

/** Figures, money and moments in a language and a time zone. */
export interface Formats {
  count(n: number): string;
  /** A share as a percentage with one decimal. */
  percent(share: number): string;
  /** A share of the scale of a chart, in whole percent. */
  axisPercent(share: number): string;
  percentRange(low: number, high: number): string;
  /** A relative change in percent, without its sign. */
  changePercent(change: number): string;
  /** A difference of shares in percentage points, with its sign. */
  points(difference: number): string;
  /** Exact. */
  money(money: Money): string;
  /** To whole units from a thousand on, for figures that are read at a glance. */
  moneyAtAGlance(money: Money): string;
  /** Times are ISO 8601. */
  date(iso: string): string;
  shortDate(iso: string): string;
  time(iso: string): string;
  dateTime(iso: string): string;
  /** A half-open span, in days where it consists of whole ones. */
  span(fromIso: string, toIso: string): string;
  /** `a, b and c`. */
  list(words: readonly string[]): string;
  /** The name of a country, of which two letters are given. */
  country(code: string): string;
  /** How long before `nowIso`. */
  ago(iso: string, nowIso: string): string;
  duration(seconds: number, unitDisplay?: 'short' | 'long'): string;
  /** The date of a moment: `YYYY-MM-DD`, as a date field takes it. */
  isoDate(iso: string): string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function formatsOf(locale: Locale, timeZone: string): Formats {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const moment = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });

  const count = number({});
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const percent = number({ style: 'percent', ...oneDecimal });
  const decimal = number(oneDecimal);
  const wholePercent = number({ style: 'percent', maximumFractionDigits: 0 });
  const signed = number({ ...oneDecimal, signDisplay: 'exceptZero' });
  const date = moment({ year: 'numeric', month: 'short', day: 'numeric' });
  const shortDate = moment({ month: 'short', day: 'numeric' });
  const list = new Intl.ListFormat(locale);
  let countries: Intl.DisplayNames | undefined;
  const time = moment({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dateTime = moment({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const moneyFormats = new Map<string, (decimal: string) => string>();
  const isoDate = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const isMidnight = (at: Date) => time.format(at) === '00:00';

  const money = ({ currency, amount }: Money, whole: boolean): string => {
    const key = `${currency} ${whole}`;
    const format = moneyFormats.get(key) ?? moneyFormat(locale, currency, whole);
    moneyFormats.set(key, format);
    return format(amount);
  };

  return {
    count,
    percent,
    axisPercent: wholePercent,
    percentRange: (low, high) => `${decimal(low * 100)}–${percent(high)}`,
    changePercent: (change) => (Math.abs(change) < 0.1 ? percent : wholePercent)(Math.abs(change)),
    // A hyphen is too short to be seen before a figure.
    points: (difference) => signed(difference * 100).replace('-', '−'),
    money: (amount) => money(amount, false),
    moneyAtAGlance: (amount) => money(amount, Math.abs(Number(amount.amount)) >= 1000),
    date: (iso) => date.format(new Date(iso)),
    shortDate: (iso) => shortDate.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    list: (words) => list.format(words),
    country: (code) => {
      countries ??= new Intl.DisplayNames(locale, { type: 'region' });
      return (countryCode(code) && countries.of(code)) ?? code;
    },
    span: (fromIso, toIso) => {
      const [from, to] = [new Date(fromIso), new Date(toIso)];
      return isMidnight(from) && isMidnight(to)
        ? date.formatRange(from, new Date(to.getTime() - 1))
        : dateTime.formatRange(from, to);
    },
    ago: (iso, nowIso) => {
      const seconds = Math.round((Date.parse(iso) - Date.parse(nowIso)) / 1000);
      const size = Math.abs(seconds);
      if (size < MINUTE) return relative.format(seconds, 'second');
      if (size < HOUR) return relative.format(Math.trunc(seconds / MINUTE), 'minute');
      if (size < DAY) return relative.format(Math.trunc(seconds / HOUR), 'hour');
      return relative.format(Math.trunc(seconds / DAY), 'day');
    },
    duration: (seconds, unitDisplay = 'short') =>
      durationParts(Math.round(seconds))
        .map(([value, unit]) => number({ style: 'unit', unit, unitDisplay })(value))
        .join(' '),
    isoDate: (iso) => isoDate.format(new Date(iso)),
  };
}

/** The two largest units of a time, as `Intl` names them. */
function durationParts(seconds: number): [value: number, unit: string][] {
  const units: [value: number, unit: string][] = [
    [Math.trunc(seconds / DAY), 'day'],
    [Math.trunc((seconds % DAY) / HOUR), 'hour'],
    [Math.trunc((seconds % HOUR) / MINUTE), 'minute'],
    [seconds % MINUTE, 'second'],
  ];
  const first = units.findIndex(([value]) => value > 0);
  if (first < 0) return [[0, 'second']];
  return units.slice(first, first + 2).filter(([value]) => value > 0);
}

/** Decimal strings go in as they are: `Intl` formats them exactly, a number might not be. */
function moneyFormat(
  locale: Locale,
  currency: string,
  whole: boolean,
): (decimal: string) => string {
  const digits = whole ? 0 : decimalsOf(currency);
  try {
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return (decimal) => format.format(decimal as Intl.StringNumericLiteral);
  } catch {
    // Not three letters: shown as it came.
    return (decimal) => `${decimal} ${currency}`;
  }
}
