import type { Locale } from '../locale.ts';

/** A ratio to be read: with more decimals near 1, where they decide, and fewer where they don't. */
export function ratioText(ratio: number, locale: Locale, digits = digitsOf(ratio)): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ratio);
}

/** Both ends of an interval, to the same decimals. */
export function ratioEnds(
  { low, high }: { low: number; high: number },
  locale: Locale,
): [low: string, high: string] {
  const digits = digitsOf(low);
  return [ratioText(low, locale, digits), ratioText(high, locale, digits)];
}

function digitsOf(ratio: number): number {
  if (ratio < 2) return 2;
  return ratio < 100 ? 1 : 0;
}
