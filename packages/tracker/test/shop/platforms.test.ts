import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop, type Visit } from './describeShop.ts';

/** What pages of these platforms can't help showing, and the requests that their themes make. */
const html = (head: string, body: string, attributes = '') => ({
  html: `<!doctype html><html lang="en-GB"><head><title>Shop</title>${head}</head><body ${attributes}>${body}</body></html>`,
});
const jsonLd = (product: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', ...product })}</script>`;
const seen = ({ told }: Visit) =>
  told.map(({ type, params: { inferred, ...params } }) => [type, params]);

function shopify({ method, url }: Asked): Answered | undefined {
  const line = {
    id: 41,
    variant_id: 41,
    product_id: 9,
    sku: 'SOCK-1',
    title: 'Socks - Red',
    product_title: 'Socks',
    variant_title: 'Red',
    vendor: 'Knit',
    product_type: 'Wear',
    price: 1250,
    quantity: 2,
  };
  const head =
    '<script>window.Shopify = { shop: "x.example", currency: { active: "GBP" } };</script>';
  switch (`${method} ${url.pathname}`) {
    case 'GET /products/socks':
      return html(
        head +
          jsonLd({
            name: 'Socks',
            sku: 'SOCK-1',
            offers: { price: '12.50', priceCurrency: 'GBP' },
          }),
        `<main><h1>Socks</h1><form action="/cart/add" method="post"><input type="hidden" name="id" value="41"><input name="quantity" value="2"><button name="add">Add to cart</button></form></main>
        <script>document.querySelector('form').onsubmit = async (event) => { event.preventDefault();
          await fetch('/cart/add.js', { method: 'POST', body: new FormData(event.target), headers: { accept: 'application/javascript' } }); await fetch('/cart.js'); };</script>`,
      );
    case 'POST /cart/add.js':
      return { json: line };
    case 'POST /cart/change.js':
      return {
        json: { item_count: 0, items: [], currency: 'GBP', items_removed: [line], items_added: [] },
      };
    case 'GET /cart.js':
      return { json: { item_count: 2, total_price: 2500, currency: 'GBP', items: [line] } };
    case 'GET /cart':
      return html(
        head,
        `<main><h1>Your cart</h1><button id="out" onclick="fetch('/cart/change.js', { method: 'POST', body: JSON.stringify({ line: 1, quantity: 0 }) })">Remove</button></main><script>setTimeout(() => fetch('/cart.js'), 300)</script>`,
      );
    default:
      return undefined;
  }
}

const SOCKS = {
  item_id: 'SOCK-1',
  item_name: 'Socks',
  item_variant: 'Red',
  item_brand: 'Knit',
  item_category: 'Wear',
  price: 12.5,
  quantity: 2,
};

describeShop('Shopify', shopify, (visit) => {
  it('is followed into the cart and out of it', async () => {
    await visit.open('/products/socks');
    await visit.ask(/cart\.js/, () => visit.page.click('[name=add]'));
    await visit.open('/cart');
    await visit.ask(/change\.js/, () => visit.page.click('#out'));
    const goods = { items: [SOCKS], currency: 'GBP', value: 25 };
    expect(seen(visit)).toEqual([
      [
        'view_item',
        {
          items: [{ item_id: 'SOCK-1', item_name: 'Socks', price: 12.5 }],
          currency: 'GBP',
          value: 12.5,
        },
      ],
      ['add_to_cart', goods],
      ['view_cart', goods],
      ['remove_from_cart', goods],
    ]);
    expect(visit.told[1]?.params.inferred).toBe('shopify');
    expect(visit.errors).toEqual([]);
  });
});

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
        `<h1>Basket</h1><form><table><tr class="cart_item"><td><a class="remove" data-product_id="16" data-product_sku="woo-beanie" href="?remove_item=k">×</a></td><td class="product-name"><a href="/product/beanie/">Beanie</a></td><td class="product-price"><span class="amount">£18.00</span></td><td class="product-quantity"><input class="qty" name="cart[k][qty]" value="3"></td><td class="product-subtotal"><span class="amount">£54.00</span></td></tr></table></form>`,
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

  it('is understood by what the Store API answers', async () => {
    await visit.open('/blocks/');
    await visit.ask(/add-item/, () => visit.page.click('#add'));
    expect(seen(visit)).toEqual([
      ['add_to_cart', { items: [{ ...BEANIE, quantity: 1 }], currency: 'GBP', value: 18 }],
    ]);
  });
});

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
      ['add_shipping_info', {}],
      ['purchase', { transaction_id: 'XKBKNABJK', currency: 'EUR', value: 64.36 }],
    ]);
    expect(visit.errors).toEqual([]);
  });
});
