import type { CustomParams } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import { type Push, readPush } from '../src/capture/readPush.ts';

function read(push: unknown): [string, CustomParams][] {
  const found: [string, CustomParams][] = [];
  readPush(push as Push, (type, params) => found.push([type, params]));
  return found;
}

/** What `gtag()` pushes. */
function gtag(..._: unknown[]): IArguments {
  // biome-ignore lint/complexity/noArguments: that is what it pushes.
  return arguments;
}

const MUG = { item_id: 'M1', item_name: 'Mug', price: 12.5, quantity: 2 };

describe('GA4', () => {
  it.each<[string, unknown, [string, CustomParams][]]>([
    [
      'an event with its e-commerce data',
      { event: 'add_to_cart', ecommerce: { currency: 'EUR', value: 25, items: [MUG] } },
      [['add_to_cart', { currency: 'EUR', value: 25, items: [MUG] }]],
    ],
    [
      'gtag() with its arguments',
      gtag('event', 'view_item', { currency: 'EUR', items: [MUG] }),
      [['view_item', { currency: 'EUR', items: [MUG] }]],
    ],
    ['gtag() without params', gtag('event', 'view_cart'), [['view_cart', {}]]],
    [
      'params beside the event',
      { event: 'login', method: 'Google' },
      [['login', { method: 'Google' }]],
    ],
    [
      'an error shown',
      { event: 'exception', description: 'Card of ann@example.com declined', fatal: false },
      [['exception', { description: 'Card of [email] declined', fatal: false }]],
    ],
    ['data cleared', { ecommerce: null }, []],
    ['data cleared with an event', { event: 'view_cart', ecommerce: null }, [['view_cart', {}]]],
    ['a page view: ours is enough', gtag('event', 'page_view', { page_title: 'x' }), []],
    ["a tag manager's own", { event: 'gtm.js', 'gtm.start': 1 }, []],
    ["the shop's own", { event: 'mpCustomerSession', cart: { items: [MUG] } }, []],
    ['page variables without an event', { pageType: 'cart', cartContent: { items: [MUG] } }, []],
    ['a configuration', gtag('config', 'G-1', { items: [MUG] }), []],
    ['a consent', gtag('consent', 'default', { ad_storage: 'denied' }), []],
    [
      'numbers as text, and ids as numbers',
      {
        event: 'purchase',
        ecommerce: {
          transaction_id: 5,
          value: '61.800000',
          tax: '0',
          shipping: 7,
          items: [{ item_id: 7, price: '23.900000', quantity: '2', index: 0 }],
        },
      },
      [
        [
          'purchase',
          {
            transaction_id: '5',
            value: 61.8,
            tax: 0,
            shipping: 7,
            items: [{ item_id: '7', price: 23.9, quantity: 2, index: 0 }],
          },
        ],
      ],
    ],
    [
      'what is nobody else’s business left out',
      {
        event: 'purchase',
        new_customer: true,
        user_data: { email: 'ann@example.com' },
        ecommerce: {
          transaction_id: '71',
          send_to: 'G-1',
          user_id: 'u-17',
          first_name: 'Ann',
          shipping_address: '1 Main St',
          event_callback() {},
          coupon: 'a, b',
          items: [{ item_name: 'Mug', seller_email: 'ben@example.com', options: { gift: true } }],
        },
      },
      [['purchase', { transaction_id: '71', coupon: 'a, b', items: [{ item_name: 'Mug' }] }]],
    ],
    [
      'items by the names of Universal Analytics',
      gtag('event', 'add_to_cart', { items: [{ id: 'M1', name: 'Mug', category: 'Kitchen' }] }),
      [['add_to_cart', { items: [{ item_id: 'M1', item_name: 'Mug', item_category: 'Kitchen' }] }]],
    ],
    [
      'items by both names',
      { event: 'view_item', ecommerce: { items: [{ id: 12, item_id: 33 }] } },
      [['view_item', { items: [{ item_id: '33' }] }]],
    ],
  ])('%s', (_, push, found) => {
    expect(read(push)).toEqual(found);
  });

  it.each([
    'add_payment_info add_shipping_info add_to_cart add_to_wishlist begin_checkout exception',
    'generate_lead login purchase refund remove_from_cart search select_item select_promotion',
    'share sign_up view_cart view_item view_item_list view_promotion',
  ])('knows %s', (types) => {
    for (const type of types.split(' ')) expect(read({ event: type })).toEqual([[type, {}]]);
  });
});

describe('Universal Analytics', () => {
  const product = { id: '12345', name: 'Shirt', price: '15.25', variant: 'Gray', quantity: 1 };
  const item = {
    item_id: '12345',
    item_name: 'Shirt',
    price: 15.25,
    item_variant: 'Gray',
    quantity: 1,
  };

  it.each<[string, Push, [string, CustomParams][]]>([
    [
      'a list, without an event',
      {
        ecommerce: {
          currencyCode: 'EUR',
          impressions: [{ ...product, list: 'Search', position: 1 }],
        },
      },
      [
        [
          'view_item_list',
          { currency: 'EUR', items: [{ ...item, item_list_name: 'Search', index: 1 }] },
        ],
      ],
    ],
    [
      'a click in a list',
      {
        event: 'productClick',
        ecommerce: { click: { actionField: { list: 'Search' }, products: [product] } },
      },
      [['select_item', { item_list_name: 'Search', items: [item] }]],
    ],
    [
      'a product, and a list beside it',
      { ecommerce: { detail: { products: [product] }, impressions: [product] } },
      [
        ['view_item_list', { items: [item] }],
        ['view_item', { items: [item] }],
      ],
    ],
    [
      'goods in',
      { event: 'addToCart', ecommerce: { currencyCode: 'EUR', add: { products: [product] } } },
      [['add_to_cart', { currency: 'EUR', items: [item] }]],
    ],
    [
      'goods out',
      { ecommerce: { remove: { products: [product] } } },
      [['remove_from_cart', { items: [item] }]],
    ],
    [
      'the first step',
      {
        event: 'checkout',
        ecommerce: { checkout: { actionField: { step: 1, option: 'Guest' }, products: [product] } },
      },
      [['begin_checkout', { items: [item] }]],
    ],
    [
      'a later step',
      { event: 'checkout', ecommerce: { checkout: { actionField: { step: '2' }, products: [] } } },
      [['checkout_step', { step: 'step-2', items: [] }]],
    ],
    [
      'an option, which is no step',
      { ecommerce: { checkout_option: { actionField: { step: 2 } } } },
      [],
    ],
    [
      'an order',
      {
        event: 'purchase',
        ecommerce: {
          purchase: {
            actionField: {
              id: 'T12345',
              revenue: '35.43',
              tax: '4.90',
              shipping: '5.99',
              coupon: '',
            },
            products: [product],
          },
        },
      },
      [
        [
          'purchase',
          {
            transaction_id: 'T12345',
            value: 35.43,
            tax: 4.9,
            shipping: 5.99,
            coupon: '',
            items: [item],
          },
        ],
      ],
    ],
    [
      'a refund',
      { ecommerce: { refund: { actionField: { id: 'T12345' } } } },
      [['refund', { transaction_id: 'T12345' }]],
    ],
    [
      "GA4's name for it",
      { event: 'add_to_cart', ecommerce: { add: { products: [product] } } },
      [['add_to_cart', { items: [item] }]],
    ],
    ['no e-commerce data', { event: 'addToCart', cart: { add: { products: [product] } } }, []],
  ])('%s', (_, push, found) => {
    expect(read(push)).toEqual(found);
  });
});

describe('hostile pushes', () => {
  it.each([
    ['null', Object(null)],
    ['text', Object('add_to_cart')],
    ['a function', () => 'add_to_cart'],
    ['an event that is no text', { event: { toString: () => 'purchase' }, ecommerce: [1] }],
    ['e-commerce data that is none', { ecommerce: 'none' }],
  ])('%s hold nothing', (_, push) => {
    expect(read(push)).toEqual([]);
  });

  it('that are huge lose their last items, and keep their value', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => ({
      ...MUG,
      item_name: 'ü'.repeat(600),
      index,
    }));
    const [[, params] = ['', {}]] = read({ event: 'purchase', ecommerce: { value: 9, items } });
    expect(params.value).toBe(9);
    expect(params.items).not.toHaveLength(0);
    expect(JSON.stringify(params).length).toBeLessThanOrEqual(18_000);
  });
});
