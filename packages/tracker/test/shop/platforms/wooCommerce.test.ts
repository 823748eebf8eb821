import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from '../describeShop.ts';
import { html, jsonLd, seen } from './shopPage.ts';

function wooCommerce({ method, url, body, session }: Asked): Answered | undefined {
  const ajax = url.searchParams.get('wc-ajax');
  const head =
    '<script>window.wc_add_to_cart_params = { wc_ajax_url: "/?wc-ajax=%%endpoint%%" };</script>';
  const cart = {
    items: [
      {
        key: 'k',
        id: 16,
        quantity: 1,
        name: 'Beanie',
        sku: 'woo-beanie',
        prices: { price: '1800', currency_code: 'GBP', currency_minor_unit: 2 },
      },
    ],
    totals: { total_price: '1800', currency_code: 'GBP', currency_minor_unit: 2 },
    errors: [],
  };
  if (ajax === 'add_to_cart')
    return {
      json: /product_id=99/.test(body)
        ? { error: true, product_url: '/p' }
        : { fragments: {}, cart_hash: 'h' },
    };
  if (ajax === 'checkout') {
    const result = session.failed ? 'success' : 'failure';
    session.failed = true;
    return { json: { result, redirect: '/x' } };
  }
  switch (`${method} ${url.pathname}`) {
    case 'GET /shop/':
      return html(
        head,
        `<ul class="products"><li class="product type-product"><a href="/product/beanie/"><img alt=""><h2 class="woocommerce-loop-product__title">Beanie</h2><span class="price"><del><span class="amount">£20.00</span></del> <ins><span class="amount">£18.00</span></ins></span></a>
        <a href="?add-to-cart=16" data-quantity="1" class="button add_to_cart_button ajax_add_to_cart" data-product_id="16" data-product_sku="woo-beanie">Add to basket</a></li>
        <li class="product"><a href="/product/gone/"><h2>Gone</h2><span class="price">£9.00</span></a><a href="?add-to-cart=99" class="button add_to_cart_button ajax_add_to_cart" data-product_id="99">Add to basket</a></li></ul>
        <script>document.onclick = (event) => { const { product_id: id } = event.target.dataset; if (!id) return; event.preventDefault();
          const request = new XMLHttpRequest(); request.open('POST', '/?wc-ajax=add_to_cart'); request.send(new URLSearchParams({ product_sku: '', product_id: id, quantity: 1 }).toString()); };</script>`,
        'class="woocommerce-shop woocommerce woocommerce-page"',
      );
    case 'GET /product/beanie/':
    case 'POST /product/beanie/':
      return html(
        head +
          jsonLd({
            name: 'Beanie',
            sku: 'woo-beanie',
            offers: [
              { '@type': 'Offer', priceSpecification: [{ price: '18.00', priceCurrency: 'GBP' }] },
            ],
          }),
        `${method === 'POST' ? '<div class="woocommerce-message" role="alert">3 × “Beanie” have been added to your basket. <a href="/cart/" class="button wc-forward">View basket</a></div>' : ''}
        <h1 class="product_title">Beanie</h1><p class="price"><span class="amount">£18.00</span></p>
        <form class="cart" method="post" action="/product/beanie/"><input name="quantity" value="3"><button type="submit" name="add-to-cart" value="16" class="single_add_to_cart_button">Add to basket</button></form>`,
        'class="single-product woocommerce woocommerce-page"',
      );
    case 'GET /basket/':
      return html(
        head,
        `<h1>Basket</h1><form><table><tr class="cart_item"><td><a class="remove" data-product_id="16" data-product_sku="woo-beanie" href="?remove_item=k">×</a></td><td class="product-name"><a href="/product/beanie/">Beanie</a></td><td class="product-price"><span class="amount">£18.00</span></td><td class="product-quantity"><input class="qty" name="cart[k][qty]" value="3"></td><td class="product-subtotal"><span class="amount">£54.00</span></td></tr></table></form>
        <script>document.querySelector('.remove').onclick = (event) => { event.preventDefault();
          const request = new XMLHttpRequest(); request.open('GET', event.target.href); request.send(); };</script>`,
        'class="woocommerce-cart woocommerce-page"',
      );
    case 'GET /checkout/':
      return html(
        head,
        `<h1>Checkout</h1><form><input name="billing_email" type="email"><input name="billing_address_1"><button id="place_order">Place order</button></form>
        <script>document.forms[0].onsubmit = (event) => { event.preventDefault(); const request = new XMLHttpRequest(); request.open('POST', '/?wc-ajax=checkout'); request.send('billing_email=ada%40example.com'); };</script>`,
        'class="woocommerce-checkout woocommerce-page"',
      );
    case 'GET /checkout/order-received/123/':
      return html(
        head,
        '<h1>Order received</h1><ul class="woocommerce-order-overview order_details"><li class="woocommerce-order-overview__order order">Order number: <strong>123</strong></li><li class="woocommerce-order-overview__total total">Total: <strong><span class="amount">£59.90</span></strong></li></ul>',
        'class="woocommerce-checkout woocommerce-order-received"',
      );
    case 'GET /blocks/':
      return html(
        head,
        `<h1>Blocks</h1><button id="add" onclick="fetch('/wp-json/wc/store/v1/cart/add-item', { method: 'POST', body: JSON.stringify({ id: 16, quantity: 1 }) })">Add to basket</button>`,
      );
    case 'POST /wp-json/wc/store/v1/cart/add-item':
      return { json: cart, status: 201 };
    default:
      return undefined;
  }
}

const BEANIE = { item_id: 'woo-beanie', item_name: 'Beanie', price: 18 };

describeShop('WooCommerce', wooCommerce, (visit) => {
  it('is followed through pages that post themselves, and ajax', async () => {
    const { page } = visit;
    await visit.open('/shop/');
    await visit.ask(/add_to_cart/, () => page.click('[data-product_id="99"]'));
    await visit.ask(/add_to_cart/, () => page.click('[data-product_id="16"]'));
    await visit.open('/product/beanie/');
    await visit.leave(() => page.click('[name=add-to-cart]'));
    await visit.open('/basket/');
    await visit.open('/checkout/');
    await visit.ask(/checkout/, () => page.click('#place_order'));
    await visit.ask(/checkout/, () => page.click('#place_order'));
    await visit.leave(() =>
      page.evaluate(() => location.assign('/checkout/order-received/123/?key=wc_1')),
    );
    await visit.leave(() => page.reload());

    const currency = 'GBP';
    expect(seen(visit)).toEqual([
      ['add_to_cart', { items: [{ ...BEANIE, quantity: 1 }], currency, value: 18 }],
      ['view_item', { items: [BEANIE], currency, value: 18 }],
      ['add_to_cart', { items: [{ ...BEANIE, quantity: 3 }], currency, value: 54 }],
      ['view_item', { items: [BEANIE], currency, value: 18 }],
      ['view_cart', { items: [{ ...BEANIE, quantity: 3 }], currency, value: 54 }],
      ['begin_checkout', {}],
      ['checkout_step', { step: 'contact' }],
      ['checkout_step', { step: 'address' }],
      ['add_payment_info', {}],
      ['purchase', { transaction_id: '123', currency, value: 59.9 }],
    ]);
    expect(visit.errors).toEqual([]);
  });

  it('has a product taken out under the number that the cart has for it', async () => {
    await visit.open('/basket/');
    await visit.ask(/remove_item/, () => visit.page.click('.remove'));
    const goods = { items: [{ ...BEANIE, quantity: 3 }], currency: 'GBP', value: 54 };
    expect(seen(visit)).toEqual([
      ['view_cart', goods],
      ['remove_from_cart', goods],
    ]);
  });

  it('is understood by what the Store API answers', async () => {
    await visit.open('/blocks/');
    await visit.ask(/add-item/, () => visit.page.click('#add'));
    expect(seen(visit)).toEqual([
      ['add_to_cart', { items: [{ ...BEANIE, quantity: 1 }], currency: 'GBP', value: 18 }],
    ]);
  });
});
