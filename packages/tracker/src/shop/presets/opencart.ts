import type { Kit, Preset } from '../preset.ts';
import type { Seen } from '../teller.ts';

/**
 * OpenCart 2 to 4, which route by query, and keep the whole checkout under one address. Version 4
 * writes `checkout/cart.add` where the ones before write `checkout/cart/add`.
 */
export const opencart: Preset = {
  name: 'opencart',

  place(url, kit) {
    const route = routeOf(url);
    if (/^checkout\/success/.test(route)) return { kind: 'order' };
    if (/^checkout\/cart$/.test(route)) return { kind: 'cart' };
    if (
      /^(checkout|quick_?checkout|onepagecheckout)\/(checkout|confirm|quick_?checkout)/.test(route)
    )
      return { kind: 'checkout' };
    return route || kit?.page.querySelector('#product input[name=product_id],#form-product')
      ? false
      : undefined;
  },

  product(kit) {
    const id = kit.page.querySelector<HTMLInputElement>(
      '#product input[name=product_id],#form-product input[name=product_id]',
    )?.value;
    const name = kit.read('#content h1', 'h1');
    if (!id || !name || !kit.page.querySelector('#button-cart')) return undefined;
    const shown = kit.read(
      '#content .price-new',
      '#content li h2',
      '#content li h3',
      '#content .price',
    );
    const price = shownPrice(shown, kit);
    return {
      item: kit.item({ item_id: id, item_name: name, price: price?.value }),
      currency: price?.currency,
      rule: 'opencart',
    };
  },

  call({ url, json, fields }, kit) {
    const route = routeOf(url).replace('.', '/');
    if (/^checkout\/cart\/add$/.test(route)) {
      // Options are missing: it leads to the product. Its page says what is wrong.
      if (!kit.dig(json, 'success')) return [];
      const { id, quantity = 1 } = fields();
      const product = kit.product();
      const isMain = product && product.item.item_id === id;
      return isMain
        ? [['add_to_cart', kit.goods([{ ...product.item, quantity }], product.currency)]]
        : 'add';
    }
    if (/^(checkout\/cart|common\/cart)\/remove$/.test(route)) return 'remove';
    const [, step] =
      /^checkout\/(register|guest|guest_shipping|login|payment_address|shipping_address|shipping_method|payment_method)\/save$/.exec(
        route,
      ) ?? [];
    if (step) return STEPS[step] ?? [];
    return route ? [] : undefined;
  },
};

const CONTACT: Seen = ['checkout_step', { step: 'contact' }];
const ADDRESS: Seen = ['checkout_step', { step: 'address' }];
const STEPS: Readonly<Record<string, readonly Seen[]>> = {
  register: [CONTACT],
  guest: [CONTACT, ADDRESS],
  guest_shipping: [ADDRESS],
  shipping_address: [ADDRESS],
  payment_address: [ADDRESS],
  shipping_method: [['add_shipping_info', {}]],
  payment_method: [['add_payment_info', {}]],
};

/** `?route=checkout/cart`, or the end of an address that was made readable: `/en-gb/checkout/cart`. */
function routeOf({ searchParams, pathname }: URL): string {
  return searchParams.get('route') ?? /\b(?:checkout|common)\/[\w./]+$/.exec(pathname)?.[0] ?? '';
}

/** The list of currencies says which of those that share a sign is meant. */
function shownPrice(shown: string | undefined, kit: Kit) {
  const price = kit.money(shown);
  const sign = shown?.replace(/[\d.,\s-]/g, '');
  const choices = [
    ...kit.page.querySelectorAll('#form-currency [name],#form-currency [href]'),
  ].filter((choice) => sign && (choice.textContent ?? '').includes(sign));
  const codes = choices.map((choice) => choice.getAttribute('href') ?? choice.getAttribute('name'));
  const code = codes.find((one) => /^[A-Z]{3}$/.test(one ?? ''));
  const value = price?.value ?? kit.price(shown);
  return value === undefined ? undefined : { value, currency: code ?? price?.currency };
}
