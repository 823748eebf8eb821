import { describe, expect, it } from 'vitest';
import { fieldsOf, operationOf } from '../../src/shop/requests/bodyOf.ts';
import { refuses } from '../../src/shop/requests/refuses.ts';
import { verbOf, verbOfOperation } from '../../src/shop/requests/verbOf.ts';

describe(verbOf, () => {
  it.each([
    ['POST', '/cart/add.js', 'add'],
    ['POST', '/?wc-ajax=add_to_cart', 'add'],
    ['POST', '/wp-json/wc/store/v1/cart/add-item', 'add'],
    ['POST', '/index.php?route=checkout/cart.add&language=en-gb', 'add'],
    ['POST', '/index.php?route=checkout/cart/add', 'add'],
    ['POST', '/checkout/cart/add/uenc/aHR0/product/14/', 'add'],
    ['POST', '/api/v2/storefront/cart/add_item', 'add'],
    ['POST', '/addproducttocart/details/45/1', 'add'],
    ['POST', '/checkout/line-item/add', 'add'],
    ['POST', '/shop/cart/add', 'add'],
    ['POST', '/warenkorb/hinzufuegen', 'add'],
    ['POST', '/api/AddToCart', 'add'],
    ['POST', '/panier/ajouter/12', 'add'],
    ['GET', '/cart/add?id=12', 'add'],
    ['POST', '/api/checkout/cart', 'maybe'],
    ['POST', '/store/carts/cart_01H/line-items', 'maybe'],
    ['POST', '/api/v2/shop/orders/tok3n/items', 'maybe'],
    ['DELETE', '/store/carts/cart_01H/line-items/li_1', 'remove'],
    ['POST', '/cart/remove_line_item/3', 'remove'],
    ['POST', '/cart/coupon/add', undefined],
    ['POST', '/wishlist/add', undefined],
    ['POST', '/api/cart/shipping-address/add', undefined],
    ['POST', '/analytics/events?name=add_to_cart', undefined],
    ['POST', '/comments/add', undefined],
    ['GET', '/cart', undefined],
    ['GET', '/assets/add-to-cart.js', undefined],
    ['POST', '/login?return_url=/cart/add', undefined],
  ])('%s %s: %s', (method, path, verb) => {
    expect(verbOf(method, new URL(path, 'https://shop.example'))).toBe(verb);
  });
});

describe(verbOfOperation, () => {
  it.each([
    ['addToCart', 'add'],
    ['cartLinesAdd', 'add'],
    ['CheckoutLinesAdd', 'add'],
    ['addItemToOrder', 'add'],
    ['addProductsToCart', 'add'],
    ['removeFromCart', 'remove'],
    ['cartLinesRemove', 'remove'],
    ['checkoutLineDelete', 'remove'],
    ['removeOrderLine', 'remove'],
    ['checkoutCreate', 'maybe'],
    ['cartLinesUpdate', 'maybe'],
    ['addPromoCodeToCart', undefined],
    ['checkoutEmailUpdate', undefined],
    ['checkoutShippingAddressUpdate', undefined],
    ['addProductToWishlist', undefined],
    ['productList', undefined],
    ['orderCreate', undefined],
    ['addReview', undefined],
  ])('%s: %s', (name, verb) => {
    expect(verbOfOperation(name)).toBe(verb);
  });
});

describe(operationOf, () => {
  it.each([
    [
      {
        operationName: 'AddToCart',
        query: 'mutation AddToCart($id: ID!) {\n  checkoutLinesAdd(id: $id) { id }\n}',
      },
      'checkoutLinesAdd',
    ],
    [{ query: 'mutation { done: cartLinesAdd { id } }' }, 'cartLinesAdd'],
    [{ operationName: 'CartLinesAdd', extensions: {} }, 'CartLinesAdd'],
    [{ operationName: 'Cart', query: 'query Cart { cart { lines } }' }, undefined],
  ])('finds the name in %j', (body, name) => {
    expect(operationOf(JSON.stringify(body))).toBe(name);
  });
});

describe(fieldsOf, () => {
  const data = new FormData();
  data.set('product_id', '40');
  data.set('quantity', '2');
  data.set('email', 'ada@example.com');
  it.each<[unknown, object]>([
    [data, { id: '40', quantity: 2 }],
    ['product_id=40&quantity=2&email=ada%40example.com', { id: '40', quantity: 2 }],
    [new URLSearchParams({ id_product: '1', qty: '3' }), { id: '1', quantity: 3 }],
    [
      JSON.stringify({ items: [{ variantId: 7, quantity: 1 }], customer: { email: 'x' } }),
      { id: '7', quantity: 1 },
    ],
    [
      JSON.stringify({
        requests: [{ path: '/wc/store/v1/cart/add-item', body: { id: 16, quantity: 2 } }],
      }),
      { id: '16', quantity: 2 },
    ],
    [new Blob(['id=3']), {}],
    [undefined, {}],
    ['quantity=-1&id=5', { id: '5' }],
  ])('takes %j as %j', (body, fields) => {
    expect(fieldsOf(body)).toEqual(fields);
  });
});

describe(refuses, () => {
  it.each<[unknown, boolean]>([
    [{ error: true, product_url: '/p' }, true],
    [{ success: false }, true],
    [{ status: 'error', message: 'x' }, true],
    [{ hasError: true, errors: ['x'] }, true],
    [{ errors: [{ message: 'no' }] }, true],
    [{ data: { cartLinesAdd: { userErrors: [{ message: 'no' }] } } }, true],
    [{ data: { cartLinesAdd: { userErrors: [], cart: { id: 1 } } } }, false],
    [{ success: true, errors: [] }, false],
    [{ success: 'You have added it' }, false],
    [{ status: 200, result: 'ok', error: null }, false],
    [{ result: 0 }, false],
    [[], false],
    [undefined, false],
  ])('%j: %s', (json, no) => {
    expect(refuses(json)).toBe(no);
  });
});
