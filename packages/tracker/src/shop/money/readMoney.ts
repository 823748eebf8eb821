import { currencyOf, type Locale, SIGN } from './currency.ts';

/** An amount in major units. */
export interface Money {
  value: number;
  /** ISO 4217. */
  currency: string;
}

// Groups of three; of two before them in India.
const AMOUNT =
  "\\d{1,3}(?:[.,'’\\s]\\d{2}(?=,\\d))*(?:[.,'’\\s]\\d{3})+(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d{1,3}(?!\\d))?";
const MONEY = new RegExp(
  `(?:(${SIGN})\\s?)?(?<![\\d.,])(${AMOUNT})(?:[.,][-–—]{1,2})?(?!\\d)(?:\\s?(${SIGN}))?`,
  'g',
);

/** Currencies with three decimals: in these alone, `1.234` may be less than two. */
const THREE_DECIMALS = /KWD|BHD|OMR|TND|JOD|IQD|LYD/;

/** All sums in a text that have a currency beside them, in order. */
export function readMoneys(text: string, locale: Locale): Money[] {
  return [...text.slice(0, 5000).matchAll(MONEY)].flatMap(([, before, amount, after]) => {
    const currency =
      (before && currencyOf(before, locale)) || (after && currencyOf(after, locale)) || undefined;
    return currency ? [{ value: readAmount(amount!, currency), currency }] : [];
  });
}

/** The one sum in a text. `undefined` where there is none, or several that differ. */
export function readMoney(text: string, locale: Locale): Money | undefined {
  return theOne(readMoneys(text, locale));
}

/** The sum that all of them are. */
export function theOne([first, ...more]: readonly Money[]): Money | undefined {
  return more.every(({ value }) => value === first?.value) ? first : undefined;
}

/**
 * An amount as people write it, digits and separators only: `1.234,56`, `1,234.56`, `1 234,5`,
 * `1'234`. One separator with three digits behind it groups thousands, as prices have no mills.
 */
export function readAmount(written: string, currency = ''): number {
  const amount = written.replace(/[\s'’]/g, '');
  const last = Math.max(amount.lastIndexOf('.'), amount.lastIndexOf(','));
  const mark = amount[last];
  if (!mark) return Number(amount);

  const isMixed = amount.includes('.') && amount.includes(',');
  const isAlone = amount.indexOf(mark) === last;
  const isDecimal =
    isAlone &&
    (isMixed || amount.length - last !== 4 || amount[0] === '0' || THREE_DECIMALS.test(currency));
  const digits = (part: string) => part.replace(/[.,]/g, '');
  return isDecimal
    ? Number(`${digits(amount.slice(0, last))}.${amount.slice(last + 1)}`)
    : Number(digits(amount));
}

/** Currencies whose prices are in thousands: there, `12.000` groups even where machines write it. */
const LARGE = /JPY|KRW|VND|IDR|CLP|COP|PYG|HUF/;

/** A price out of structured data: a number, text by the standard (`19.900000`), or as people write it. */
export function readPrice(price: unknown, currency = ''): number | undefined {
  const text = typeof price === 'number' ? String(price) : typeof price === 'string' ? price : '';
  const isStandard = /^\s*\d+(\.\d+)?\s*$/.test(text);
  if (isStandard && !(LARGE.test(currency) && /\.\d{3}\s*$/.test(text))) return Number(text);
  const written = text.match(new RegExp(AMOUNT));
  return written ? readAmount(written[0], currency) : undefined;
}
