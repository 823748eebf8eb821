import type { ItemsParams } from '@cartograph/journey';
import type { Kit, Preset } from '../preset.ts';

/** Stencil themes, and the checkout, which asks the Storefront API. */
export const bigcommerce: Preset = {
  name: 'bigcommerce',

  place({ pathname }) {
    if (/\/checkout\/order-confirmation|\/finishorder\.php/.test(pathname))
      return { kind: 'order' };
    if (/^\/cart(\.php)?\/?$/.test(pathname)) return { kind: 'cart' };
    return /^\/checkout(\.php)?\/?$/.test(pathname) ? { kind: 'checkout' } : undefined;
  },

  order(kit) {
    const id = kit.read(
      '[data-test="order-confirmation-order-number-text"] strong',
      '[data-test="order-confirmation-order-number-text"]',
    );
    const total = kit.money(kit.read('[data-test="cart-total"] [data-test="cart-price-value"]'));
    return kit.params({ transaction_id: /\d+/.exec(id ?? '')?.[0], ...total });
  },

  call({ path, method, json, url: { pathname } }, kit) {
    if (/\/remote\/v1\/cart\/add\b/.test(path)) return 'add';
    if (/\/remote\/v1\/cart\//.test(path)) return [];
    if (/\/internalapi\/v1\/checkout\/order$/.test(pathname)) return [['add_payment_info', {}]];
    const [, kind, what] =
      /\/api\/storefront\/(carts?|checkouts?)(?:\/[^/]+)?\/?([\w-]*)/.exec(pathname) ?? [];
    if (!kind) return undefined;
    if (method === 'DELETE' && what === 'items') return 'remove';
    if (what === 'items' && method === 'POST') return 'add';
    // Asked again with each change; a way of shipping that is put in its place has been chosen.
    if (what === 'billing-address' && method !== 'GET')
      return [['checkout_step', { step: 'contact' }]];
    if (what === 'consignments' && method === 'POST')
      return [['checkout_step', { step: 'address' }]];
    if (what === 'consignments' && method === 'PUT') return [['add_shipping_info', {}]];
    const cart = cartOf(Array.isArray(json) ? json[0] : (kit.dig(json, 'cart') ?? json), kit);
    if (kind.startsWith('cart') && !what && method === 'POST') return 'add';
    return cart ? { cart } : [];
  },
};

function cartOf(cart: unknown, kit: Kit): ItemsParams | undefined {
  const lines = ['physicalItems', 'digitalItems'].flatMap((kind) =>
    kit.list(kit.dig(cart, `lineItems.${kind}`)),
  );
  if (!kit.dig(cart, 'lineItems')) return undefined;
  const items = lines.map((line) =>
    kit.item({
      item_id: kit.dig(line, 'sku') || kit.dig(line, 'productId'),
      item_name: kit.dig(line, 'name'),
      item_brand: kit.dig(line, 'brand'),
      price: kit.dig(line, 'salePrice') ?? kit.dig(line, 'listPrice'),
      quantity: kit.dig(line, 'quantity'),
    }),
  );
  return kit.goods(items, kit.dig(cart, 'currency.code'));
}
