import type { CartLine } from './journey.ts';
import { addMinor, toMinor } from './money.ts';
import type { Item } from './params.ts';
import type { Touchpoint } from './touchpoint.ts';

/** Lines of a cart or an order, by what tells them apart. */
export type Lines = ReadonlyMap<string, CartLine>;

/** What a touchpoint says about goods. */
export interface Goods {
  /** ISO 4217, if it says. */
  currency: string | undefined;
  /** In major units, if it says. */
  value: number | undefined;
  /** Whether it has a list of items at all, be it empty. */
  listed: boolean;
  /** Those that name a product, and more than none of it. */
  items: readonly Item[];
}

export function goodsOf({ params }: Touchpoint): Goods {
  const { currency, value, items } = params ?? {};
  return {
    currency: typeof currency === 'string' && currency !== '' ? currency : undefined,
    value: typeof value === 'number' && Number.isFinite(value) ? value : undefined,
    listed: Array.isArray(items),
    items: Array.isArray(items) ? (items as Item[]).filter(isGoods) : [],
  };
}

/** Which line an item belongs to: the same product in another variant is another line. */
export function lineKey(item: Item): string {
  return JSON.stringify([item.item_id || item.item_name, item.item_variant ?? '']);
}

export function quantityOf(item: Item): number {
  return item.quantity ?? 1;
}

/** Items as lines, priced in minor units of `currency`. Those of one product and variant are one line. */
export function linesOf(items: readonly Item[], currency: string): Map<string, CartLine> {
  const lines = new Map<string, CartLine>();
  for (const item of items) {
    const key = lineKey(item);
    const before = lines.get(key);
    const price = item.price === undefined ? before?.price : toMinor(item.price, currency);
    const name = item.item_name ?? before?.name;
    lines.set(key, {
      item: item.item_id || item.item_name || '',
      ...(name && { name }),
      ...(item.item_variant && { variant: item.item_variant }),
      quantity: addQuantity(before?.quantity ?? 0, quantityOf(item)),
      ...(price !== undefined && { price }),
    });
  }
  return lines;
}

/**
 * What goods are said to be worth, in minor units: GA4's `value` where there is one, else the sum of
 * prices. `undefined` when neither is known.
 *
 * @param priceOf A price in minor units for items that come without one.
 */
export function statedAmount(
  { value, items }: Goods,
  currency: string,
  priceOf: (item: Item) => number | undefined = () => undefined,
): number | undefined {
  if (value !== undefined) return toMinor(value, currency);

  let sum: number | undefined;
  for (const item of items) {
    const price = item.price === undefined ? priceOf(item) : toMinor(item.price, currency);
    if (price !== undefined) sum = addMinor(sum ?? 0, Math.round(price * quantityOf(item)));
  }
  return sum;
}

/** What lines with a known price are worth, in minor units. `undefined` when no price is known. */
export function linesAmount(lines: Lines): number | undefined {
  let sum: number | undefined;
  for (const { price, quantity } of lines.values()) {
    if (price !== undefined) sum = addMinor(sum ?? 0, Math.round(price * quantity));
  }
  return sum;
}

/** Two lists of lines as one. Of a line in both, quantities add up, and the later price is the price. */
export function mergeLines(lines: Lines, more: Lines): Lines {
  const merged = new Map(lines);
  for (const [key, line] of more) {
    const known = merged.get(key);
    const quantity = addQuantity(known?.quantity ?? 0, line.quantity);
    merged.set(key, { ...known, ...line, quantity });
  }
  return merged;
}

/** Lines without others: of a line in both, what is left of it. */
export function lessLines(lines: Lines, less: Lines): Lines {
  const left = new Map(lines);
  for (const [key, { quantity }] of less) {
    const line = left.get(key);
    if (!line) continue;
    const rest = addQuantity(line.quantity, -quantity);
    if (rest > 0) left.set(key, { ...line, quantity: rest });
    else left.delete(key);
  }
  return left;
}

/** The same goods, their prices unknown: told in another currency, they say nothing here. */
export function withoutPrices(lines: Lines): Lines {
  return new Map([...lines].map(([key, { price, ...line }]) => [key, line]));
}

/** Sums quantities, which may be fractions: 0.1 and 0.2 less 0.3 is nothing left. */
export function addQuantity(a: number, b: number): number {
  return Math.round((a + b) * 1e6) / 1e6;
}

export function sameGoods(a: Lines, b: Lines): boolean {
  if (a.size !== b.size) return false;
  for (const [key, { quantity }] of a) if (b.get(key)?.quantity !== quantity) return false;
  return true;
}

function isGoods(item: Item): boolean {
  return Boolean(item?.item_id || item?.item_name) && quantityOf(item) > 0;
}
