import type { Item, ItemsParams } from '@cartograph/journey';

/** What is known of a product, and who says it. */
export interface Product {
  item: Item;
  /** ISO 4217, of the price. */
  currency?: string | undefined;
  /** The rule that found it. */
  rule: string;
}

/** An item of the fields that have a value. */
export function itemOf(fields: { [Name in keyof Item]: Item[Name] | undefined }): Item {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Item;
}

/**
 * Items as params. What they are worth together is said only where every price is known, and in
 * which currency.
 */
export function goods(items: readonly Item[], currency: string | undefined): ItemsParams {
  const value = items.reduce((sum, { price = NaN, quantity = 1 }) => sum + price * quantity, 0);
  return {
    items,
    ...(currency && value >= 0 && { currency, value: Math.round(value * 1e4) / 1e4 }),
  };
}
