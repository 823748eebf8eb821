import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from '../describeShop.ts';
import { html, seen } from './shopPage.ts';

/** A theme as the platform brings it: Luma, whose pages are cached, and ask for the cart when it changed. */
const page = (title: string, content: string, attributes: string) =>
  html(
    `<script type="text/x-magento-init">{"*": {"Magento_Customer/js/customer-data": {"sectionLoadUrl": "/customer/section/load/"}}}</script>
    <script>const post = (url, body, type) => fetch(url, { method: 'POST', body, headers: { 'X-Requested-With': 'XMLHttpRequest', ...(type && { 'Content-Type': type }) } }).then((answer) => answer.json());
      const rest = (path, body) => post('/rest/default/V1/guest-carts/Xb3kT9/' + path, JSON.stringify(body), 'application/json');</script>`,
    `<div data-block="minicart" class="minicart-wrapper"><a class="action showcart" href="/checkout/cart/"><span class="text">My Cart</span><span class="counter qty empty"><span class="counter-number"></span></span></a></div>
    <main id="maincontent" class="page-main"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">${title}</span></h1>${content}</main>`,
    attributes,
  );

const PRODUCT = page(
  'Solar Jacket',
  `<div class="product-info-main"><div class="price-box price-final_price" data-product-id="1"><span class="price-container price-final_price tax weee" itemprop="offers" itemscope itemtype="http://schema.org/Offer">
    <span id="product-price-1" data-price-amount="75" data-price-type="finalPrice" class="price-wrapper"><span class="price">$75.00</span></span><meta itemprop="price" content="75"><meta itemprop="priceCurrency" content="USD"></span></div>
  <div class="product attribute sku"><strong class="type">SKU</strong><div class="value" itemprop="sku">WJ01</div></div>
  <form data-product-sku="WJ01" action="/checkout/cart/add/uenc/aHR0cHM~/product/1/" method="post" id="product_addtocart_form"><input type="hidden" name="product" value="1"><input type="hidden" name="item" value="1"><input name="form_key" type="hidden" value="k">
    <input type="number" name="qty" id="qty" min="0" value="1" title="Qty" class="input-text qty"><button type="submit" title="Add to Cart" class="action primary tocart" id="product-addtocart-button"><span>Add to Cart</span></button></form></div>
  <script>document.querySelector('form').onsubmit = async (event) => { event.preventDefault();
    const answer = await post(event.target.action, new FormData(event.target));
    if (answer.backUrl) location.reload();
    else { const { cart } = await (await fetch('/customer/section/load/?sections=cart%2Cmessages&force_new_section_timestamp=true')).json();
      document.querySelector('.counter-number').textContent = cart.summary_count; } };</script>`,
  'data-container="body" itemtype="http://schema.org/Product" itemscope="itemscope" class="catalog-product-view product-solar-jacket page-layout-1column"',
);

/** With a coupon of five. */
const TOTALS = { grand_total: 145, subtotal: 150, quote_currency_code: 'USD' };
const CONFIG = `<script>window.checkoutConfig = ${JSON.stringify({
  quoteData: { entity_id: 'Xb3kT9', quote_currency_code: 'USD' },
  quoteItemData: [
    {
      item_id: '1',
      product_id: '1',
      sku: 'WJ01',
      name: 'Solar Jacket',
      qty: 2,
      price: '75.0000',
      price_incl_tax: '75.0000',
    },
  ],
  totalsData: TOTALS,
})}</script>`;

const CART = page(
  'Shopping Cart',
  `${CONFIG}<form action="/checkout/cart/updatePost/" method="post" id="form-validate" class="form form-cart"><table id="shopping-cart-table" class="cart items data table"><tbody class="cart item"><tr class="item-info">
    <td class="col item"><strong class="product-item-name"><a href="/solar-jacket.html">Solar Jacket</a></strong></td><td class="col price"><span class="price">$75.00</span></td><td class="col qty"><input name="cart[1][qty]" value="2" type="number" class="input-text qty"></td><td class="col subtotal"><span class="price">$150.00</span></td></tr>
    <tr class="item-actions"><td colspan="4"><a href="#" title="Remove item" class="action action-delete"><span>Remove item</span></a></td></tr></tbody></table></form>
  <button type="button" data-role="proceed-to-checkout" class="action primary checkout" onclick="location.assign('/checkout/')"><span>Proceed to Checkout</span></button>`,
  'class="checkout-cart-index page-layout-1column"',
);

/** An app under one address. What is to be paid stands in its second step. */
const CHECKOUT = page(
  'Checkout',
  `${CONFIG}<div id="checkout" class="checkout-container"><ol class="opc"><li id="shipping"><form id="co-shipping-form"><input type="email" name="username" value="ada@example.com"><input name="street[0]"><input name="postcode"><input type="radio" name="ko_unique_1" value="flatrate_flatrate" checked></form>
    <button id="next" type="button" class="button action continue primary"><span>Next</span></button></li>
  <li id="payment" hidden><input type="radio" name="payment[method]" value="checkmo" checked><button id="place" type="button" class="action primary checkout"><span>Place Order</span></button></li></ol>
  <div class="opc-block-summary" hidden><span class="title">Order Summary</span><table class="table-totals"><tbody><tr class="totals sub"><th>Cart Subtotal</th><td><span class="price">$150.00</span></td></tr>
    <tr class="totals shipping excl"><th>Shipping</th><td><span class="price">$10.00</span></td></tr><tr class="grand totals"><th><strong>Order Total</strong></th><td><strong><span class="price">$155.00</span></strong></td></tr></tbody></table></div></div>
  <script>document.getElementById('next').onclick = async () => { await rest('shipping-information', { addressInformation: { shipping_carrier_code: 'flatrate' } });
      history.pushState({}, '', '#payment'); document.getElementById('shipping').hidden = true;
      document.getElementById('payment').hidden = document.querySelector('.opc-block-summary').hidden = false; };
    document.getElementById('place').onclick = async () => { await rest('payment-information', { paymentMethod: { method: 'checkmo' } }); location.replace('/checkout/onepage/success/'); };
    rest('estimate-shipping-methods', {});</script>`,
  'class="checkout-index-index page-layout-checkout"',
);

const SUCCESS = page(
  'Thank you for your purchase!',
  '<div class="checkout-success"><p>Your order # is: <span>000000042</span>.</p><p>We\'ll email you an order confirmation with details and tracking info.</p></div>',
  'class="checkout-onepage-success page-layout-1column"',
);

function magento({ method, url, body }: Asked): Answered | undefined {
  const { pathname } = url;
  const of = (name: string) => new RegExp(`name="${name}"\\s+(\\d+)`).exec(body)?.[1];
  if (/\/checkout\/cart\/add\//.test(pathname))
    return { json: Number(of('qty')) > 9 ? { backUrl: '/solar-jacket.html' } : [] };
  if (/\/estimate-shipping-methods$/.test(pathname))
    return { json: [{ carrier_code: 'flatrate', amount: 10 }] };
  if (/\/shipping-information$/.test(pathname))
    return { json: { payment_methods: [], totals: { ...TOTALS, grand_total: 155 } } };
  switch (`${method} ${pathname}`) {
    case 'GET /solar-jacket.html':
      return PRODUCT;
    case 'GET /customer/section/load/':
      return {
        json: {
          cart: {
            summary_count: 2,
            subtotal: '<span class="price">$150.00</span>',
            items: [
              {
                item_id: '1',
                product_id: '1',
                product_sku: 'WJ01',
                product_name: 'Solar Jacket',
                product_price: '<span class="price">$75.00</span>',
                product_price_value: 75,
                qty: 2,
              },
            ],
          },
          messages: { messages: [{ type: 'success', text: 'You added Solar Jacket.' }] },
        },
      };
    case 'GET /checkout/cart/':
      return CART;
    case 'GET /checkout/':
      return CHECKOUT;
    case 'POST /rest/default/V1/guest-carts/Xb3kT9/payment-information':
      return { json: '42' };
    case 'GET /checkout/onepage/success/':
      return SUCCESS;
    default:
      return undefined;
  }
}

const JACKET = { item_id: 'WJ01', item_name: 'Solar Jacket', price: 75 };

describeShop('Magento 2', magento, (visit) => {
  it('is followed from a product to the thank-you page of its one-page checkout', async () => {
    const { page } = visit;
    await visit.open('/solar-jacket.html');
    await page.fill('#qty', '99');
    await visit.leave(() => page.click('.tocart'));
    await page.fill('#qty', '2');
    await visit.ask(/section\/load/, () => page.click('.tocart'));
    await visit.leave(() => page.click('.showcart'));
    await visit.leave(() => page.click('.checkout'));
    await visit.ask(/shipping-information/, () => page.click('#next'));
    await visit.leave(() => page.click('#place'));
    await visit.leave(() => page.reload());

    const currency = 'USD';
    const view = ['view_item', { items: [JACKET], currency, value: 75 }];
    const goods = { items: [{ ...JACKET, quantity: 2 }], currency, value: 150 };
    expect(seen(visit)).toEqual([
      view,
      view,
      ['add_to_cart', goods],
      ['view_cart', goods],
      ['begin_checkout', { ...goods, value: 145 }],
      ['checkout_step', { step: 'contact' }],
      ['checkout_step', { step: 'address' }],
      ['add_shipping_info', { currency, value: 155 }],
      ['add_payment_info', { currency, value: 155 }],
      ['purchase', { transaction_id: '000000042' }],
    ]);
    expect(visit.told[2]?.params.inferred).toBe('magento');
    expect(visit.errors).toEqual([]);
  });
});
