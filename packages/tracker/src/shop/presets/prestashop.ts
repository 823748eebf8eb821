import type { Kit, Preset } from '../preset.ts';
import type { Seen } from '../teller.ts';

/** PrestaShop 1.7 to 9: every page carries `window.prestashop`, with its name and the cart. */
export const prestashop: Preset = {
  name: 'prestashop',
  arrives: true,

  place({ pathname, searchParams }, kit) {
    const own = kit?.dig(window, 'prestashop.page.page_name');
    const name = own ?? searchParams.get('controller') ?? pathname.replace(/.*\//, '');
    if (name === 'order-confirmation') return { kind: 'order' };
    if (name === 'cart') return { kind: 'cart' };
    if (name === 'checkout' || name === 'order') return { kind: 'checkout' };
    return own ? false : undefined;
  },

  cart: (kit) => cartOf(kit.dig(window, 'prestashop.cart'), kit),

  order(kit) {
    const reference = kit.read('#order-reference-value', '#order-details li:first-child');
    const total = kit.money(
      kit.read(
        '.total-value td:last-child',
        '#order-items .total-value',
        '.order-confirmation-table table tr:last-child td:last-child',
      ),
    );
    return kit.params({
      transaction_id: reference?.replace(/^.*[:：]\s*/, '') ?? kit.param('id_order'),
      ...total,
    });
  },

  /** Each step of checkout posts the page, which comes back with the next one open. */
  arrived(kit) {
    const isBack =
      kit.from?.pathname === kit.url.pathname &&
      !kit.page.querySelector('.has-error,.alert-danger');
    const steps = [...kit.page.querySelectorAll('.checkout-step')];
    const open = steps.findIndex((step) => step.matches('.-current,.js-current-step'));
    const seen = isBack && open > 0 && DONE[steps[open - 1]!.id];
    return seen ? [seen] : undefined;
  },

  call({ path, json, method }, kit) {
    if (kit.dig(json, 'id_product') === undefined || !kit.dig(json, 'cart')) {
      return /ps_shoppingcart|controller=cart|\/cart\b/.test(path) && method === 'POST'
        ? []
        : undefined;
    }
    if (/[?&]delete=1/.test(path)) return 'remove';
    if (/[?&](op|update)=/.test(path)) return [];
    const id = `${kit.dig(json, 'id_product')}`;
    const variant = `${kit.dig(json, 'id_product_attribute') ?? ''}`;
    const lines = kit.list(kit.dig(json, 'cart.products'));
    const line =
      lines.find(
        (one) =>
          `${kit.dig(one, 'id_product')}` === id &&
          `${kit.dig(one, 'id_product_attribute') ?? ''}` === variant,
      ) ?? lines.find((one) => `${kit.dig(one, 'id_product')}` === id);
    const quantity = kit.dig(json, 'quantity');
    return line
      ? [
          [
            'add_to_cart',
            kit.goods(
              [itemOf(line, kit, quantity)],
              kit.dig(window, 'prestashop.currency.iso_code'),
            ),
          ],
        ]
      : 'add';
  },
};

const DONE: Readonly<Record<string, Seen>> = {
  'checkout-personal-information-step': ['checkout_step', { step: 'contact' }],
  'checkout-addresses-step': ['checkout_step', { step: 'address' }],
  'checkout-delivery-step': ['add_shipping_info', {}],
};

function cartOf(cart: unknown, kit: Kit) {
  const lines = kit.dig(cart, 'products');
  if (!Array.isArray(lines)) return undefined;
  const items = lines.map((line) =>
    itemOf(line, kit, kit.dig(line, 'cart_quantity') ?? kit.dig(line, 'quantity')),
  );
  return kit.goods(items, kit.dig(window, 'prestashop.currency.iso_code'));
}

function itemOf(line: unknown, kit: Kit, quantity: unknown) {
  const read = (name: string) => kit.dig(line, name);
  return kit.item({
    item_id: read('reference') || read('id_product'),
    item_name: read('name'),
    item_variant: read('attributes_small'),
    item_category: read('category_name') ?? read('category'),
    price: read('price_with_reduction') ?? read('price_wt') ?? read('price_amount'),
    quantity: Number(quantity) || undefined,
  });
}
