import { toDecimal } from '@cartograph/journey';

export interface Money {
  /** ISO 4217. */
  currency: string;
  /** Decimal string in major units. */
  amount: string;
}

/** Sums amounts a currency at a time: unlike currencies never mix. Amounts are minor units. */
export type Purse = Map<string, number>;

export function put(purse: Purse, currency: string, minor: number): void {
  purse.set(currency, (purse.get(currency) ?? 0) + minor);
}

/** What a purse holds of one currency, as a decimal string in major units. */
export function decimalOf(purse: Purse, currency: string): string {
  return toDecimal(purse.get(currency) ?? 0, currency);
}

/** What a purse holds of all other currencies, by code. */
export function othersOf(purse: Purse, currency: string): Money[] {
  return [...purse.keys()]
    .filter((other) => other !== currency)
    .sort()
    .map((other) => ({ currency: other, amount: decimalOf(purse, other) }));
}
