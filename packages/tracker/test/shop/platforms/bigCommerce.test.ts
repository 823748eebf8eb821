import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from '../describeShop.ts';
import { html, seen } from './shopPage.ts';

/** A Stencil theme: it asks `/remote/v1` for the cart, and its checkout the Storefront API. */
const page = (body: string) =>
  html(
    `<script>window.BCData = {"csrf_token": "t"};
      const post = (url, body) => fetch(url, { method: 'POST', body }).then((answer) => answer.json());
      const storefront = (method, path, body) => fetch('/api/storefront' + path, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) }).then((answer) => answer.json());</script>`,
    `<header class="header"><a class="navUser-action" data-cart-preview href="/cart.php"><span class="navUser-item-cartLabel">Cart</span> <span class="countPill cart-quantity"></span></a></header>${body}`,
  );

const PRODUCT = page(
  `<div itemscope itemtype="https://schema.org/Product"><div class="productView"><h1 class="productView-title" itemprop="name">Smith Journal</h1>
  <h2 class="productView-brand" itemprop="brand" itemscope itemtype="https://schema.org/Brand"><a href="/brands/ofs/"><span itemprop="name">OFS</span></a></h2>
  <div class="price-section" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span data-product-price-without-tax class="price price--withoutTax">$25.00</span><meta itemprop="price" content="25"><meta itemprop="priceCurrency" content="USD"></div>
  <dl class="productView-info"><dt class="productView-info-name">SKU:</dt><dd class="productView-info-value" data-product-sku itemprop="sku">SM13</dd></dl>
  <form class="form" method="post" action="/cart.php" enctype="multipart/form-data" data-cart-item-add><input type="hidden" name="action" value="add"><input type="hidden" name="product_id" value="86">
    <input class="form-input form-input--incrementTotal" id="qty[]" name="qty[]" type="tel" value="1"><p class="alertMessage"></p>
    <input id="form-action-addToCart" class="button button--primary" type="submit" value="Add to Cart"></form></div></div>
  <script>document.forms[0].onsubmit = async (event) => { event.preventDefault();
    const { data } = await post('/remote/v1/cart/add', new FormData(event.target));
    document.querySelector('.alertMessage').textContent = data.error ?? '';
    if (!data.error) await fetch('/cart.php?suggest=' + data.cart_item.id); };</script>`,
);

const LINE = {
  id: 'f4f0',
  productId: 86,
  sku: 'SM13',
  name: 'Smith Journal',
  brand: 'OFS',
  quantity: 3,
  listPrice: 25,
  salePrice: 25,
};
const CARTS = {
  id: 'c1',
  currency: { code: 'USD' },
  lineItems: { physicalItems: [LINE], digitalItems: [], giftCertificates: [] },
};

const HEADLESS = page(
  `<h1>Journals</h1><button id="add" onclick="storefront('POST', '/carts/c1/items', { lineItems: [{ quantity: 1, productId: 86 }] })">Add to Cart</button>
  <button id="get" onclick="storefront('GET', '/carts?include=lineItems.physicalItems.options')">Refresh</button>`,
);

const CART = page(
  `<main data-cart><h1 class="page-heading">Your Cart (1 item)</h1><div data-cart-content><table class="cart" data-cart-quantity="2"><tbody class="cart-list"><tr class="cart-item" data-item-row>
    <td class="cart-item-block cart-item-figure"><img class="cart-item-image" alt=""></td><td class="cart-item-block cart-item-title"><p class="cart-item-brand">OFS</p><h2 class="cart-item-name"><a class="cart-item-name__label" href="/smith-journal/">Smith Journal</a></h2></td>
    <td class="cart-item-block cart-item-info"><span class="cart-item-label">Price</span><span class="cart-item-value">$25.00</span></td>
    <td class="cart-item-block cart-item-info cart-item-quantity"><label class="form-label cart-item-label">Quantity:</label><button type="button" class="button button--icon" data-cart-update data-action="dec" onclick="update(1)">−</button><input class="form-input form-input--incrementTotal cart-item-qty-input" name="qty-f4f0" type="tel" value="2"><button type="button" class="button button--icon" data-cart-update data-action="inc" onclick="update(3)">+</button></td>
    <td class="cart-item-block cart-item-info"><span class="cart-item-label">Total</span><strong class="cart-item-value">$50.00</strong><button class="cart-remove icon" data-cart-itemid="f4f0" aria-label="Remove Smith Journal from cart" onclick="update(0)"><svg></svg></button></td></tr></tbody></table></div>
  <div data-cart-totals><ul class="cart-totals"><li class="cart-total"><strong>Subtotal:</strong> <span>$50.00</span></li><li class="cart-total cart-total-grandTotal"><strong>Grand total:</strong> <span>$50.00</span></li></ul></div>
  <a class="button button--primary" href="/checkout" title="Click here to proceed to checkout">Check out</a></main>
  <script>const update = (quantity) => fetch('/remote/v1/cart/update', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items: [{ id: 'f4f0', quantity }] }) });</script>`,
);

const SUMMARY = (total: string) =>
  `<article class="cart optimizedCheckout-orderSummary" data-test="cart"><h3 class="cart-title">Order Summary</h3><div data-test="cart-subtotal"><div class="cart-priceItem"><span class="cart-priceItem-label"><span data-test="cart-price-label">Subtotal</span></span> <span class="cart-priceItem-value"><span data-test="cart-price-value">$50.00</span></span></div></div>
  <div data-test="cart-total"><div class="cart-priceItem cart-priceItem--total"><span class="cart-priceItem-label"><span data-test="cart-price-label">Total (USD)</span></span> <span class="cart-priceItem-value"><span data-test="cart-price-value">${total}</span></span></div></div></article>`;

/** An app that renders each step when the one before is done. */
const CHECKOUT = page(
  `<div id="checkout-app"></div><script>
    const app = document.getElementById('checkout-app');
    const show = (step, total) => { app.innerHTML = '<ol class="checkout-steps"><li class="checkout-step checkout-step--' + step + '"><h2 class="stepHeader-title">' + step + '</h2><button id="' + step + '">Continue</button></li></ol>' + ${JSON.stringify(SUMMARY('TOTAL'))}.replace('TOTAL', total); };
    app.onclick = async ({ target: { id } }) => {
      if (id === 'customer') { await storefront('POST', '/checkouts/c1/billing-address', { email: 'ada@example.com' }); show('shipping', '$50.00'); }
      if (id === 'shipping') { await storefront('POST', '/checkouts/c1/consignments', [{ address: {} }]);
        await storefront('PUT', '/checkouts/c1/consignments/n1', { address: {} });
        await storefront('PUT', '/checkouts/c1/consignments/n1', { shippingOptionId: 'o1' }); show('payment', '$57.95'); }
      if (id === 'payment') { await post('/internalapi/v1/checkout/order', '{}'); location.assign('/checkout/order-confirmation'); }
    };
    show('customer', '$50.00');</script>`,
);

const CONFIRMATION = page(
  `<div id="checkout-app"></div><script>setTimeout(() => { document.getElementById('checkout-app').innerHTML = ${JSON.stringify(`<div class="layout-main"><h1 class="optimizedCheckout-headingPrimary" data-test="order-confirmation-heading">Thank you Ada!</h1><p data-test="order-confirmation-order-number-text">Your order number is <strong>118</strong></p></div>${SUMMARY('$57.95')}`)}; }, 800);</script>`,
);

function bigCommerce({ method, url: { pathname }, body }: Asked): Answered | undefined {
  if (/\/consignments/.test(pathname)) {
    const selectedShippingOption = /shippingOptionId/.test(body) ? { id: 'o1', cost: 7.95 } : null;
    const grandTotal = selectedShippingOption ? 57.95 : 50;
    return { json: { cart: CARTS, grandTotal, consignments: [{ selectedShippingOption }] } };
  }
  switch (`${method} ${pathname}`) {
    case 'GET /smith-journal/':
      return PRODUCT;
    case 'POST /remote/v1/cart/add': {
      const [, quantity] = /name="qty\[\]"\s+(\d+)/.exec(body) ?? [];
      const error = 'We don’t have enough Smith Journal stock on hand.';
      return { json: { data: Number(quantity) > 9 ? { error } : { cart_item: { id: 'f4f0' } } } };
    }
    case 'POST /remote/v1/cart/update':
      return { json: { data: { status: 'succeed', errors: [] } } };
    case 'GET /headless/':
      return HEADLESS;
    case 'GET /api/storefront/carts':
      return { json: [CARTS] };
    case 'POST /api/storefront/carts/c1/items':
      return { json: CARTS };
    case 'GET /cart.php':
      return CART;
    case 'GET /checkout':
      return CHECKOUT;
    case 'GET /api/storefront/checkouts/c1':
    case 'POST /api/storefront/checkouts/c1/billing-address':
      return { json: { id: 'c1', cart: CARTS, grandTotal: 50 } };
    case 'POST /internalapi/v1/checkout/order':
      return { json: { data: { order: { orderId: 118 } } } };
    case 'GET /checkout/order-confirmation':
      return CONFIRMATION;
    default:
      return undefined;
  }
}

const JOURNAL = { item_id: 'SM13', item_name: 'Smith Journal', item_brand: 'OFS', price: 25 };
const currency = 'USD';

describeShop('BigCommerce', bigCommerce, (visit) => {
  it('is followed from a product to the order that its checkout confirms', async () => {
    const { page } = visit;
    await visit.open('/smith-journal/');
    await page.fill('[name="qty[]"]', '99');
    await visit.ask(/cart\/add/, () => page.click('#form-action-addToCart'));
    await page.fill('[name="qty[]"]', '2');
    await visit.ask(/suggest/, () => page.click('#form-action-addToCart'));
    await visit.leave(() => page.click('[data-cart-preview]'));
    await visit.leave(() => page.click('[href="/checkout"]'));
    await visit.ask(/billing-address/, () => page.click('#customer'));
    await visit.ask(/consignments/, () => page.click('#shipping'));
    await page.waitForSelector('#payment');
    await visit.leave(() => page.click('#payment'));
    await visit.leave(() => page.reload());

    expect(seen(visit)).toEqual([
      ['view_item', { items: [JOURNAL], currency, value: 25 }],
      ['add_to_cart', { items: [{ ...JOURNAL, quantity: 2 }], currency, value: 50 }],
      [
        'view_cart',
        {
          items: [
            { item_id: '/smith-journal/', item_name: 'Smith Journal', price: 25, quantity: 2 },
          ],
          currency,
          value: 50,
        },
      ],
      ['begin_checkout', { currency, value: 50 }],
      ['checkout_step', { step: 'contact' }],
      ['checkout_step', { step: 'address' }],
      ['add_shipping_info', { currency, value: 57.95 }],
      ['add_payment_info', { currency, value: 57.95 }],
      ['purchase', { transaction_id: '118', currency, value: 57.95 }],
    ]);
    expect(visit.errors).toEqual([]);
  });

  it('has a product taken out, and none added or taken where its number changes', async () => {
    const { page } = visit;
    await visit.open('/cart.php');
    await visit.ask(/cart\/update/, () => page.click('[data-action=inc]'));
    await visit.ask(/cart\/update/, () => page.click('.cart-remove'));
    expect(seen(visit)).toMatchObject([
      ['view_cart', { value: 50 }],
      ['remove_from_cart', { items: [{ item_name: 'Smith Journal', quantity: 2 }], value: 50 }],
    ]);
  });

  it('is understood by what the Storefront API answers', async () => {
    const { page } = visit;
    await visit.open('/headless/');
    await visit.ask(/carts/, () => page.click('#get'));
    await visit.ask(/items/, () => page.click('#add'));
    expect(seen(visit)).toEqual([
      ['add_to_cart', { items: [{ ...JOURNAL, quantity: 1 }], currency, value: 25 }],
    ]);
    expect(visit.told[0]?.params.inferred).toBe('bigcommerce');
  });
});
