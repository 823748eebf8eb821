import { toMinor } from '../../src/money.ts';
import type { Item } from '../../src/params.ts';
import type { StoredTouchpoint } from '../../src/touchpoint.ts';

/** A param that is a text. An empty one says nothing. */
export function textIn(touchpoint: StoredTouchpoint, name: string): string | undefined {
  const text = touchpoint.params?.[name];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** `value`, in major units. */
export function valueIn(touchpoint: StoredTouchpoint): number | undefined {
  const value = touchpoint.params?.value;
  return typeof value === 'number' ? value : undefined;
}

/** The items that are any: those with neither an id nor a name are skipped, and none of something. */
export function itemsIn(touchpoint: StoredTouchpoint): Item[] {
  const items = touchpoint.params?.items;
  if (!Array.isArray(items)) return [];
  return items.filter((item: Item) => nameOf(item) !== undefined && quantityOf(item) > 0);
}

/** Whether there is a list of items at all, were it an empty one. */
export function hasItemList(touchpoint: StoredTouchpoint): boolean {
  return Array.isArray(touchpoint.params?.items);
}

/** What an item is called: its id, or its name where the shop sends no id. */
export function nameOf(item: Item): string | undefined {
  return item.item_id || item.item_name || undefined;
}

export function quantityOf(item: Item): number {
  return item.quantity ?? 1;
}

/** Items count as the same when id (or name) and variant are the same. */
export function keyOf(item: Item): string {
  return JSON.stringify([nameOf(item), item.item_variant || null]);
}

/**
 * The amount a touchpoint states, in minor units: its `value`; else price × quantity of the items
 * that have a price, each rounded on its own; else unknown.
 */
export function statedBy(touchpoint: StoredTouchpoint, currency: string): number | undefined {
  const value = valueIn(touchpoint);
  if (value !== undefined) return toMinor(value, currency);

  const priced = itemsIn(touchpoint).filter((item) => item.price !== undefined);
  if (priced.length === 0) return undefined;
  return sum(priced.map((item) => Math.round(toMinor(item.price!, currency) * quantityOf(item))));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Quantities may be fractions; what is smaller than a millionth is an error of floating point. */
export function sumOfQuantities(quantities: readonly number[]): number {
  return Math.round(sum(quantities) * 1e6) / 1e6;
}
