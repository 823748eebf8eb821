import type { CustomParams } from '@cartograph/journey';
import { scrubbed } from './scrubbed.ts';

/** Lines of an order that the collector takes. */
const MAX_ITEMS = 200;

/** Of JSON, in UTF-16 code units. Even in Chinese that fits what a page may send while it leaves. */
const MAX_CHARS = 18_000;

const AMOUNTS = /^(value|price|tax|shipping|quantity|discount|index)$/;

/**
 * A copy that is safe to keep and send: text, numbers and booleans, and lists of these or of items.
 * Never deeper, so what holds itself does no harm. Whatever is too long for the collector loses its
 * last items: an order is worth more than they.
 *
 * @param known Names to take.
 * @throws {TypeError} If it holds what JSON knows no form of.
 */
export function clean(source: object, known: RegExp, maxItems = MAX_ITEMS): CustomParams {
  const json = JSON.stringify(source, function (this: unknown, name, value) {
    if (!name) return value;
    const isObject = Object(value) === value;
    if (isObject && Array.isArray(this)) return withGa4Names(value);
    if (!known.test(name)) return undefined;
    if (isObject) {
      return this === source && Array.isArray(value) ? value.slice(0, maxItems) : undefined;
    }
    if (typeof value === 'string') {
      return AMOUNTS.test(name) ? Number(value || 'none') : scrubbed(value);
    }
    return /_id$/.test(name) ? value && `${value}` : value;
  });
  return json.length > MAX_CHARS && maxItems
    ? clean(source, known, maxItems >> 1)
    : JSON.parse(json);
}

/** A product of Universal Analytics, as many tags still send it, is an item by other names. */
function withGa4Names(product: Partial<Record<string, unknown>>): object {
  return {
    item_id: product.id,
    item_name: product.name,
    item_brand: product.brand,
    item_category: product.category,
    item_variant: product.variant,
    item_list_name: product.list,
    index: product.position,
    ...product,
  };
}
