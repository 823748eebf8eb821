import type { Kit, Preset } from '../preset.ts';
import type { Seen } from '../teller.ts';

/** Magento 2, Adobe Commerce, Mage-OS: themes on Luma or Hyvä, and the checkout of one address. */
export const magento: Preset = {
  name: 'magento',

  place({ pathname }, kit) {
    if (/\/onepage\/success\b|\/multishipping\/checkout\/success/.test(pathname))
      return { kind: 'order' };
    if (/\/checkout\/cart\/?$/.test(pathname)) return { kind: 'cart' };
    if (/\/checkout\/?$/.test(pathname)) return { kind: 'checkout' };
    return /catalog-(product|category)/.test(kit?.page.body.className ?? '') ? false : undefined;
  },

  order(kit) {
    const id = kit.read(
      '.checkout-success .order-number strong',
      '.checkout-success .order-number',
      '.checkout-success p > span',
    );
    return kit.params({ transaction_id: id });
  },

  call({ path, json, url }, kit) {
    if (/\/checkout\/cart\/add\b/.test(path)) {
      // Sent back to the product: something is missing. To the cart: the shop is set to show it.
      const back = kit.dig(json, 'backUrl');
      return !back || /\/checkout\/cart\/?$/.test(`${back}`) ? 'add' : [];
    }
    if (/\/checkout\/sidebar\/removeItem\b/i.test(path)) return 'remove';
    if (/\/customer\/section\/load/.test(path)) {
      const lines = kit.dig(json, 'cart.items');
      return Array.isArray(lines) ? { cart: cartOf(lines, kit) } : [];
    }
    const [, what] =
      /\/V1\/(?:guest-carts\/[^/]+|carts\/mine)\/(shipping-information|(?:set-)?payment-information)$/.exec(
        url.pathname,
      ) ?? [];
    if (what === 'shipping-information') return SHIPPED;
    if (what === 'payment-information') return [['add_payment_info', {}]];
    return /\/checkout\/cart\/delete/.test(path) ? 'remove' : /\/V1\//.test(path) ? [] : undefined;
  },
};

/** Contact, address and way of shipping go in one request. */
const SHIPPED: readonly Seen[] = [
  ['checkout_step', { step: 'contact' }],
  ['checkout_step', { step: 'address' }],
  ['add_shipping_info', {}],
];

function cartOf(lines: readonly unknown[], kit: Kit) {
  const items = lines.map((line) =>
    kit.item({
      item_id: kit.dig(line, 'product_sku') ?? kit.dig(line, 'product_id'),
      item_name: kit.dig(line, 'product_name'),
      price: kit.dig(line, 'product_price_value'),
      quantity: kit.dig(line, 'qty'),
    }),
  );
  const shown = `${kit.dig(lines[0], 'product_price') ?? ''}`.replace(/<[^>]*>/g, ' ');
  return kit.goods(items, kit.money(shown)?.currency);
}
