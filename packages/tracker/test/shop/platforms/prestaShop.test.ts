import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from '../describeShop.ts';
import { html, jsonLd, seen } from './shopPage.ts';

function prestaShop({ method, url, body, session }: Asked): Answered | undefined {
  const products = [
    {
      id_product: 1,
      id_product_attribute: 2,
      name: 'Poster',
      reference: 'demo_1',
      price_wt: 28.68,
      quantity: 2,
      attributes_small: 'A4',
    },
  ];
  const head = (name: string, inCart: unknown[] = []) =>
    `<script>var prestashop = ${JSON.stringify({ cart: { products: inCart }, currency: { iso_code: 'EUR' }, page: { page_name: name } })};</script>`;
  switch (`${method} ${url.pathname}`) {
    case 'GET /en/poster.html':
      return html(
        head('product') +
          jsonLd({
            name: 'Poster',
            sku: 'demo_1',
            offers: { price: '28.68', priceCurrency: 'EUR' },
          }),
        `<h1>Poster</h1><form action="/en/cart" method="post" id="add-to-cart-or-refresh"><input type="hidden" name="id_product" value="1"><input name="qty" value="2"><button class="add-to-cart" data-button-action="add-to-cart" type="submit">Add to cart</button></form>
        <script>document.forms[0].onsubmit = (event) => { event.preventDefault(); const request = new XMLHttpRequest(); request.open('POST', '/en/cart');
          request.onload = () => fetch('/en/module/ps_shoppingcart/ajax', { method: 'POST', body: new URLSearchParams({ action: 'add-to-cart', id_product: 1 }) });
          request.send(new URLSearchParams(new FormData(event.target)) + '&add=1&action=update'); };</script>`,
      );
    case 'POST /en/cart':
      return {
        json: /qty=99/.test(body)
          ? { hasError: true, errors: ['Not enough'], id_product: 1, cart: {} }
          : {
              success: true,
              id_product: 1,
              id_product_attribute: 2,
              quantity: 2,
              cart: { products },
              errors: '',
            },
      };
    case 'POST /en/module/ps_shoppingcart/ajax':
      return { json: { preview: '<div></div>', modal: '<div></div>' } };
    case 'GET /en/cart':
      return html(head('cart', products), '<h1>Shopping Cart</h1>', 'id="cart"');
    case 'POST /en/order':
      session.step = Number(session.step ?? 0) + (body.includes('bad') ? 0 : 1);
      session.bad = body.includes('bad');
      return { to: '/en/order' };
    case 'GET /en/order': {
      const names = ['personal-information', 'addresses', 'delivery', 'payment'];
      const open = Number(session.step ?? 0);
      return html(
        head('checkout', products),
        `<h1>Order</h1>${session.bad ? '<div class="alert alert-danger">Wrong</div>' : ''}${names.map((name, index) => `<section id="checkout-${name}-step" class="checkout-step ${index === open ? '-current js-current-step' : ''}">${index === open ? `<form method="post"><input name="x" type="hidden" value="ok"><button>Continue</button></form>` : ''}</section>`).join('')}
        <div class="cart-summary-line cart-total"><span class="label">Total (tax incl.)</span> <span class="value">€${open > 2 ? '64.36' : '57.36'}</span></div>
        <a id="place" href="/en/order-confirmation?id_cart=5&id_module=3&id_order=7&key=k">Place order</a>`,
        'id="checkout"',
      );
    }
    case 'GET /en/order-confirmation':
      return html(
        head('order-confirmation'),
        '<h3>Your order is confirmed</h3><table><tr class="total-value"><td>Total (tax incl.)</td><td>€64.36</td></tr></table><div id="order-details"><ul><li id="order-reference-value">Order reference: XKBKNABJK</li></ul></div>',
      );
    default:
      return undefined;
  }
}

const POSTER = { item_id: 'demo_1', item_name: 'Poster', price: 28.68 };

describeShop('PrestaShop', prestaShop, (visit) => {
  it('is followed through a checkout whose steps post one page', async () => {
    const { page } = visit;
    await visit.open('/en/poster.html');
    await page.fill('[name=qty]', '99');
    await visit.ask(/shoppingcart/, () => page.click('.add-to-cart'));
    await page.fill('[name=qty]', '2');
    await visit.ask(/shoppingcart/, () => page.click('.add-to-cart'));
    await visit.open('/en/cart');
    await visit.leave(() => page.evaluate(() => location.assign('/en/order')));
    await page.evaluate(() => document.querySelector('[name=x]')?.setAttribute('value', 'bad'));
    await visit.leave(() => page.click('form button'));
    for (let step = 0; step < 3; step++) await visit.leave(() => page.click('form button'));
    await visit.leave(() => page.click('#place'));
    await visit.leave(() => page.reload());

    const goods = {
      items: [{ ...POSTER, item_variant: 'A4', quantity: 2 }],
      currency: 'EUR',
      value: 57.36,
    };
    expect(seen(visit)).toEqual([
      ['view_item', { items: [POSTER], currency: 'EUR', value: 28.68 }],
      ['add_to_cart', goods],
      ['view_cart', goods],
      ['begin_checkout', goods],
      ['checkout_step', { step: 'contact' }],
      ['checkout_step', { step: 'address' }],
      ['add_shipping_info', { currency: 'EUR', value: 64.36 }],
      ['purchase', { transaction_id: 'XKBKNABJK', currency: 'EUR', value: 64.36 }],
    ]);
    expect(visit.errors).toEqual([]);
  });
});
