import type { Preset } from '../preset.ts';

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
    const currency =
      kit.page.querySelector('meta[property="product:price:currency"]')?.getAttribute('content') ??
      'KRW';
    return { item: kit.item({ item_id: id, item_name: name, price }), currency, rule: 'cafe24' };
  },

  order(kit) {
    const total = kit.money(
      kit.read(
        '#total_order_price_front',
        '.totalSummary .total',
        '.ec-order-result [class*=total] strong',
      ),
    );
    return kit.params({
      transaction_id: kit.param('order_id') ?? kit.read('.orderInfo .number', '.number'),
      ...total,
    });
  },

  call({ path, json, fields }, kit) {
    if (/\/exec\/front\/order\/basket(\/|\?|$)/i.test(path)) {
      // 0 is well; anything below is one of many errors.
      if (Number(kit.dig(json, 'result') ?? 0) < 0) return [];
      return /command=(delete|select_delete)/.test(path)
        ? 'remove'
        : fields().id || kit.product()
          ? 'add'
          : [];
    }
    return /\/exec\/front\/order\/basketdelete/i.test(path)
      ? 'remove'
      : /\/exec\/front\//.test(path)
        ? []
        : undefined;
  },
};
