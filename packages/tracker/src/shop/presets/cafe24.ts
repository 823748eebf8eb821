import type { Kit, Preset } from '../preset.ts';

/** Cafe24, the most common platform of Korean shops. */
export const cafe24: Preset = {
  name: 'cafe24',

  place({ pathname }) {
    if (/\/order\/order_result\.html/.test(pathname)) return { kind: 'order' };
    if (/\/order\/basket\.html/.test(pathname)) return { kind: 'cart' };
    if (/\/order\/orderform\.html/.test(pathname)) return { kind: 'checkout' };
    return /\/(product|myshop|board|member)\//.test(pathname) ? false : undefined;
  },

  product(kit) {
    const id =
      kit.dig(window, 'iProductNo') ??
      kit.param('product_no') ??
      /\/product\/[^/]+\/(\d+)\//.exec(kit.url.pathname)?.[1];
    const name =
      kit.dig(window, 'product_name') ??
      kit.read('.headingArea h2', '.infoArea h2', '.infoArea h3', 'h1');
    if (!id || !name || !/\/product\/(?!list)/.test(kit.url.pathname)) return undefined;
    const price =
      kit.price(kit.dig(window, 'product_sale_price') ?? kit.dig(window, 'product_price')) ??
      kit.money(kit.read('#span_product_price_sale', '#span_product_price_text'))?.value;
    return {
      item: kit.item({ item_id: id, item_name: name, price }),
      currency: currencyOf(kit),
      rule: 'cafe24',
    };
  },

  /** What the platform hands to the scripts of others on its thank-you page. What it lacks is read. */
  order(kit) {
    const read = (name: string) =>
      kit.dig(window, `EC_FRONT_EXTERNAL_SCRIPT_VARIABLE_DATA.${name}`);
    const field = kit.page.querySelector<HTMLInputElement>('#frm_order_result [name=order_id]');
    const items = kit.list(read('order_product')).map((line) =>
      kit.item({
        item_id: kit.dig(line, 'product_no'),
        item_name: kit.dig(line, 'product_name'),
        quantity: kit.dig(line, 'quantity'),
      }),
    );
    const value = kit.price(read('payed_amount'));
    return kit.params({
      transaction_id: read('order_id') || field?.value || kit.param('order_id'),
      ...(value && { value, currency: currencyOf(kit) }),
      ...(items.length > 0 && { items }),
    });
  },

  call({ path, fields }, kit) {
    if (/\/exec\/front\/order\/basket(\/|\?|$)/i.test(path)) {
      // The page of the cart asks the same address for all it does: the button pressed says what.
      if (/\/order\//.test(kit.url.pathname)) return undefined;
      const product = kit.product();
      if (!product) return fields().id ? 'add' : [];
      const item = { ...product.item, quantity: chosen(kit.page) };
      return [['add_to_cart', kit.goods([item], product.currency)]];
    }
    return /\/exec\/front\/order\/basketdelete/i.test(path)
      ? 'remove'
      : /\/exec\/front\//.test(path)
        ? []
        : undefined;
  },
};

/** How many are chosen, of all options together. */
function chosen(page: Document): number {
  const field = '[name="quantity_opt[]"]';
  const within = page.querySelector(`.option_products ${field}`) ? '.option_products ' : '';
  const fields = page.querySelectorAll<HTMLInputElement>(within + field);
  return [...fields].reduce((sum, { value }) => sum + (Number(value) || 0), 0) || 1;
}

function currencyOf({ page, dig }: Kit): string {
  const told = page.querySelector('meta[property="product:price:currency"]');
  const ask = dig(window, 'SHOP.getCurrency');
  return told?.getAttribute('content') ?? (typeof ask === 'function' ? `${ask()}` : 'KRW');
}
