import { decimalsOf } from '@cartograph/journey';

/** Names and signs of currencies that `\p{Sc}` does not have: `EUR`, `US$`, `kr`, `원`. */
const BEFORE = /^([A-Z]{1,3}|[Kk]r\.?|[FR]s?\.?)(?=[-+\d.])/;
const AFTER = /(?<=\d)([A-Z]{3}|[Kk]r\.?|[zZ]ł|Kč|Ft|лв\.?|руб\.?|р\.?|원|円|元)$/u;
/** `10,-` is ten and no cents. */
const NO_CENTS = /(?<=\d)[.,][-–—]$/;
const APOSTROPHES = /(?<=\d)['’](?=\d{3})/g;

/**
 * Reads a number as people and programs write it: `1234.5`, `12,50`, `1.234,56`, `€ 1,234.56`,
 * `1'234.50 CHF`, `12,34,567.00`.
 *
 * @param currency ISO 4217. `12,000` is twelve thousand in one without a minor unit, and anything or
 * nothing in others.
 * @returns `undefined` where it is none, and for `1,234`: it may mean either. A point alone is a
 * decimal point: programs write most files.
 */
export function parseAmount(value: unknown, currency?: string): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;

  const text = value
    .replace(/[\p{Sc}\s]/gu, '')
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(NO_CENTS, '')
    .replace(APOSTROPHES, '');

  const hasNoMinor = currency !== undefined && decimalsOf(currency) === 0;
  if (hasNoMinor && /^[-+]?\d{1,3}([.,]\d{3})+$/.test(text)) {
    return Number(text.replace(/[.,]/g, ''));
  }
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);

  const isThousands = /^[-+]?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})$/.test(text);
  const isLakhs = /^[-+]?\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/.test(text);
  if (isThousands || isLakhs) return Number(text.replaceAll(',', ''));

  const isPointedThousands = /^[-+]?\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,})$/.test(text);
  // Three digits behind a comma are decimals only where a thousand can't be meant.
  const isDecimalComma = /^[-+]?(\d+,(\d{1,2}|\d{4,})|(0|\d{4,}),\d{3})$/.test(text);
  if (isPointedThousands || isDecimalComma) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  return undefined;
}
