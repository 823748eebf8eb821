import { describe, expect, it } from 'vitest';
import {
  type Analytics,
  type CustomerEvent,
  forwardShopify,
} from '../../src/shopifyPixel/index.ts';

/** A sandbox: what is subscribed to, a way to publish, and what the tracker was told. */
function sandbox(off: readonly string[] = []) {
  const ears = new Map<string, (event: CustomerEvent) => void>();
  const analytics: Analytics = { subscribe: (name, heard) => void ears.set(name, heard) };
  const told: [type: string, params: unknown][] = [];
  forwardShopify(
    analytics,
    { track: (type, ...[params]) => void told.push([type, params]) },
    { off },
  );
  return { told, ears, publish: (event: CustomerEvent) => ears.get(event.name ?? '')?.(event) };
}

const usd = (amount: number | string) => ({ amount, currencyCode: 'USD' });
const at = (href: string) => ({ document: { location: { href } } });

const KETTLE = {
  id: '7001',
  sku: 'KET-1',
  title: 'Default Title',
  price: usd(40),
  product: { id: '31', title: 'Kettle', vendor: 'Steam', type: 'Kitchen' },
};
const item = {
  item_id: 'KET-1',
  item_name: 'Kettle',
  item_brand: 'Steam',
  item_category: 'Kitchen',
  price: 40,
};

/** A checkout as it comes, with all that is nobody's business. */
const CHECKOUT = {
  token: 'tok-9',
  email: 'ada@example.com',
  phone: '+4930123456',
  order: null,
  currencyCode: 'USD',
  totalPrice: usd(81.5),
  totalTax: usd(6.5),
  shippingLine: { price: usd(5), title: 'Standard' },
  discountApplications: [{ title: 'SPRING', type: 'DISCOUNT_CODE' }],
  shippingAddress: { firstName: 'Ada', address1: 'Main Street 1', zip: '93650' },
  transactions: [{ gateway: 'shopify_payments', paymentMethod: { type: 'creditCard' } }],
  lineItems: [{ id: '1', title: 'Kettle', quantity: 2, finalLinePrice: usd(70), variant: KETTLE }],
};
const inCheckout = {
  items: [{ ...item, price: 35, quantity: 2 }],
  value: 81.5,
  currency: 'USD',
  coupon: 'SPRING',
};

describe(forwardShopify, () => {
  it.each<[name: string, data: unknown, type: string, params: object]>([
    ['page_viewed', {}, 'page_view', {}],
    [
      'product_viewed',
      { productVariant: KETTLE },
      'view_item',
      { items: [item], value: 40, currency: 'USD' },
    ],
    [
      'collection_viewed',
      {
        collection: {
          id: 'c1',
          title: 'Tea time',
          productVariants: [KETTLE, { ...KETTLE, sku: null, product: { id: '32', title: 'Cup' } }],
        },
      },
      'view_item_list',
      {
        item_list_id: 'c1',
        item_list_name: 'Tea time',
        items: [item, { item_id: '32', item_name: 'Cup', price: 40 }],
      },
    ],
    [
      'search_submitted',
      { searchResult: { query: 'kettle', productVariants: [] } },
      'search',
      { search_term: 'kettle' },
    ],
    [
      'product_added_to_cart',
      { cartLine: { merchandise: KETTLE, quantity: 2, cost: { totalAmount: usd(80) } } },
      'add_to_cart',
      { items: [{ ...item, quantity: 2 }], value: 80, currency: 'USD' },
    ],
    [
      'product_removed_from_cart',
      {
        cartLine: {
          merchandise: { ...KETTLE, title: 'Red' },
          quantity: 1,
          cost: { totalAmount: usd('40.0') },
        },
      },
      'remove_from_cart',
      { items: [{ ...item, item_variant: 'Red', quantity: 1 }], value: 40, currency: 'USD' },
    ],
    [
      'cart_viewed',
      { cart: { lines: [{ merchandise: KETTLE, quantity: 3 }], cost: { totalAmount: usd(120) } } },
      'view_cart',
      { items: [{ ...item, quantity: 3 }], value: 120, currency: 'USD' },
    ],
    ['cart_viewed', { cart: null }, 'view_cart', { items: [] }],
    ['checkout_started', { checkout: CHECKOUT }, 'begin_checkout', inCheckout],
    [
      'checkout_contact_info_submitted',
      { checkout: CHECKOUT },
      'checkout_step',
      { step: 'contact', ...inCheckout },
    ],
    [
      'checkout_address_info_submitted',
      { checkout: CHECKOUT },
      'checkout_step',
      { step: 'address', ...inCheckout },
    ],
    [
      'checkout_shipping_info_submitted',
      { checkout: CHECKOUT },
      'add_shipping_info',
      { ...inCheckout, shipping_tier: 'Standard' },
    ],
    [
      'payment_info_submitted',
      { checkout: CHECKOUT },
      'add_payment_info',
      { ...inCheckout, payment_type: 'creditCard' },
    ],
    [
      'checkout_completed',
      { checkout: { ...CHECKOUT, order: { id: 'gid://shopify/OrderIdentity/88' } } },
      'purchase',
      { transaction_id: '88', ...inCheckout, tax: 6.5, shipping: 5, payment_type: 'creditCard' },
    ],
    [
      'checkout_completed',
      { checkout: { token: 'tok-9' } },
      'purchase',
      { transaction_id: 'tok-9', items: [] },
    ],
    [
      'alert_displayed',
      { alert: { type: 'PAYMENT_ERROR', message: 'Declined', target: 'cart' } },
      'alert',
      { alert_type: 'PAYMENT_ERROR', message: 'Declined' },
    ],
    [
      'ui_extension_errored',
      { error: { message: 'x is undefined' } },
      'exception',
      { description: 'x is undefined', fatal: false },
    ],
  ])('%s is told as it is', (name, data, type, params) => {
    const { told, publish } = sandbox();
    publish({
      id: 'e1',
      name,
      data: data as NonNullable<CustomerEvent['data']>,
      context: at('https://shop.example/x'),
    });
    expect(told).toEqual([
      [type, { ...params, page_location: 'https://shop.example/x', inferred: 'shopify-pixel' }],
    ]);
  });

  it('tells nothing about the person who buys', () => {
    const { told, publish, ears } = sandbox();
    for (const name of ears.keys()) publish({ name, data: { checkout: CHECKOUT } });
    expect(told).toHaveLength(15);
    expect(JSON.stringify(told)).not.toMatch(/ada|Ada|Main Street|93650|4930/);
  });

  it('tells an event once, however often it is heard, and two like events twice', () => {
    const { told, publish } = sandbox();
    for (const id of ['a', 'a', 'b']) publish({ id, name: 'page_viewed' });
    expect(told).toHaveLength(2);
  });

  it('leaves out what is switched off, and survives what makes no sense', () => {
    const { told, publish } = sandbox(['page_view']);
    publish({ id: '1', name: 'page_viewed' });
    publish({ id: '2', name: 'cart_viewed', data: { cart: { lines: 3 as never } } });
    publish({ id: '3', name: 'product_viewed', data: {} });
    expect(told).toEqual([['view_item', { items: [], inferred: 'shopify-pixel' }]]);
  });
});
