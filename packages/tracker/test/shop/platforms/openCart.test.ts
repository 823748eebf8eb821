import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from '../describeShop.ts';
import { seen } from './shopPage.ts';

/** Just enough of jQuery's `$.ajax` for the scripts of a theme. */
const AJAX = `function post(url, fields) {
  return new Promise((resolve) => { const request = new XMLHttpRequest(); request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.onload = () => resolve(JSON.parse(request.responseText)); request.send(new URLSearchParams(fields).toString()); }); }`;

const page = (body: string) => ({
  html: `<!doctype html><html dir="ltr" lang="en"><head><title>Your Store</title>
    <link href="catalog/view/theme/default/stylesheet.css" rel="stylesheet"></head><body>
    <form id="form-currency"><ul><li><button type="button" name="EUR">€ Euro</button></li><li><button type="button" name="AUD">$ Australian Dollar</button></li></ul></form>
    <div id="cart"><button type="button"><span id="cart-total">0 item(s) - $0.00</span></button></div>
    ${body}<script>${AJAX}</script></body></html>`,
});

const PRODUCT = `<div id="content"><ul class="breadcrumb"><li><a href="/">Home</a></li></ul><h1>iPhone</h1>
  <ul class="list-unstyled"><li>Brand: <a href="/apple">Apple</a></li><li>Product Code: product 11</li></ul>
  <ul class="list-unstyled"><li><span style="text-decoration: line-through;">$140.00</span></li><li><h2>$123.20</h2></li><li>Ex Tax: $101.00</li></ul>
  <div id="product"><select name="option[5]"><option value="">--- Please Select ---</option><option value="1">Red</option></select>
  <input type="text" name="quantity" value="1"><input type="hidden" name="product_id" value="40">
  <button type="button" id="button-cart" onclick="add()">Add to Cart</button></div></div>
  <script>const add = async () => { const box = document.getElementById('product');
    const json = await post('index.php?route=checkout/cart/add', { quantity: box.querySelector('[name=quantity]').value, product_id: 40, 'option[5]': box.querySelector('select').value });
    if (json.success) document.getElementById('cart-total').textContent = json.total; };</script>`;

const LIST = `<div id="content"><h2>Desktops</h2><div class="product-thumb"><div class="image"><a href="index.php?route=product/product&amp;product_id=43"><img alt="MacBook"></a></div>
  <div><div class="caption"><h4><a href="index.php?route=product/product&amp;product_id=43">MacBook</a></h4><p class="price"><span class="price-new">$602.00</span> <span class="price-old">$700.00</span> <span class="price-tax">Ex Tax: $500.00</span></p></div>
  <div class="button-group"><button type="button" onclick="post('index.php?route=checkout/cart/add', { product_id: 43, quantity: 1 })"><span>Add to Cart</span></button>
  <button type="button" onclick="post('index.php?route=account/wishlist/add', { product_id: 43 })" title="Add to Wish List">♥</button></div></div></div></div>`;

const CART = `<div id="content"><h1>Shopping Cart</h1><form action="index.php?route=checkout/cart/edit" method="post"><table>
  <thead><tr><td>Image</td><td>Product Name</td><td>Model</td><td>Quantity</td><td>Unit Price</td><td>Total</td></tr></thead>
  <tbody><tr><td><a href="index.php?route=product/product&amp;product_id=40"><img alt="iPhone"></a></td><td><a href="index.php?route=product/product&amp;product_id=40">iPhone</a></td><td>product 11</td>
  <td><input type="text" name="quantity[1]" value="2"><button type="submit">Update</button><button type="button" id="out" title="Remove" onclick="post('index.php?route=checkout/cart/remove', { key: 1 })">×</button></td><td>$123.20</td><td>$246.40</td></tr></tbody></table></form></div>`;

const CHECKOUT = `<div id="content"><h1>Checkout</h1><input id="email" name="email"><input name="address_1">
  <button type="button" id="guest" onclick="post('index.php?route=checkout/guest/save', { email: document.getElementById('email').value })">Continue</button>
  <button type="button" id="ship" onclick="post('index.php?route=checkout/shipping_method/save', { shipping_method: 'flat.flat' })">Continue</button>
  <button type="button" id="pay" onclick="post('index.php?route=checkout/payment_method/save', { payment_method: 'cod' })">Continue</button>
  <a id="done" href="index.php?route=checkout/success">Confirm Order</a></div>`;

function openCart({ method, url, body }: Asked): Answered | undefined {
  const route = url.searchParams.get('route');
  const form = new URLSearchParams(body);
  if (method === 'GET') {
    const pages: Record<string, string> = {
      'product/product': PRODUCT,
      'product/category': LIST,
      'checkout/cart': CART,
      'checkout/checkout': CHECKOUT,
      'checkout/success':
        '<div id="content"><h1>Your order has been placed!</h1><p>Your order has been successfully processed!</p></div>',
    };
    return pages[route ?? ''] ? page(pages[route ?? '']!) : undefined;
  }
  if (route === 'checkout/cart/add' && form.get('product_id') === '40' && !form.get('option[5]')) {
    return { json: { error: { option: { 5: 'Red required!' } } } };
  }
  if (route === 'checkout/cart/add')
    return { json: { success: 'Success!', total: '2 item(s) - $246.40' } };
  if (route === 'checkout/guest/save' && !form.get('email'))
    return { json: { error: { email: 'no' } } };
  return {
    json: route === 'checkout/cart/remove' ? { success: 'Success!', total: '0 item(s)' } : [],
  };
}

const IPHONE = { item_id: '40', item_name: 'iPhone', price: 123.2 };
const at = (route: string) => `/index.php?route=${route}`;

describeShop('OpenCart', openCart, (visit) => {
  it('is followed through routes in the query, and a checkout of one address', async () => {
    const { page } = visit;
    await visit.open(at('product/product&product_id=40'));
    await visit.ask(/cart.add/, () => page.click('#button-cart'));
    await page.selectOption('select', '1');
    await page.fill('#product [name=quantity]', '2');
    await visit.ask(/cart.add/, () => page.click('#button-cart'));
    await visit.open(at('checkout/cart'));
    await visit.open(at('checkout/checkout'));
    await visit.ask(/guest.save/, () => page.click('#guest'));
    await page.fill('#email', 'ada@example.com');
    await visit.ask(/guest.save/, () => page.click('#guest'));
    await visit.ask(/method.save/, () => page.click('#ship'));
    await visit.ask(/method.save/, () => page.click('#pay'));
    await visit.leave(() => page.click('#done'));
    await visit.leave(() => page.reload());

    expect(seen(visit)).toEqual([
      ['view_item', { items: [IPHONE], currency: 'AUD', value: 123.2 }],
      ['add_to_cart', { items: [{ ...IPHONE, quantity: 2 }], currency: 'AUD', value: 246.4 }],
      ['view_cart', expect.objectContaining({ value: 246.4 })],
      ['begin_checkout', {}],
      ['checkout_step', { step: 'contact' }],
      ['checkout_step', { step: 'address' }],
      ['add_shipping_info', {}],
      ['add_payment_info', {}],
      ['purchase', {}],
    ]);
    expect(visit.errors).toEqual([]);
  });

  it('has the product of a card added, and no wish', async () => {
    const { page } = visit;
    await visit.open(at('product/category'));
    await visit.ask(/wishlist/, () => page.click('[title*=Wish]'));
    await visit.ask(/cart.add/, () => page.click('text=Add to Cart'));
    expect(seen(visit)).toMatchObject([
      ['add_to_cart', { items: [{ item_name: 'MacBook', price: 602, quantity: 1 }], value: 602 }],
    ]);
  });

  it('has a product taken out', async () => {
    await visit.open(at('checkout/cart'));
    await visit.ask(/cart.remove/, () => visit.page.click('#out'));
    expect(seen(visit)).toMatchObject([
      ['view_cart', {}],
      [
        'remove_from_cart',
        { items: [{ item_name: 'iPhone', price: 123.2, quantity: 2 }], value: 246.4 },
      ],
    ]);
  });
});
