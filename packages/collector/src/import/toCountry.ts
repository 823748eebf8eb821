import { COUNTRY_CODES, countryCode } from '@cartograph/journey';
import { toText } from './toText.ts';

const NAMES = new Intl.DisplayNames('en', { type: 'region' });

/** English names, as most exports write them. */
const BY_NAME: ReadonlyMap<string | undefined, string> = new Map(
  [...COUNTRY_CODES].map((code) => [NAMES.of(code)?.toLowerCase(), code]),
);

/** A country by its two letters or its English name. `undefined` for regions, `(not set)` and the like. */
export function toCountry(value: unknown): string | undefined {
  const text = toText(value);
  return countryCode(text) ?? BY_NAME.get(text?.toLowerCase());
}
