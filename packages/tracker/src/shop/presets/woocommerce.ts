import type { ItemsParams } from '@cartograph/journey';
import type { Call, Kit, Preset } from '../preset.ts';
import type { Seen } from '../teller.ts';

/**
 * Classic pages, which post whole pages and `wc-ajax`, and blocks, which ask the Store API:
 * https://developer.woocommerce.com/docs/apis/store-api/
 */
export const woocommerce: Preset = {
  name: 'woocommerce',
  arrives: true,

  place({ pathname, searchParams }, kit) {
    const has = (name: string) => kit?.page.body.classList.contains(`woocommerce-${name}`);
    if (
      has('order-received') ||
      /\/order-received\//.test(pathname) ||
      searchParams.has('order-received')
    ) {
      return { kind: 'order' };
    }
    if (has('cart')) return { kind: 'cart' };
    if (has('checkout') || /\/order-pay\//.test(pathname)) return { kind: 'checkout' };
    return kit?.page.querySelector('body.woocommerce,body.woocommerce-account') ? false : undefined;
  },

  cart(kit) {
    const rows = [...kit.page.querySelectorAll('.cart_item')];
    const items = rows.map((row) => {
      const text = (part: string) => row.querySelector(part)?.textContent ?? undefined;
      const link = row.querySelector('[data-product_id]');
      const quantity =
        row.querySelector<HTMLInputElement>('input.qty')?.value ??
        text('.product-quantity')?.match(/\d+/)?.[0];
      const total = kit.money(text('.product-total .amount,.product-subtotal .amount'));
      const count = Number(quantity);
      return {
        currency: total?.currency,
        item: kit.item({
          item_id: link?.getAttribute('data-product_sku') || link?.getAttribute('data-product_id'),
          item_name: (text('.product-name a') ?? text('.product-name'))?.replace(
            /\s*×\s*\d+\s*$/,
            '',
          ),
          price: total && count ? Math.round((total.value / count) * 1e4) / 1e4 : undefined,
          quantity,
        }),
      };
    });
    const isSure = items.length > 0 && items.every(({ item }) => Number(item.quantity) > 0);
    return isSure
      ? kit.goods(
          items.map(({ item }) => item),
          items[0]!.currency,
        )
      : undefined;
  },

  order(kit) {
    const total = kit.money(
      kit.read(
        '.woocommerce-order-overview__total .amount',
        '.order_details .total .amount',
        '[class*=order-confirmation] tfoot tr:last-child td',
      ),
    );
    const id =
      kit.read('.woocommerce-order-overview__order strong', '.order_details .order strong') ??
      /order-received\/(\d+)/.exec(kit.url.pathname)?.[1] ??
      kit.param('order-received') ??
      kit.param('key');
    return kit.params({ transaction_id: id, ...total });
  },

  /** A product page posts itself, and says so on the page that comes back. */
  arrived(kit) {
    const said = [
      ...kit.page.querySelectorAll(
        '.woocommerce-message,.wc-block-components-notice-banner.is-success',
      ),
    ].find(
      (message) =>
        message.querySelector('a.wc-forward') && /[“"«„]/.test(message.textContent ?? ''),
    );
    if (!said) return undefined;
    const text = said.textContent ?? '';
    const [, name] = /[“"«„](.+?)[”"»“]/.exec(text) ?? [];
    const product = kit.product();
    const quantity = Number(/(\d+)\s*×/.exec(text)?.[1] ?? 1);
    const same = product?.item.item_name === name;
    const item = { ...(same ? product?.item : { item_name: name ?? '' }), quantity };
    return [['add_to_cart', kit.goods([item], same ? product?.currency : undefined)]];
  },

  call(call, kit) {
    const { path, json, method, url } = call;
    if (/wc\/store\//.test(path)) return storeCall(call, kit);
    const ajax = url.searchParams.get('wc-ajax');
    if (ajax === 'add_to_cart') return 'add';
    if (ajax === 'remove_from_cart' || (url.searchParams.has('remove_item') && method === 'GET'))
      return 'remove';
    if (ajax === 'checkout') return kit.dig(json, 'result') === 'success' ? GIVEN : [];
    return ajax ? [] : undefined;
  },
};

/** One page asks for everything, and one answer takes it. */
const GIVEN: readonly Seen[] = [
  ['checkout_step', { step: 'contact' }],
  ['checkout_step', { step: 'address' }],
  ['add_payment_info', {}],
];

/** The Store API answers each change with the cart as it now is, and may be asked several things at once. */
function storeCall({ path, json, method, fields }: Call, kit: Kit) {
  const answers = kit.list(kit.dig(json, 'responses')).map((response) => kit.dig(response, 'body'));
  const cart = cartOf(answers.at(-1) ?? json, kit);
  if (/\/checkout/.test(path) && method === 'POST') {
    return /success|pending/.test(`${kit.dig(json, 'payment_result.payment_status')}`) ? GIVEN : [];
  }
  const { id } = fields();
  const adds = /add-item/.test(path) || (answers.length > 0 && id);
  if (!adds || !cart) return cart ? { cart } : /remove-item/.test(path) ? 'remove' : [];
  const line = kit
    .list(kit.dig(answers.at(-1) ?? json, 'items'))
    .find((one) => `${kit.dig(one, 'id')}` === id);
  const quantity = fields().quantity ?? 1;
  return line
    ? [
        [
          'add_to_cart',
          kit.goods([itemOf(line, kit, quantity)], kit.dig(line, 'prices.currency_code')),
        ] as const,
      ]
    : 'add';
}

function cartOf(json: unknown, kit: Kit): ItemsParams | undefined {
  const lines = kit.dig(json, 'items');
  const currency = kit.dig(json, 'totals.currency_code');
  if (!Array.isArray(lines) || !currency) return undefined;
  return kit.goods(
    lines.map((line) => itemOf(line, kit)),
    currency,
  );
}

function itemOf(line: unknown, kit: Kit, quantity?: number) {
  const read = (path: string) => kit.dig(line, path);
  const unit = 10 ** Number(read('prices.currency_minor_unit') ?? 2);
  return kit.item({
    item_id: read('sku') || read('id'),
    item_name: read('name'),
    price: Number(read('prices.price')) / unit,
    quantity: quantity ?? read('quantity'),
  });
}
