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

  call({ path, method, json, fields, url: { pathname } }, kit) {
    if (/\/remote\/v1\/cart\/add\b/.test(path)) return 'add';
    // It takes out as well, and doesn't say so: the button that was pressed does.
    if (/\/remote\/v1\/cart\/(?!update)/.test(path)) return [];
    if (/\/internalapi\/v1\/checkout\/order$/.test(pathname)) return [['add_payment_info', {}]];
    const [, kind, what] =
      /\/api\/storefront\/(carts?|checkouts?)(?:\/[^/]+)?\/?([\w-]*)/.exec(pathname) ?? [];
    if (!kind) return undefined;
    if (method === 'DELETE' && what === 'items') return 'remove';
    const cart = Array.isArray(json) ? json[0] : (kit.dig(json, 'cart') ?? json);
    if (method === 'POST' && kind.startsWith('cart') && (what === 'items' || !what)) {
      const { id, quantity } = fields();
      const line = linesOf(cart, kit).find((one) => `${kit.dig(one, 'productId')}` === id);
      if (!line || !quantity) return 'add';
      const currency = kit.dig(cart, 'currency.code');
      return [['add_to_cart', kit.goods([{ ...itemOf(line, kit), quantity }], currency)]];
    }
    if (what === 'billing-address' && method !== 'GET')
      return [['checkout_step', { step: 'contact' }]];
    if (what === 'consignments' && method === 'POST')
      return [['checkout_step', { step: 'address' }]];
    // Asked again with each change of the address, until a way of shipping has been chosen.
    if (what === 'consignments' && method === 'PUT') {
      if (!kit.dig(json, 'consignments.0.selectedShippingOption')) return [];
      const value = kit.price(kit.dig(json, 'grandTotal'));
      const currency = value !== undefined && kit.dig(json, 'cart.currency.code');
      return [['add_shipping_info', currency ? kit.params({ value, currency }) : {}]];
    }
    const known = cartOf(cart, kit);
    return known ? { cart: known } : [];
  },
};

function cartOf(cart: unknown, kit: Kit): ItemsParams | undefined {
  if (!kit.dig(cart, 'lineItems')) return undefined;
  const items = linesOf(cart, kit).map((line) => itemOf(line, kit));
  return kit.goods(items, kit.dig(cart, 'currency.code'));
}

function linesOf(cart: unknown, kit: Kit): unknown[] {
  return ['physicalItems', 'digitalItems'].flatMap((kind) =>
    kit.list(kit.dig(cart, `lineItems.${kind}`)),
  );
}

function itemOf(line: unknown, kit: Kit) {
  return kit.item({
    item_id: kit.dig(line, 'sku') || kit.dig(line, 'productId'),
    item_name: kit.dig(line, 'name'),
    item_brand: kit.dig(line, 'brand'),
    price: kit.dig(line, 'salePrice') ?? kit.dig(line, 'listPrice'),
    quantity: kit.dig(line, 'quantity'),
  });
}
