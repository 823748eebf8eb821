import type { ItemsParams } from '@cartograph/journey';
import type { Call, Kit, Preset } from '../preset.ts';

/** Carts count in hundredths, be it yen: https://shopify.dev/docs/api/ajax/reference/cart */
const UNIT = 100;

/** https://shopify.dev/docs/api/ajax */
export const shopify: Preset = {
  name: 'shopify',

  place({ pathname }) {
    if (/\/(thank[-_]you|orders\/\w+\/(thank|confirm)\w*)\/?$/.test(pathname))
      return { kind: 'order' };
    if (/\/cart\/?$/.test(pathname)) return { kind: 'cart' };
    if (/\/checkouts?\//.test(pathname)) return { kind: 'checkout' };
    return /\/(products|collections|pages|blogs|account|search)\b/.test(pathname)
      ? false
      : undefined;
  },

  call({ path, json, method, fields }: Call, kit: Kit) {
    const [, action] =
      /\/cart(?:\/(add|change|update|clear))?(?:\.js|\.json)?(?:\?|$)/.exec(path) ?? [];
    if (!action)
      return /\/cart\.js(on)?/.test(path) && method === 'GET'
        ? { cart: cartOf(json, kit) }
        : undefined;
    const currency = currencyOf(json, kit);
    const items = (key: string) => kit.list(kit.dig(json, key));
    if (action === 'add') {
      const lines = Array.isArray(kit.dig(json, 'items')) ? items('items') : [json];
      const [first] = lines;
      if (!kit.dig(first, 'variant_id')) return 'add';
      const quantity = lines.length === 1 ? (fields().quantity ?? 1) : undefined;
      return [
        [
          'add_to_cart',
          kit.goods(
            lines.map((line) => itemOf(line, kit, quantity)),
            currency,
          ),
        ],
      ];
    }
    // Newer themes are told what went out: https://shopify.dev/docs/api/ajax/reference/cart#post-locale-cart-change-js
    const removed = items('items_removed').map((line) => itemOf(line, kit));
    const added = items('items_added').map((line) => itemOf(line, kit));
    if (removed.length > 0) return [['remove_from_cart', kit.goods(removed, currency)]];
    if (added.length > 0) return [['add_to_cart', kit.goods(added, currency)]];
    if (kit.dig(json, 'item_count') === 0) return [['view_cart', { items: [], value: 0 }]];
    return Array.isArray(kit.dig(json, 'items')) ? { cart: cartOf(json, kit) } : [];
  },
};

function cartOf(json: unknown, kit: Kit): ItemsParams {
  const lines = kit.list(kit.dig(json, 'items')).map((line) => itemOf(line, kit));
  return { ...kit.goods(lines, currencyOf(json, kit)) };
}

function currencyOf(json: unknown, kit: Kit): unknown {
  return kit.dig(json, 'currency') ?? kit.dig(window, 'Shopify.currency.active');
}

function itemOf(line: unknown, kit: Kit, quantity?: number) {
  const read = (name: string) => kit.dig(line, name);
  const cents = Number(read('final_price') ?? read('discounted_price') ?? read('price'));
  return kit.item({
    item_id: read('sku') || read('product_id'),
    item_name: read('product_title') ?? read('title'),
    item_variant: read('variant_title'),
    item_brand: read('vendor'),
    item_category: read('product_type'),
    price: cents / UNIT,
    quantity: quantity ?? read('quantity'),
  });
}
