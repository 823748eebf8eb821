/**
 * Decimals of a currency's minor unit, where it isn't 2, from ISO 4217 (list one, 2024).
 *
 * `Intl` won't do: it follows CLDR's habits, which round IQD and others to whole units.
 * https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const DECIMALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** Digits behind the point of a currency: 2 for EUR, 0 for KRW, 3 for KWD. Unknown ones have 2. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/**
 * An amount in whole minor units (cents), rounded half away from zero: `19.9` EUR is `1990`.
 *
 * Shifts the decimal point in the text, not by multiplying: `1.005 * 100` is 100.49999999999999.
 */
export function toMinor(amount: number, currency: string): number {
  const [digits, exponent = '0'] = String(Math.abs(amount)).split('e');
  const minor = Math.round(Number(`${digits}e${Number(exponent) + decimalsOf(currency)}`));
  return amount < 0 ? 0 - minor : minor;
}

/** An amount in minor units as a decimal string in major ones: `1990` EUR is `"19.90"`. */
export function toDecimal(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const sign = minor < 0 ? '-' : '';
  return sign + digits.slice(0, point) + (decimals > 0 ? `.${digits.slice(point)}` : '');
}

/** Sums minor units. A shop that means more than 90 trillion cents means something else. */
export function addMinor(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}
