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

  /** What the checkout starts from, which the page of the cart carries as well. */
  cart(kit) {
    const read = (path: string) => kit.dig(window, `checkoutConfig.${path}`);
    const items = kit.list(read('quoteItemData')).map((line) =>
      kit.item({
        item_id: kit.dig(line, 'sku'),
        item_name: kit.dig(line, 'name'),
        price: kit.dig(line, 'price_incl_tax') ?? kit.dig(line, 'price'),
        quantity: kit.dig(line, 'qty'),
      }),
    );
    if (items.length === 0) return undefined;
    const cart = kit.goods(items, read('totalsData.quote_currency_code'));
    const isCheckout = !/\/cart\/?$/.test(kit.url.pathname);
    return { ...cart, ...(isCheckout && totalOf(read('totalsData'), kit)) };
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
    if (what === 'shipping-information') {
      const total = totalOf(kit.dig(json, 'totals'), kit);
      return [...ADDRESSED, ['add_shipping_info', total]];
    }
    if (what === 'payment-information') return [['add_payment_info', {}]];
    return /\/checkout\/cart\/delete/.test(path) ? 'remove' : /\/V1\//.test(path) ? [] : undefined;
  },
};

/** Contact, address and way of shipping go in one request. */
const ADDRESSED: readonly Seen[] = [
  ['checkout_step', { step: 'contact' }],
  ['checkout_step', { step: 'address' }],
];

/** What is to be paid: https://developer.adobe.com/commerce/webapi/rest/tutorials/orders/order-prepare-checkout/ */
function totalOf(totals: unknown, kit: Kit) {
  const value = kit.price(kit.dig(totals, 'grand_total'));
  const currency = kit.dig(totals, 'quote_currency_code');
  return value !== undefined && currency ? kit.params({ value, currency }) : {};
}

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
