import type { CartLine } from '../../src/journey.ts';
import { toMinor } from '../../src/money.ts';
import type { Item } from '../../src/params.ts';
import { keyOf, nameOf, quantityOf, sum, sumOfQuantities } from './said.ts';

/** One line per item and variant, in the order they were first named; the latest price and name win. */
export function merged(lines: readonly CartLine[]): CartLine[] {
  const keys = [...new Set(lines.map(keyOfLine))];
  return keys
    .map((key) => lines.filter((line) => keyOfLine(line) === key))
    .map((same) =>
      Object.assign({}, ...same, { quantity: sumOfQuantities(same.map((l) => l.quantity)) }),
    );
}

/** Lines of a list of items, prices in minor units of `currency`. */
export function linesOf(items: readonly Item[], currency: string): CartLine[] {
  const lines = items.map((item) => ({
    item: nameOf(item)!,
    ...(item.item_name && { name: item.item_name }),
    ...(item.item_variant && { variant: item.item_variant }),
    quantity: quantityOf(item),
    ...(item.price !== undefined && { price: toMinor(item.price, currency) }),
  }));
  return merged(lines);
}

export function keyOfLine(line: CartLine): string {
  return JSON.stringify([line.item, line.variant ?? null]);
}

/** What the lines with a known price are worth together. */
export function worth(lines: readonly CartLine[]): number {
  return sum(lines.map((line) => Math.round((line.price ?? 0) * line.quantity)));
}

/**
 * What items that are taken out or given back are worth, in minor units: those without a price go
 * at the price that their line is known to have, if any.
 */
export function worthOf(
  items: readonly Item[],
  { currency, lines }: { currency: string; lines: readonly CartLine[] },
): number {
  const priceOf = (item: Item) =>
    item.price === undefined
      ? (lines.find((line) => keyOfLine(line) === keyOf(item))?.price ?? 0)
      : toMinor(item.price, currency);
  return sum(items.map((item) => Math.round(priceOf(item) * quantityOf(item))));
}

/** The same goods, without prices. */
export function unpriced(lines: readonly CartLine[]): CartLine[] {
  return lines.map(({ price, ...line }) => line);
}

/** Whether two lists hold the same quantity of everything. */
export function sameGoods(a: readonly CartLine[], b: readonly CartLine[]): boolean {
  const told = (lines: readonly CartLine[]) =>
    lines.map((line) => `${keyOfLine(line)} × ${line.quantity}`).sort();
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}
